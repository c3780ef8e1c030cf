// A long list of annotations: only what is near the view, or near the current one, is there; each says where it stands.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, listed, opened, paste, sample, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

test("of a long list only what is near is there, and it says where it stands", async () => {
  const { page } = await world.person();
  await paste(page, ["rural", "manufacturing", "safety", "digital-government"].map((name) => sample(name).text).join("\n").repeat(2));
  await opened(page);
  await handle(page, "tab-all").click();
  const all = Number(await page.locator("#tab-all .number").innerText());
  assert.ok((await listed(page)).length < all, `${all} in all`);
  const list = handle(page, "annotation-list");
  const height = await list.evaluate((list) => list.scrollHeight);
  assert.ok(Math.abs(height - all * 34) < 120, `as high as all of them: ${height} for ${all}`);
  await list.evaluate((list) => (list.scrollTop = list.scrollHeight));
  await page.waitForFunction((all) => [...document.querySelectorAll('[data-testid="annotation"]')].at(-1)?.getAttribute("aria-posinset") === String(all), all);
  const end = await listed(page);
  assert.ok(end.length < all);
  await list.evaluate((list) => (list.scrollTop = 0));
  // From nowhere the previous one is the last.
  await page.locator("#text").focus();
  await page.keyboard.press("k");
  const current = list.locator('[aria-selected="true"]');
  await current.waitFor();
  assert.equal(await current.getAttribute("aria-setsize"), String(all));
  assert.ok(Number(await current.getAttribute("aria-posinset")) > all - 12);
  const [inner, outer] = [await current.boundingBox(), await list.boundingBox()];
  assert.ok(inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height, "it is in view");
  const order = (await listed(page)).map(({ start }) => Number(start));
  assert.deepEqual(order, [...order].sort((one, other) => one - other), "in the order of the text");
  assert.deepEqual(page.errors, []);
});
