// The rules of the marks stand on the root; in a browser in which highlights do not inherit they reach every element.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, opened, painted, paste, sample, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

/** The beginnings of all selectors of highlights, and the colour of one highlight on the document's first paragraph. */
function look() {
  const rulesOf = (holder) => [...(holder.cssRules ?? [])].flatMap((rule) => [rule, ...rulesOf(rule)]);
  const selectors = [...document.styleSheets].flatMap(rulesOf).map((rule) => rule.selectorText ?? "");
  const single = selectors.flatMap((selector) => selector.split(", ")).filter((selector) => selector.includes("::highlight("));
  const block = document.querySelector("p.block");
  return {
    begin: [...new Set(single.map((selector) => selector.split("highlight(")[0]))],
    count: single.length,
    colour: getComputedStyle(block, "::highlight(tint-measure-accepted-0)").backgroundColor,
  };
}

test("a mark has its colour in the text, though its rule stands on the root alone", async () => {
  const { page } = await world.person();
  await paste(page, sample("rural").text);
  await opened(page);
  const { begin, count, colour } = await page.evaluate(look);
  assert.deepEqual(begin, [":root::"]);
  assert.ok(count > 140);
  assert.equal(colour, "rgb(216, 230, 251)");
  assert.deepEqual(page.errors, []);
});

test("counts beside the text are drawn a frame after the text", async () => {
  const { page } = await world.person();
  await paste(page, sample("rural").text);
  await opened(page);
  await page.keyboard.press("n");
  await painted(page);
  // Work that is asked for with the key runs before the frame that shows what the key did, and so does `isDrawn = true`.
  const isAfterFrame = await page.evaluate(async () => {
    let isDrawn = false;
    const change = (place) =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => (observer.disconnect(), resolve(isDrawn)));
        observer.observe(document.querySelector(place), { subtree: true, childList: true, characterData: true, attributes: true });
      });
    const text = change("main").then((drawn) => (requestAnimationFrame(() => (isDrawn = true)), drawn));
    const counts = change(".statusbar");
    dispatchEvent(new KeyboardEvent("keydown", { code: "Enter", key: "Enter" }));
    return [await text, await counts];
  });
  assert.deepEqual(isAfterFrame, [false, true]);
});

test("where highlights do not inherit every element has the rules", async () => {
  const { context, page, url } = await world.person();
  const { count } = await page.evaluate(() => {
    const every = (holder) => [...(holder.cssRules ?? [])].flatMap((rule) => [rule.selectorText ?? "", ...every(rule)]);
    return { count: [...document.styleSheets].flatMap(every).join(", ").split("::highlight(").length - 1 };
  });
  await context.addInitScript(() => {
    const { getComputedStyle } = window;
    window.getComputedStyle = (element, pseudo) =>
      pseudo && element === document.head ? getComputedStyle(element) : getComputedStyle(element, pseudo);
  });
  await page.goto(url);
  await paste(page, sample("rural").text);
  await opened(page);
  await handle(page, "annotation").first().waitFor();
  const found = await page.evaluate(look);
  assert.deepEqual(found.begin, ["::"]);
  assert.equal(found.count, count, "and none was lost");
  assert.equal(found.colour, "rgb(216, 230, 251)");
  assert.deepEqual(page.errors, []);
});
