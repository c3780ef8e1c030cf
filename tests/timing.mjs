// Figures of the built page: `make bench`. Prints times and sizes, judges nothing.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { opened, openFiles, sample, start } from "./page/drive.mjs";

const ROUNDS = 5;
const MARKS = ["juyao:usable", "juyao:dictionary", "juyao:suggestions-first", "juyao:suggestions-all", "juyao:painted"];
const dist = fileURLToPath(new URL("../dist", import.meta.url));

const speech = repeated(sample("safety").text, 10_000);
const long = repeated(sample("manufacturing").text, 1_000_000);

const world = await start();
try {
  print("Milliseconds after navigation, a speech of 10 KB pasted at once", await timeline());
  print("Extraction of 1 MB in the page, milliseconds", await longText());
  print("Bytes of the page's assets", sizes());
} finally {
  await world.close();
}

/** The median of each mark, for a profile that has never seen the page and for one that has. */
async function timeline() {
  const cold = [];
  const warm = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await world.browser.newContext();
    cold.push(await visit(context));
    warm.push(await visit(context));
    await context.close();
  }
  const median = (rows, mark) => Math.round(rows.map((row) => row[mark]).sort((a, b) => a - b)[rows.length >> 1]);
  return MARKS.map((mark) => ({ mark, cold: median(cold, mark), warm: median(warm, mark) }));
}

/** One visit in a tab of its own: the text is pasted as soon as the page takes one. */
async function visit(context) {
  const page = await context.newPage();
  await page.addInitScript((text) => {
    const pasteWhenThere = () => {
      const box = document.querySelector('[data-testid="paste"]');
      if (!box || performance.getEntriesByName("juyao:usable").length === 0) return requestAnimationFrame(pasteWhenThere);
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      box.focus();
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    };
    requestAnimationFrame(pasteWhenThere);
  }, speech);
  await page.goto(world.server.url);
  await opened(page);
  await page.waitForFunction(() => performance.getEntriesByName("juyao:suggestions-all").length > 0);
  await page.waitForTimeout(300);
  const marks = await page.evaluate((names) => {
    const times = {};
    for (const name of names) times[name] = performance.getEntriesByName(name).at(-1)?.startTime ?? NaN;
    return times;
  }, MARKS);
  await page.close();
  return marks;
}

async function longText() {
  const rows = [];
  for (let round = 0; round < 3; round++) {
    const { context, page } = await world.person();
    await openFiles(page, [{ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(long) }]);
    await opened(page, 120_000);
    await page.waitForTimeout(500);
    const measures = await page.evaluate(() =>
      performance
        .getEntriesByType("measure")
        .filter(({ name }) => name.startsWith("juyao:"))
        .map(({ name, duration }) => [name, Math.round(duration)]),
    );
    rows.push({ round: round + 1, ...Object.fromEntries(measures) });
    await context.close();
  }
  return rows;
}

function sizes() {
  const rows = files(dist).map((path) => {
    const bytes = readFileSync(path);
    return { asset: relative(dist, path), raw: bytes.length, brotli: brotliCompressSync(bytes).length };
  });
  const total = (field) => rows.reduce((sum, row) => sum + row[field], 0);
  return [...rows, { asset: "all", raw: total("raw"), brotli: total("brotli") }];
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** The text over and over, up to this many bytes of UTF-8. */
function repeated(text, bytes) {
  const whole = text.repeat(Math.ceil(bytes / Buffer.byteLength(text)));
  return Buffer.from(whole).subarray(0, bytes).toString("utf8").replace(/\ufffd+$/, "");
}

function print(title, rows) {
  console.log(`\n${title}`);
  console.table(rows);
}
