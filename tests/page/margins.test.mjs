// What stands beside the text stands on the lines that it belongs to, wherever one scrolls and whatever unfolds.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, opened, paste, sample, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

test("glyphs stand beside the lines on which statements begin, and only there", async () => {
  const { page } = await world.person();
  await paste(page, sample("rural").text);
  await opened(page);
  for (const share of [0, 0.3, 0.6, 1, 0.1]) {
    await page.evaluate((share) => {
      const text = document.querySelector(".reading-scroll");
      text.scrollTop = (text.scrollHeight - text.clientHeight) * share;
    }, share);
    await page.waitForFunction(stand);
  }
  await page.locator(".strip").first().click();
  await page.waitForFunction(stand);
  assert.deepEqual(page.errors, []);
});

test("a fold within a statement is neither painted with it nor ringed", async () => {
  const { page } = await world.person();
  const line = "二是加强人才工作，市人社局要在6月底前建立高层次人才";
  await paste(page, `在全市人才会上的讲话\n\n同志们：\n\n一、总的要求\n\n要看清形势。\n${line}\n- 1 -\n服务专员制度，做到有求必应。\n\n谢谢大家。\n`);
  await opened(page);
  const strip = page.locator(".strip");
  await strip.waitFor();
  const [from, to] = await page.evaluate(() => {
    const edge = (words, side) => {
      const block = [...document.querySelectorAll("[data-start]")].find((block) => block.textContent.includes(words));
      const range = document.createRange();
      const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
      const at = node.data.indexOf(words);
      range.setStart(node, side === "left" ? at : at + words.length - 1);
      range.setEnd(node, side === "left" ? at + 1 : at + words.length);
      const rect = range.getBoundingClientRect();
      return { x: rect[side], y: (rect.top + rect.bottom) / 2 };
    };
    return [edge("市人社局", "left"), edge("有求必应", "right")];
  });
  await page.mouse.move(from.x + 1, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x - 1, to.y, { steps: 6 });
  await page.mouse.up();
  await handle(page, "palette").waitFor();
  await page.keyboard.press("1");
  await page.locator(".ring").waitFor();
  const found = await page.evaluate(() => {
    const strip = document.querySelector(".strip");
    const reach = [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => [name, range]));
    const painted = reach.filter(([, { startContainer, startOffset, endContainer, endOffset }]) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.intersectsNode(strip);
    });
    const statements = reach.filter(([name]) => name.startsWith("tint-measure-")).map(([, range]) => range.startContainer.data.slice(range.startOffset, range.endOffset));
    const { top, bottom } = strip.getBoundingClientRect();
    const path = document.querySelector(".ring");
    const middle = new DOMPoint(0, (top + bottom) / 2).matrixTransform(path.getScreenCTM().inverse());
    const across = [...Array(40)].some((_, at) => path.isPointInFill(new DOMPoint((at * path.getBBox().width) / 40 + path.getBBox().x, middle.y)));
    return { painted: painted.map(([name]) => name), statements, across };
  });
  assert.deepEqual(found.painted, []);
  assert.ok(found.statements.some((words) => words.includes("有求必应")), "what follows the fold is painted");
  assert.equal(found.across, false);
  assert.deepEqual(page.errors, []);
});

test("the rail beside the text moves with it", async () => {
  const { page } = await world.person();
  await paste(page, sample("rural").text);
  await opened(page);
  for (const share of [0, 0.5, 1, 0.2]) {
    await page.evaluate((share) => {
      const text = document.querySelector(".reading-scroll");
      text.scrollTop = (text.scrollHeight - text.clientHeight) * share;
    }, share);
    await page.waitForFunction(() => {
      const [text, rail] = [document.querySelector(".reading-scroll"), document.querySelector(".overview .window")];
      const top = new DOMMatrix(getComputedStyle(rail).transform).m42 / rail.offsetHeight;
      return Math.abs(top - text.scrollTop / text.scrollHeight) < 0.01;
    });
  }
  assert.deepEqual(page.errors, []);
});

/** Whether each line in view on which a statement begins has its glyph, and each glyph such a line. */
function stand() {
  const view = document.querySelector(".reading-scroll").getBoundingClientRect();
  const isSeen = ({ y }) => y > view.top && y < view.bottom;
  // What stands behind a fold may be the rest of a statement.
  const goesOn = (node, offset) => offset === 0 && node.parentElement.previousElementSibling?.previousElementSibling?.matches(".strip");
  const lines = [];
  for (const [name, ranges] of CSS.highlights) {
    if (!/^tint-(measure|target|achievement|problem|rule)-/.test(name)) continue;
    for (const { startContainer, startOffset } of ranges) {
      const first = document.createRange();
      first.setStart(startContainer, startOffset);
      first.setEnd(startContainer, startOffset + 1);
      const { top, bottom } = first.getBoundingClientRect();
      lines.push({ y: (top + bottom) / 2, begins: !goesOn(startContainer, startOffset) });
    }
  }
  const glyphs = [...document.querySelectorAll(".overlay .gutter rect")].map((rect) => rect.getBoundingClientRect()).map(({ top, bottom }) => ({ y: (top + bottom) / 2 }));
  const isBeside = (one) => (other) => Math.abs(one.y - other.y) < 4;
  const begun = lines.filter((line) => line.begins && isSeen(line));
  return begun.length > 0 && begun.every((line) => glyphs.some(isBeside(line))) && glyphs.filter(isSeen).every((glyph) => lines.some(isBeside(glyph)));
}
