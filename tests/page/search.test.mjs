// Finding and filtering.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, listed, opened, painted, paste, sample, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

async function speech() {
  const { page } = await world.person();
  await paste(page, sample("safety").text);
  await opened(page);
  return page;
}

const marked = (page, name) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  }), name);

test("words, patterns and initials are found, painted and walked through", async () => {
  const page = await speech();
  await page.keyboard.press("Control+F");
  const field = handle(page, "search");
  await field.fill("安全生产");
  await page.waitForFunction(() => (CSS.highlights.get("found")?.size ?? 0) > 1);
  assert.deepEqual([...new Set(await marked(page, "found"))], ["安全生产"]);
  const all = (await marked(page, "found")).length;
  const count = async () => (await painted(page), handle(page, "search-count").textContent());
  assert.equal(await count(), `1/${all}`);
  const place = () => page.evaluate(() => document.querySelector(".reading-scroll").scrollTop);
  const before = await place();
  for (let step = 1; step < all; step += 1) await page.keyboard.press("Enter");
  assert.equal(await count(), `${all}/${all}`);
  assert.equal((await marked(page, "found-here")).length, 1);
  assert.ok((await place()) > before, "the text has moved to the last one");
  await page.keyboard.press("Enter");
  assert.equal(await count(), `1/${all}`, "it starts again");

  await handle(page, "search-initials").click();
  await field.fill("aqsc");
  await page.waitForFunction((all) => CSS.highlights.get("found")?.size === all, all);

  await handle(page, "search-regex").click();
  await field.fill("安全.{2}");
  await page.waitForFunction((all) => CSS.highlights.get("found")?.size >= all, all);
  await field.fill("安全(");
  assert.match(await count(), /正则/);
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await page.waitForFunction(() => CSS.highlights.get("found")?.size === 0);
  assert.deepEqual(page.errors, []);
});

test("remarks are found too", async () => {
  const page = await speech();
  await page.keyboard.press("n");
  await page.keyboard.press("m");
  await handle(page, "note").fill("与督查室核对");
  await page.keyboard.press("Control+F");
  await handle(page, "search").fill("督查室核对");
  await page.waitForFunction(() => CSS.highlights.get("found")?.size === 1);
});

test("the list and the painting are filtered by label, status, origin and field", async () => {
  const page = await speech();
  await handle(page, "tab-all").click();
  const before = await listed(page);
  await handle(page, "filters").click();
  await handle(page, "filter-by-label").selectOption("actor");
  assert.deepEqual([...new Set((await listed(page)).map((item) => item.label))], ["actor"]);
  await page.waitForFunction(() => (CSS.highlights.get("time-suggested-0")?.size ?? 0) === 0);
  await handle(page, "filter-by-attribute").selectOption("role=executor");
  const executors = (await listed(page)).length;
  assert.ok(executors > 0);
  await handle(page, "filter-by-status").selectOption("accepted");
  assert.equal((await listed(page)).length, 0);
  await handle(page, "clear-filters").click();
  assert.equal((await listed(page)).length, before.length);
});
