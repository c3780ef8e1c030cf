// The library: folders, trash, copies, search in all texts, extraction in a row, backup and restore.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { download, handle, opened, openFiles, paste, sample, saved, settled, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const NAMES = ["safety", "rural", "digital-government"];

/** The start page with three documents, of which only the first has been extracted. */
async function library() {
  const { page } = await world.person();
  await openFiles(page, NAMES.map((name) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(sample(name).text) })));
  await opened(page);
  await saved(page);
  await home(page);
  return page;
}

async function home(page) {
  await page.goto(world.server.url);
  await settled(page);
  await handle(page, "document-item").first().waitFor();
}

const items = (page) => handle(page, "document-item");
const row = (page, words) => page.locator("[data-testid=documents] li", { hasText: words });

test("documents are extracted one after the other, and the rest can be cancelled", async () => {
  const page = await library();
  assert.equal(await items(page).count(), 3);
  await handle(page, "extract-all").click();
  await page.waitForFunction(() => ![...document.querySelectorAll('[data-testid="document-item"]')].some((item) => item.textContent.includes("未标注")), null, { timeout: 60_000 });
  await handle(page, "batch").waitFor({ state: "detached" });
  await home(page);
  assert.equal(await page.getByText("未标注").count(), 0, "kept over a reload");
  await row(page, "數字政府").getByTestId("document-item").click();
  await opened(page);
  assert.ok((await handle(page, "outline-item").count()) > 3, "what was found in the row is there");
  assert.deepEqual(page.errors, []);
});

test("folders, copies and the trash", async () => {
  const page = await library();
  await row(page, "安全生产").hover();
  await row(page, "安全生产").getByTestId("move").click();
  await handle(page, "folder-name").fill("应急");
  await handle(page, "folder-name").press("Enter");
  await page.getByTestId("folder").filter({ hasText: "应急" }).click();
  assert.equal(await items(page).count(), 1);
  await page.getByTestId("folder").first().click();

  await row(page, "乡村").hover();
  await row(page, "乡村").getByTestId("duplicate").click();
  await row(page, "（副本）").waitFor();
  assert.match(await row(page, "（副本）").textContent(), /未标注/, "a copy of what was not extracted still is to be");
  await row(page, "（副本）").hover();
  await row(page, "（副本）").getByTestId("to-trash").click();
  await row(page, "（副本）").waitFor({ state: "detached" });
  await saved(page);
  await home(page);
  assert.equal(await items(page).count(), 3, "the trash is kept over a reload");
  await handle(page, "trash").click();
  assert.equal(await items(page).count(), 1);
  await row(page, "（副本）").hover();
  await row(page, "（副本）").getByTestId("restore").click();
  await page.getByTestId("folder").first().click();
  assert.equal(await items(page).count(), 4);
  assert.deepEqual(page.errors, []);
});

test("all texts are searched", async () => {
  const page = await library();
  await handle(page, "library-search").fill("粉尘");
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="document-item"]').length === 1);
  assert.match(await items(page).first().textContent(), /文中 \d+ 次.*粉尘/);
  await handle(page, "library-search").fill("没有这样的话");
  await page.getByText("没有符合的文档").waitFor();
});

test("everything is backed up into one file and restored in another browser: the trash and every step too", async () => {
  const page = await library();
  await items(page).filter({ hasText: "安全生产" }).click();
  await opened(page);
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await page.keyboard.press("x");
  await page.keyboard.press("Control+z");
  await saved(page);
  await home(page);
  await row(page, "安全生产").hover();
  await row(page, "安全生产").getByTestId("to-trash").click();
  await row(page, "安全生产").waitFor({ state: "detached" });
  await saved(page);
  await handle(page, "theme").click();
  await page.evaluate(() => localStorage.setItem("somebody else's", "no"));
  const coming = page.waitForEvent("download");
  await handle(page, "backup").click();
  const file = await coming;
  const path = await file.path();
  const [head, chosen, ...lines] = readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(head.format, "juyao-backup");
  assert.ok(Object.keys(chosen.choices).length > 3 && Object.keys(chosen.choices).every((name) => name.startsWith("juyao.")));
  assert.deepEqual(lines.map((line) => line.text).sort(), NAMES.map((name) => sample(name).text).sort());

  // A browser that has never seen the page.
  const { page: fresh } = await world.person();
  const give = () => openFiles(fresh, { name: file.suggestedFilename(), mimeType: "application/x-ndjson", buffer: readFileSync(path) });
  await give();
  await fresh.getByText("已恢复 3 篇文档，其中 1 篇在回收站；按键、外观等设置也已换成备份里的").first().waitFor();
  assert.equal(await fresh.locator("html").getAttribute("data-theme"), "light", "with the colours chosen there");
  await saved(fresh);
  await home(fresh);
  assert.equal(await items(fresh).count(), 2);
  await handle(fresh, "trash").click();
  await row(fresh, "安全生产").hover();
  await row(fresh, "安全生产").getByTestId("restore").click();
  assert.equal(await items(fresh).count(), 3, "the trash is empty, so the others are shown");
  await row(fresh, "安全生产").getByTestId("document-item").click();
  await opened(fresh);
  const of = (status) => fresh.locator(`[data-testid="annotation"][data-status="${status}"]`).count();
  assert.deepEqual([await of("accepted"), await of("rejected")], [1, 0], "with its decision");
  await fresh.keyboard.press("Control+Shift+z");
  await fresh.waitForFunction(() => document.querySelector('[data-testid="annotation"][data-status="rejected"]'));
  await fresh.keyboard.press("Control+z");
  await fresh.keyboard.press("Control+z");
  await fresh.waitForFunction(() => !document.querySelector('[data-testid="annotation"][data-status="accepted"]'));
  await fresh.keyboard.press("Control+Shift+z");
  await saved(fresh);

  // The same file once more: what is here stays, another state of a document comes beside it.
  await home(fresh);
  await give();
  await fresh.getByText("2 篇本来就在").first().waitFor();
  assert.equal(await items(fresh).filter({ hasText: "乡村" }).count(), 1);
  assert.deepEqual([...page.errors, ...fresh.errors], []);
});

test("everything is wiped for good", async () => {
  const page = await library();
  await handle(page, "wipe").click();
  await handle(page, "confirm-wipe").click();
  await handle(page, "documents").waitFor({ state: "hidden" });
  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  assert.equal(await items(page).count(), 0);
});

test("a backup of a newer program is refused, and a damaged line does not stop the rest", async () => {
  const { page } = await world.person();
  const give = (text) => openFiles(page, { name: "备份.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
  await give('{"format":"juyao-backup","version":9}\n');
  await page.getByText("由更新的版本写成").first().waitFor();
  await give('{"format":"juyao-backup","version":1}\n{"entry":{}}\n');
  await page.getByText("有 1 篇读不出").first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("what is known of a document is written down, and its date moves its deadlines", async () => {
  const { page } = await world.person();
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await page.keyboard.press("Alt+2");
  const days = () => page.locator('[data-testid="task"] [data-column="deadline"] .number').allTextContents();
  const before = await days();
  assert.ok(before.length > 0);
  await handle(page, "document-details").click();
  await handle(page, "document-date").fill("2031-03-12");
  await handle(page, "document-speaker").fill("王市长");
  await handle(page, "document-note").fill("按录音整理\n再看");
  await handle(page, "document-save").click();
  await page.waitForFunction(() => [...document.querySelectorAll('[data-testid="task"] [data-column="deadline"] .number')].some((cell) => cell.textContent.startsWith("2031")));
  await saved(page);
  await page.reload();
  await opened(page);
  const exported = JSON.parse((await download(page)).text).document;
  assert.deepEqual([exported.date, exported.speaker, exported.note], ["2031-03-12", "王市长", "按录音整理\n再看"]);
});

/** Makes the record of a document unreadable, as a failing disk does. */
function damage(page, words) {
  return page.evaluate(async (words) => {
    const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = reject)));
    const database = await done(indexedDB.open("juyao"));
    const store = (name) => database.transaction(name, "readwrite").objectStore(name);
    const { id } = (await done(store("documents").getAll())).find(({ title }) => title.includes(words));
    await done(store("snapshots").put(new Uint8Array([1, 2, 3]), id));
    database.close();
  }, words);
}

test("a damaged document says so in plain words and does not hold back the others", async () => {
  const page = await library();
  await damage(page, "乡村");
  await home(page);
  await row(page, "乡村").getByTestId("document-item").click();
  await page.getByText("读不出来").waitFor();
  const coming = page.waitForEvent("download");
  await handle(page, "backup").click();
  const lines = readFileSync(await (await coming).path(), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const texts = lines.map((line) => line.text).filter(Boolean).sort();
  assert.deepEqual(texts, ["safety", "digital-government"].map((name) => sample(name).text).sort());
  await page.getByText("有 1 篇文档的记录读不出来").waitFor();
  await row(page, "安全生产").getByTestId("document-item").click();
  await opened(page);
  await handle(page, "export").click();
  await handle(page, "all-documents").click();
  const together = page.waitForEvent("download");
  await handle(page, "export-ndjson").click();
  const count = readFileSync(await (await together).path(), "utf8").trim().split("\n").length;
  assert.equal(count, 2);
});
