// Drives the built page in Chromium: what a test needs, in the words of a person who uses the page.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Where no language is set, the browser gives a download with a Chinese name another one.
process.env.LC_ALL ??= "C.UTF-8";
// A test that waits for what never comes, or one that failed and left something open, must not hold up all others.
if (process.env.NODE_TEST_CONTEXT) setTimeout(() => process.exit(1), 20 * 60_000).unref();
/** The folder of the built page. */
export const DIST = process.env.DIST ?? join(ROOT, "dist");
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run " +
  "--disable-background-networking --disable-component-update --disable-sync";

/** A sample speech's path and text. */
export function sample(name) {
  const path = join(ROOT, "src/samples", `${name}.txt`);
  return { path, text: readFileSync(path, "utf8") };
}

/** What the command line prints for a file. */
export function commandLine(path) {
  return execFileSync(join(ROOT, "target/debug/juyao"), ["extract", "--format", "json", path], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}

/** Fails with the first line in which two files differ. */
export function assertSame(actual, expected) {
  if (actual === expected) return;
  const [ours, theirs] = [actual, expected].map((file) => file.split("\n"));
  const at = ours.findIndex((line, number) => line !== theirs[number]);
  throw new Error(`line ${at + 1}\n  is     ${ours[at]}\n  not    ${theirs[at]}\n  after  ${ours[at - 1]}`);
}

/** The JSON Schema of exports. */
export const schema = JSON.parse(readFileSync(join(ROOT, "src/export/juyao.schema.json"), "utf8"));

/** A running Chromium and server; `close` ends both. */
export async function start() {
  if (!existsSync(join(DIST, "index.html"))) throw new Error("no page in dist/: run make build");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(" ") });
  const server = await serve(DIST);
  return {
    server,
    browser,
    /** A person with a browser profile of their own, and the page open in it. */
    async person(options = {}) {
      const context = await browser.newContext({
        locale: "zh-CN",
        viewport: { width: 1440, height: 900 },
        permissions: ["clipboard-read", "clipboard-write"],
        ...options,
      });
      const page = await open(context, server.url);
      return { context, page, url: server.url };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the page in a tab of its own and waits until it can be used. Errors in the page are kept in `page.errors`. */
export async function open(context, url) {
  const page = await context.newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  await page.addInitScript(countPieces);
  readWhenPainted(page);
  await page.goto(url);
  await settled(page);
  return page;
}

/** The element with this handle. */
export function handle(page, id) {
  return page.locator(`[data-testid="${id}"]`);
}

/** Waits until the page is neither loading nor extracting. */
export async function settled(page, timeout = 60_000) {
  await page.waitForSelector('[data-testid="app"][data-state="ready"]', { timeout });
}

/** Waits until everything is written to storage. */
export async function saved(page) {
  await painted(page);
  await page.waitForSelector('[data-testid="app"][data-saved="true"]', { timeout: 20_000 });
}

/** Pastes a text into the start page as a person does: from the clipboard, by key. */
export async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await handle(page, "paste").focus();
  await page.keyboard.press("Control+V");
}

/** Opens files through the file input. */
export async function openFiles(page, files) {
  await handle(page, "open-file").setInputFiles(files);
}

/** Waits until a document is open and its suggestions are complete. */
export async function opened(page, timeout = 60_000) {
  await handle(page, "document").waitFor({ timeout });
  await settled(page, timeout);
}

/**
 * Waits until what the last key or click has done is on the screen. The page draws in pieces, with short timers
 * between them, so it is done when none runs. What follows from where things stand comes with the frame after that.
 */
export async function painted(page) {
  await page.mainFrame().evaluate(async () => {
    for (let frames = 0; frames < 2 || window.pieces?.size > 0; frames += 1) await new Promise(requestAnimationFrame);
  });
}

/** Runs in the page before its program: keeps the short timers that run in `window.pieces`. */
function countPieces() {
  const { setTimeout, clearTimeout } = window;
  const pieces = (window.pieces = new Set());
  window.setTimeout = (run, delay = 0, ...given) => {
    const timer = setTimeout(() => {
      pieces.delete(timer);
      run(...given);
    }, delay);
    if (delay < 50) pieces.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => {
    pieces.delete(timer);
    clearTimeout(timer);
  };
}

const READS = [
  "allInnerTexts", "allTextContents", "boundingBox", "count", "evaluate", "evaluateAll", "getAttribute", "innerText", "inputValue",
  "isChecked", "isVisible", "textContent",
];

/** What is read from a page is read when it is painted. Keys and clicks wait for nothing, like those of a quick person. */
function readWhenPainted(page) {
  const whenPainted = (reader, name, pageOf) => {
    const read = reader[name];
    reader[name] = async function (...given) {
      await painted(pageOf(this));
      return read.apply(this, given);
    };
  };
  whenPainted(page, "evaluate", () => page);
  const locators = Object.getPrototypeOf(page.locator("body"));
  if (locators.isPatient) return;
  locators.isPatient = true;
  for (const name of READS) whenPainted(locators, name, (locator) => locator.page());
}

/** The annotations in the list, as far as it shows them. */
export async function listed(page) {
  return handle(page, "annotation-list")
    .locator('[data-testid="annotation"]')
    .evaluateAll((items) => items.map((item) => ({ ...item.dataset })));
}

/** Clicks through the export menu and returns the text of the file that is downloaded. */
export async function download(page, format = "json") {
  await handle(page, "export").click();
  const coming = page.waitForEvent("download");
  await handle(page, `export-${format}`).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** Selects the first occurrence of some words in the speech, with the mouse. */
export async function select(page, words) {
  const ends = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('[data-testid="document"]'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      const edge = (from, side) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + 1);
        const rect = range.getBoundingClientRect();
        return { x: rect[side], y: (rect.top + rect.bottom) / 2 };
      };
      return [edge(at, "left"), edge(at + words.length - 1, "right")];
    }
    return null;
  }, words);
  if (!ends) throw new Error(`not in one piece of the speech: ${words}`);
  await page.mouse.move(ends[0].x + 1, ends[0].y);
  await page.mouse.down();
  await page.mouse.move(ends[1].x - 1, ends[1].y, { steps: 4 });
  await page.mouse.up();
}
