// Statistics: charts that agree with their tables, saved as SVG and PNG, in the colours of the theme.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { handle, opened, paste, sample, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

async function statistics() {
  const { page } = await world.person();
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await page.keyboard.press("Alt+3");
  await handle(page, "statistics").waitFor();
  return page;
}

const figures = (page, id) =>
  handle(page, `chart-${id}`).locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
const drawn = (page, id) => handle(page, `chart-${id}`).locator("svg.chart text").allTextContents();

test("every chart shows what its table says", async () => {
  const page = await statistics();
  const sections = await figures(page, "sections");
  assert.ok(sections.length >= 4);
  const words = await drawn(page, "sections");
  for (const row of sections) {
    assert.ok(words.some((word) => row[0].startsWith(word.replace("…", ""))), `${row[0]} is drawn`);
    assert.equal(row.slice(1, -1).reduce((sum, cell) => sum + Number(cell), 0), Number(row.at(-1)));
  }
  const units = await figures(page, "units");
  assert.ok(units.length >= 3);
  assert.ok((await drawn(page, "units")).includes(units[0][0]), "the busiest unit");
  const months = await figures(page, "deadlines");
  const due = months.reduce((sum, row) => sum + Number(row[1]) + Number(row[2]), 0);
  assert.equal(await handle(page, "chart-deadlines").locator("svg circle").count(), due);
  assert.ok((await figures(page, "instruments")).length >= 2);
  await handle(page, "chart-sections").getByTestId("chart-table").click();
  await handle(page, "chart-sections").locator("table").waitFor({ state: "visible" });
  assert.deepEqual(page.errors, []);
});

test("charts follow the theme and are saved with its colours", async () => {
  const page = await statistics();
  const save = async (kind) => {
    const coming = page.waitForEvent("download");
    await handle(page, "chart-sections").getByTestId(`chart-${kind}`).click();
    const file = await coming;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const fill = () => page.locator("svg.chart .tone-st-measure").first().evaluate((shape) => getComputedStyle(shape).fill);
  const light = await fill();
  const svg = await save("svg");
  assert.match(svg.name, /各章节陈述\.svg$/);
  assert.match(svg.bytes.toString(), /^<svg [^]*fill="#d8e6fb"[^]*<\/svg>\n$/);
  await handle(page, "theme").click();
  await handle(page, "theme").click();
  assert.notEqual(await fill(), light);
  const dark = await save("svg");
  assert.match(dark.bytes.toString(), /fill="#1f4070"/);
  const png = await save("png");
  assert.match(png.name, /\.png$/);
  assert.deepEqual([...png.bytes.subarray(1, 4)].map((code) => String.fromCharCode(code)).join(""), "PNG");
  assert.equal(png.bytes.readUInt32BE(16), 640 * 3, "sharp enough for print");
  assert.deepEqual(page.errors, []);
});

const areas = (page, id) => handle(page, `chart-${id}`).getByTestId("chart-area");
const told = async (area) => Number(/(\d+) 条/.exec(await area.getAttribute("aria-label"))[1]);

test("a figure leads to the tasks that it counts, with a filter that can be taken away", async () => {
  const page = await statistics();
  const rows = handle(page, "task");
  const first = areas(page, "units").first();
  const [count, unit] = [await told(first), (await figures(page, "units"))[0][0]];
  await first.click();
  await handle(page, "task-table").waitFor();
  assert.equal(await rows.count(), count);
  for (const row of await rows.allTextContents()) assert.ok(row.includes(unit), `${unit} in ${row}`);
  assert.ok((await handle(page, "picked").textContent()).startsWith(unit));
  await handle(page, "picked").click();
  await handle(page, "picked").waitFor({ state: "detached" });
  const all = await rows.count();
  assert.ok(all > count);

  await page.keyboard.press("Alt+3");
  const open = Number(/\d+/.exec(await handle(page, "untimed").textContent())[0]);
  await handle(page, "untimed").click();
  await handle(page, "task-table").waitFor();
  assert.equal(await rows.count(), open);
  await handle(page, "clear-filter").click();
  assert.equal(await rows.count(), all);
  assert.deepEqual(page.errors, []);
});

test("deadlines that no year is known for are counted, and the day of the speech can be added there", async () => {
  const { page } = await world.person();
  await paste(page, "一、重点工作\n县水利局要修好水渠，6月底前完成清淤12公里。县交通局要打通断头路，年内建成桥梁3座。\n");
  await opened(page);
  await page.keyboard.press("Alt+3");
  const undated = handle(page, "undated");
  await undated.waitFor();
  const open = Number(/\d+/.exec(await undated.textContent())[0]);
  assert.ok(open > 0);
  assert.deepEqual(await figures(page, "deadlines"), []);
  await handle(page, "add-date").click();
  await handle(page, "document-date").fill("2027-03-01");
  await handle(page, "document-save").click();
  await areas(page, "deadlines").first().waitFor();
  const months = (await figures(page, "deadlines")).map((row) => [row[0], Number(row.at(-1))]);
  assert.deepEqual([months[0][0], months.at(-1)[0]], ["2027-06", "2027-12"]);
  assert.equal(months.reduce((sum, [, count]) => sum + count, 0), open);
  assert.equal(await undated.count(), 0);
  assert.deepEqual(page.errors, []);
});

test("by key: arrows go from figure to figure, Enter shows what it counts", async () => {
  const page = await statistics();
  await areas(page, "deadlines").first().focus();
  await page.keyboard.press("ArrowRight");
  const here = page.locator("[data-testid=chart-area]:focus");
  const [count, name] = [await told(here), await here.getAttribute("aria-label")];
  assert.notEqual(name, await areas(page, "deadlines").first().getAttribute("aria-label"));
  await page.keyboard.press("Enter");
  await handle(page, "task-table").waitFor();
  assert.equal(await handle(page, "task").count(), count);
  assert.ok(name.startsWith(await handle(page, "picked").textContent()));
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "gridcell");

  await page.keyboard.press("Alt+3");
  await handle(page, "chart-instruments").getByTestId("chart-table").click();
  const figure = handle(page, "chart-instruments").getByTestId("chart-figure").first();
  const listed = Number(await figure.textContent());
  await figure.press("Enter");
  await handle(page, "task-table").waitFor();
  assert.equal(await handle(page, "task").count(), listed);
  assert.deepEqual(page.errors, []);
});

test("what is no task is shown in the list and in the text", async () => {
  const page = await statistics();
  const reported = handle(page, "chart-sections").locator('[data-testid=chart-area][aria-label*="成效"]').first();
  const count = await told(reported);
  await reported.click();
  await handle(page, "document").waitFor();
  const shown = await handle(page, "annotation").evaluateAll((items) => items.map((item) => item.dataset.label));
  assert.deepEqual(shown, Array(count).fill("achievement"));
  const painted = (name) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].filter((range) => range.startContainer.isConnected).length, name);
  await page.waitForFunction((count) => [...(CSS.highlights.get("tint-achievement-suggested-0") ?? [])].filter((range) => range.startContainer.isConnected).length >= count, count);
  assert.equal(await painted("actor-suggested-0"), 0, "nothing else is painted");
  await handle(page, "picked").click();
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid="annotation"]').length > count, count);
  assert.deepEqual(page.errors, []);
});
