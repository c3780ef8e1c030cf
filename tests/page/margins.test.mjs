// What stands beside the text stands on the lines that it belongs to, wherever one scrolls and whatever unfolds.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { opened, paste, sample, start } from "./drive.mjs";

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

/** Whether each line in view on which a statement begins has its glyph, and each glyph such a line. */
function stand() {
  const view = document.querySelector(".reading-scroll").getBoundingClientRect();
  const isSeen = (y) => y > view.top && y < view.bottom;
  const lines = [];
  for (const [name, ranges] of CSS.highlights) {
    if (!/^tint-(measure|target|achievement|problem|rule)-/.test(name)) continue;
    for (const { startContainer, startOffset } of ranges) {
      const first = document.createRange();
      first.setStart(startContainer, startOffset);
      first.setEnd(startContainer, startOffset + 1);
      const { top, bottom } = first.getBoundingClientRect();
      lines.push((top + bottom) / 2);
    }
  }
  const glyphs = [...document.querySelectorAll(".overlay .gutter rect")].map((rect) => rect.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2);
  const isBeside = (one) => (other) => Math.abs(one - other) < 4;
  const seen = [lines.filter(isSeen), glyphs.filter(isSeen)];
  return seen[0].length > 0 && seen[0].every((line) => glyphs.some(isBeside(line))) && seen[1].every((glyph) => lines.some(isBeside(glyph)));
}
