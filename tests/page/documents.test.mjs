// Several documents, several tabs: nothing overwrites anything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, listed, open, opened, openFiles, paste, sample, saved, settled, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

/** Goes to the start page and opens a listed document. */
async function reopen(page, words) {
  await page.goto(world.server.url);
  await settled(page);
  await handle(page, "document-item").filter({ hasText: words }).first().click();
  await opened(page);
}

/** Accepts the suggestion at a place among those left, with the mouse; returns its id. */
async function acceptOne(page, position) {
  const { id } = (await listed(page)).filter((item) => item.status === "suggested")[position];
  await page.locator(`[data-testid="annotation"][data-id="${id}"]`).click();
  await handle(page, "accept").first().click();
  return id;
}

async function status(page, id) {
  return (await listed(page)).find((item) => item.id === id)?.status;
}

/** One document, open in two tabs of the same person. */
async function twoTabs() {
  const { context, page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  await saved(page);
  const other = await open(context, world.server.url);
  await handle(other, "document-item").first().click();
  await opened(other);
  return { page, other };
}

test("documents are kept apart", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  const decided = await acceptOne(page, 0);
  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  await paste(page, sample("safety").text);
  await opened(page);
  assert.deepEqual((await listed(page)).filter((item) => item.status === "accepted"), []);
  await saved(page);
  await reopen(page, "河湖长制");
  assert.equal(await status(page, decided), "accepted");
  await reopen(page, "安全生产");
  assert.deepEqual((await listed(page)).filter((item) => item.status === "accepted"), []);
});

test("several files become several documents", async () => {
  const { page } = await world.person();
  const files = ["safety", "rural"].map((name) => ({
    name: `${name}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(sample(name).text),
  }));
  await openFiles(page, files);
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await opened(page).catch(() => {});
  await page.goto(world.server.url);
  await settled(page);
  await handle(page, "document-item").filter({ hasText: "安全生产" }).first().waitFor();
  await handle(page, "document-item").filter({ hasText: "乡村" }).first().waitFor();
});

test("of two tabs one writes; the other is told at once, reads only, and can take over", async () => {
  const { page, other } = await twoTabs();
  const one = await acceptOne(page, 0);
  await saved(page);
  await handle(other, "save-problem").waitFor();
  assert.match(await handle(other, "save-problem").textContent(), /另一个标签页.*只读/);
  const before = (await listed(other)).filter((item) => item.status === "suggested").length;
  await other.keyboard.press("n");
  await other.keyboard.press("Enter");
  assert.equal((await listed(other)).filter((item) => item.status === "suggested").length, before, "nothing is decided here");

  await handle(other, "take-over").click();
  await handle(other, "save-problem").waitFor({ state: "detached" });
  await opened(other);
  assert.equal(await status(other, one), "accepted", "as the first tab left it");
  const two = await acceptOne(other, 2);
  await saved(other);
  await handle(page, "save-problem").waitFor();
  await handle(page, "take-over").click();
  await handle(page, "save-problem").waitFor({ state: "detached" });
  await opened(page);
  assert.deepEqual([await status(page, one), await status(page, two)], ["accepted", "accepted"]);
  const three = await acceptOne(page, 1);
  await saved(page);

  await reopen(other, "河湖长制");
  for (const id of [one, two, three]) assert.equal(await status(other, id), "accepted");
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("how often a rule was right counts over all documents", async () => {
  const { page } = await world.person();
  const text = sample("one-line").text;
  const home = async () => {
    await page.goto(world.server.url);
    await settled(page);
  };
  const again = async (text) => {
    await home();
    await paste(page, text);
    await opened(page);
    await page.keyboard.press("n");
    await handle(page, "tab-detail").click();
  };
  await again(text);
  const first = page.locator('[data-testid="annotation"][aria-selected="true"]');
  const { id } = await first.evaluate((found) => ({ ...found.dataset }));
  const back = async () => {
    await handle(page, "tab-all").click();
    await page.locator(`[data-testid="annotation"][data-id="${id}"]`).click();
    await handle(page, "tab-detail").click();
  };
  assert.equal(await handle(page, "rule-record").count(), 0, "nothing decided yet");
  await page.keyboard.press("Enter");
  await saved(page);
  await again(`${text}\n又一篇。`);
  assert.match(await handle(page, "rule-record").textContent(), /此前 1 条，您接受了 1 条/);
  await page.keyboard.press("x");
  await back();
  assert.match(await handle(page, "rule-record").textContent(), /此前 1 条，您接受了 1 条（2 篇文档）/, "itself left out");
  await page.keyboard.press("Control+z");
  await saved(page);
  await again(`${text}\n再一篇。`);
  assert.match(await handle(page, "rule-record").textContent(), /此前 1 条，您接受了 1 条/, "undone");
  assert.deepEqual(page.errors, []);
});

test("a long text that is opened after another one comes in pieces, like the first", async () => {
  const { page } = await world.person();
  const long = (name) => sample(name).text.repeat(6);
  await openFiles(page, { name: "one.txt", mimeType: "text/plain", buffer: Buffer.from(long("safety")) });
  await opened(page);
  await saved(page);
  const one = await page.evaluate(() => location.hash);
  await page.goto(world.server.url);
  await settled(page);
  await openFiles(page, { name: "two.txt", mimeType: "text/plain", buffer: Buffer.from(long("manufacturing")) });
  await opened(page);
  await saved(page);
  await page.waitForFunction(isFilled);
  // From one to the other without the list between them.
  const first = await page.evaluate(
    (hash) =>
      new Promise((done) => {
        const text = () => document.querySelector('[data-testid="document"]');
        const before = text();
        const look = (_, observer) => {
          if (!text() || text() === before) return;
          observer.disconnect();
          done(text().querySelectorAll("[data-start]").length);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
        location.hash = hash;
      }),
    one,
  );
  await page.waitForFunction(isFilled);
  const all = await page.locator('[data-testid="document"] [data-start]').count();
  assert.ok(0 < first && first < all / 2, `${first} of ${all} at once`);
  assert.deepEqual(page.errors, []);
});

/** Whether all of the text is there. */
function isFilled() {
  return document.querySelector('[data-testid="document"] [data-start]') && !document.querySelector('[data-testid="document"] :is(.bundle, .stretch):empty');
}
