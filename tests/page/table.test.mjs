// The task table: walked, edited, filled down and undone by key; sorted and filtered; what it shows is what is exported.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { download, handle, opened, painted, paste, sample, saved, settled, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

async function table(name = "manufacturing") {
  const { page } = await world.person();
  await paste(page, sample(name).text);
  await opened(page);
  await page.keyboard.press("Alt+2");
  await handle(page, "task-table").waitFor();
  return page;
}

const rows = (page) => handle(page, "task");
const cell = (page, row, column) => rows(page).nth(row).locator(`[data-column="${column}"]`);
const current = async (page) => {
  await painted(page);
  return page.evaluate(() => {
    const cell = document.activeElement.closest("[role=gridcell]");
    return cell && [cell.closest("tr").dataset.id, cell.dataset.column];
  });
};
/** What the chips of a cell say, once the last key is on the screen. */
const chips = async (page, row, column) => (await painted(page), cell(page, row, column).locator(".chip").allTextContents());

test("a cell is edited by key: a unit that the speech does not name, and a deadline that it does not give", async () => {
  const page = await table();
  await cell(page, 0, "words").click();
  assert.equal((await current(page))[1], "words");
  await page.keyboard.press("ArrowRight");
  assert.equal((await current(page))[1], "lead");
  await page.keyboard.press("Enter");
  const editor = handle(page, "cell-editor");
  await editor.fill("市大数据局、市审计局");
  await page.keyboard.press("Tab");
  assert.equal((await current(page))[1], "support", "Tab commits and goes right");
  assert.deepEqual(await chips(page, 0, "lead"), ["市大数据局", "市审计局"]);

  await page.keyboard.press("F2");
  await editor.fill("作废");
  await page.keyboard.press("Escape");
  await painted(page);
  assert.ok(!(await cell(page, 0, "support").textContent()).includes("作废"), "Esc gives up");

  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+D");
  assert.deepEqual(await chips(page, 1, "lead"), ["市大数据局", "市审计局"], "filled down");
  await page.keyboard.press("Control+Z");
  await painted(page);
  assert.ok(!(await cell(page, 1, "lead").textContent()).includes("市大数据局"), "one step back");
  await saved(page);

  const exported = JSON.parse((await download(page)).text);
  const id = await rows(page).first().getAttribute("data-id");
  const measure = exported.annotations.find((found) => found.id === id);
  assert.equal(measure.attributes.lead, "市大数据局、市审计局");
  await page.reload();
  await settled(page);
  await opened(page);
  await page.keyboard.press("Alt+2");
  await handle(page, "task-table").waitFor();
  assert.deepEqual(await chips(page, 0, "lead"), ["市大数据局", "市审计局"], "kept over a reload");
  assert.deepEqual(page.errors, []);
});

test("a name of the speech becomes a link, picked from what is proposed", async () => {
  const page = await table();
  const measures = new Set(JSON.parse((await download(page)).text).measures.map((measure) => measure.annotation));
  await page.getByTestId("filter-missing").selectOption("lead");
  await painted(page);
  // A target has a row too, but no record among the measures.
  const ids = await rows(page).evaluateAll((rows) => rows.map((row) => row.dataset.id));
  const row = ids.findIndex((id) => measures.has(id));
  await cell(page, row, "lead").dblclick();
  await handle(page, "cell-editor").pressSequentially("市工信");
  await page.locator('[role="option"]', { hasText: "市工信局" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const id = ids[row];
  await page.keyboard.press("Enter");
  await page.getByTestId("clear-filter").click();
  const exported = JSON.parse((await download(page)).text);
  const link = exported.links.find((found) => found.from === id && found.type === "lead" && found.origin === "human");
  const unit = exported.annotations.find((found) => found.id === link?.to);
  assert.equal(unit?.quote, "市工信局");
  assert.deepEqual(exported.measures.find((found) => found.annotation === id).lead, [unit.id]);
});

test("rows are filtered and sorted, columns are chosen, gaps are flagged", async () => {
  const page = await table();
  const all = await rows(page).count();
  assert.ok(all > 5);
  assert.ok((await handle(page, "missing").count()) > 0, "gaps are flagged");
  await page.getByTestId("filter-missing").selectOption("deadline");
  await painted(page);
  const timeless = await rows(page).count();
  assert.ok(timeless > 0 && timeless < all);
  for (const text of await page.locator('[data-column="deadline"]').allTextContents()) assert.match(text, /缺时限/);
  await page.getByTestId("clear-filter").click();
  await painted(page);
  assert.equal(await rows(page).count(), all);

  await page.getByRole("button", { name: "按章节分组" }).click();
  const head = page.getByRole("columnheader", { name: "完成时限" });
  await head.getByRole("button").click();
  await painted(page);
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const days = (await page.locator('[data-column="deadline"] .number').allTextContents()).filter(Boolean);
  assert.deepEqual(days, [...days].sort());

  await handle(page, "columns").click();
  await page.getByRole("checkbox", { name: "政策工具" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "政策工具" }).waitFor();
  await page.reload();
  await opened(page);
  await page.keyboard.press("Alt+2");
  await page.getByRole("columnheader", { name: "政策工具" }).waitFor();
});

test("Space shows the sentence, and a row leads to it", async () => {
  const page = await table();
  await cell(page, 2, "words").click();
  const id = await rows(page).nth(2).getAttribute("data-id");
  await page.keyboard.press("Space");
  await handle(page, "sentence").waitFor();
  const words = await cell(page, 2, "words").evaluate((cell) => cell.firstChild.textContent);
  assert.ok((await handle(page, "sentence").textContent()).includes(words.slice(-8)));
  await page.keyboard.press("Escape");
  await handle(page, "sentence").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Enter");
  await handle(page, "document").waitFor();
  await painted(page);
  assert.equal(await page.locator('[data-testid="annotation"][aria-selected="true"]').getAttribute("data-id"), id);
  await page.locator(".overlay .ring").waitFor();
});

test("on a phone each task is a card: nothing is wider than the screen, and what is touched is edited", async () => {
  const { page } = await world.person({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await handle(page, "more").tap();
  await handle(page, "more-table").tap();
  await handle(page, "task-table").waitFor();
  const wide = await page.evaluate(() => [document.documentElement, document.querySelector(".table-scroll")].map((box) => box.scrollWidth - box.clientWidth));
  assert.deepEqual(wide, [0, 0]);
  const heads = await rows(page).first().locator("[role=gridcell]").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content.replaceAll('"', "")));
  for (const head of ["牵头单位", "配合单位", "责任单位", "完成时限", "目标", "力度", "状态"]) assert.ok(heads.includes(head), `${head}: ${heads}`);
  const low = await rows(page).first().locator("[role=gridcell]").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().height).filter((height) => height < 43.5));
  assert.deepEqual(low, [], "as high as a finger");
  const editor = handle(page, "cell-editor");
  for (const [column, value] of [["words", "编制三张清单"], ["lead", "市审计局"], ["deadline", "2026-06-30"], ["targets", "产值过百亿元"]]) {
    await cell(page, 1, column).tap();
    // The next touch ends the edit of this one; where it goes must not move under it.
    await editor.fill(value);
  }
  await cell(page, 1, "status").tap();
  await editor.selectOption("accepted");
  await cell(page, 1, "modality").tap();
  await editor.selectOption({ label: "鼓励" });
  await page.keyboard.press("Enter");
  await painted(page);
  for (const [column, value] of [["words", "编制三张清单"], ["lead", "市审计局"], ["deadline", "2026-06-30"], ["targets", "产值过百亿元"], ["status", "已接受"], ["modality", "鼓励"]]) {
    assert.ok((await cell(page, 1, column).innerText()).includes(value), column);
  }
  await handle(page, "sort").selectOption("deadline");
  const days = (await rows(page).locator('[data-column="deadline"] .number').allInnerTexts()).filter(Boolean);
  assert.ok(days.length > 2);
  await handle(page, "sort-reversed").tap();
  assert.equal(await handle(page, "filter-missing").count(), 0, "filters take no room until they are asked for");
  await handle(page, "table-filter").tap();
  const all = await rows(page).count();
  await handle(page, "filter-missing").selectOption("deadline");
  assert.ok((await rows(page).count()) < all);
  assert.deepEqual(page.errors, []);
});

test("the keys of the grid work as soon as the table is shown, from the row of the current mark", async () => {
  const { page } = await world.person();
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await handle(page, "tab-measures").click();
  await handle(page, "measure").nth(3).click();
  await handle(page, "page-table").click();
  await page.waitForFunction(() => document.activeElement.matches("[role=gridcell]"));
  const id = await page.locator("tr.current").getAttribute("data-id");
  assert.notEqual(id, await rows(page).first().getAttribute("data-id"));
  assert.deepEqual(await current(page), [id, "words"]);
  await page.keyboard.press("Space");
  await handle(page, "sentence").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  assert.notEqual((await current(page))[0], id);
});

test("the table has the focus when it is asked for while the label palette is open", async () => {
  const { page } = await world.person();
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await page.keyboard.press("n");
  await page.keyboard.press("Slash");
  await handle(page, "palette").waitFor();
  await page.keyboard.press("Alt+2");
  await handle(page, "task-table").waitFor();
  const [id, column] = await current(page);
  await page.keyboard.press("ArrowDown");
  assert.notEqual((await current(page))[0], id);
  assert.equal((await current(page))[1], column);
});

test("undecided marks without a task are no reason to tick anything", async () => {
  const { page } = await world.person();
  await paste(page, "去年，全市规模以上工业增加值增长8.2%。");
  await opened(page);
  assert.notEqual(await handle(page, "annotation").count(), 0);
  await handle(page, "export").click();
  await handle(page, "include-suggestions").waitFor();
  assert.equal(await handle(page, "no-tasks").count(), 0);
});

test("a table that would be empty says so before it is exported", async () => {
  const page = await table();
  await handle(page, "export").click();
  await handle(page, "no-tasks").waitFor();
  await handle(page, "include-suggestions").click();
  await handle(page, "no-tasks").waitFor({ state: "detached" });
});
