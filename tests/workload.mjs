// Figures of the workbench under load: opening, adding, undoing, walking, deciding, scrolling, memory.
// `make bench-page` runs it; it prints medians and judges nothing. ROUNDS sets how often each is measured.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { handle, opened, openFiles, sample, saved, settled, start } from "./page/drive.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** Key presses of each kind in a round. */
const PRESSES = 40;
const juyao = process.env.JUYAO ?? fileURLToPath(new URL("../target/release/juyao", import.meta.url));
const speech = ["rural", "manufacturing", "safety", "digital-government"].map((name) => sample(name).text).join("\n");

const LOADS = [
  { name: "1 MB, 10,000 annotations", characters: 350_000, annotations: 10_000 },
  { name: "60,000 characters, 2,000 annotations", characters: 60_000, annotations: 2_000 },
];

const world = await start();
const folder = mkdtempSync(join(tmpdir(), "juyao-"));
try {
  for (const load of LOADS) {
    const path = join(folder, `${load.annotations}.json`);
    const text = writeProject(path, load);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(path, text));
    console.log(`\n${load.name} (${Buffer.byteLength(text)} bytes); median and worst of ${ROUNDS}, milliseconds unless said otherwise`);
    console.table(
      Object.keys(rounds[0]).map((figure) => {
        const values = rounds.map((round) => round[figure]).sort((a, b) => a - b);
        return { figure, median: round1(values[values.length >> 1]), worst: round1(values.at(-1)) };
      }),
    );
  }
} finally {
  await world.close();
  rmSync(folder, { recursive: true });
}

/** Writes a project of so many annotations, spread evenly; returns its text. */
function writeProject(path, { characters, annotations }) {
  const text = [...speech.repeat(Math.ceil(characters / speech.length))].slice(0, characters).join("");
  writeFileSync(path, text);
  const project = JSON.parse(execFileSync(juyao, ["extract", "--format", "json", path], { encoding: "utf8", maxBuffer: 1 << 30 }));
  const all = project.annotations;
  const wanted = Math.min(annotations, all.length);
  const kept = Array.from({ length: wanted }, (_, index) => all[Math.floor((index * all.length) / wanted)]);
  const ids = new Set(kept.map(({ id }) => id));
  project.annotations = kept;
  project.links = project.links.filter(({ from, to }) => ids.has(from) && ids.has(to));
  for (const frames of ["measures", "rules", "terms"]) project[frames] = project[frames] && [];
  writeFileSync(path, JSON.stringify(project));
  return text;
}

async function measure(path, text) {
  const { context, page } = await world.person();
  await page.addInitScript(() => addEventListener("TrunkApplicationStarted", ({ detail }) => (window.program = detail.wasm)));
  await page.addInitScript(stopwatch);
  await page.goto(world.server.url);
  await settled(page);
  await openFiles(page, path);
  await opened(page, 120_000);
  await saved(page);
  const figures = { "plain paragraphs": await plain(context, text) };

  await page.goto(world.server.url);
  await settled(page);
  figures.open = await page.evaluate(() => window.opening('[data-testid="document-item"]'));
  figures["open, times plain"] = figures.open / figures["plain paragraphs"];
  figures["then, until all of the text is there"] = await page.evaluate(filled);
  await opened(page, 120_000);
  await page.waitForTimeout(1000);

  const press = (init) => page.evaluate((init) => window.pressed(init), init);
  const presses = async (...keys) => {
    const times = [];
    for (let count = 0; count < PRESSES; count++) times.push(await press(keys[count % keys.length]));
    return times.sort((a, b) => a - b);
  };
  await page.evaluate(countTextNodes);
  const walked = await presses({ code: "KeyJ" });
  const decided = await presses({ code: "Enter" }, { code: "Enter" }, { code: "KeyX" });
  figures.next = middle(walked);
  figures["accept or reject"] = middle(decided);
  figures.undo = middle(await presses({ code: "KeyZ", ctrlKey: true }));
  const all = [...walked, ...decided].sort((a, b) => a - b);
  figures["key to paint, 95th percentile"] = all[Math.floor(all.length * 0.95)];
  figures["text nodes rebuilt (count)"] = await page.evaluate(() => window.rebuilt);

  await page.evaluate(selectWord);
  await handle(page, "palette").waitFor();
  await page.waitForTimeout(200);
  figures["add one"] = await press({ code: "Digit1" });
  figures["undo the addition"] = await press({ code: "KeyZ", ctrlKey: true });
  await saved(page);
  figures["longest frame of scrolling"] = await page.evaluate(scroll);
  figures["memory: page and program (MB)"] = await memory(context, page);
  await context.close();
  return figures;
}

/** The time that the browser itself needs for the same text as plain paragraphs. */
async function plain(context, text) {
  const page = await context.newPage();
  await page.goto("about:blank");
  const time = await page.evaluate(async (lines) => {
    const style = document.createElement("style");
    style.textContent =
      "div{height:800px;overflow:auto}p{width:684px;font:18px/34px serif;content-visibility:auto;contain-intrinsic-size:auto 102px}";
    document.head.append(style);
    const column = document.createElement("div");
    const begin = performance.now();
    for (const line of lines) {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      column.append(paragraph);
    }
    document.body.append(column);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return performance.now() - begin;
  }, text.split("\n"));
  await page.close();
  return time;
}

/** Puts into the page what times it: both start with a frame and end when the browser has drawn one. */
function stopwatch() {
  /** Resolves when the frame that is being made has been drawn. */
  const drawn = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const frame = () => new Promise(requestAnimationFrame);

  /** From a click until the text stands there with its marks. */
  window.opening = async (selector) => {
    await frame();
    const begin = performance.now();
    document.querySelector(selector).click();
    do {
      await frame();
      await drawn();
    } while (performance.getEntriesByName("juyao:opening").length === 0);
    return performance.now() - begin;
  };

  /** From a key until everything that it changes in the text and in the list of annotations is shown. */
  window.pressed = async (init) => {
    let isChanged = false;
    const observer = new MutationObserver(() => (isChanged = true));
    for (const part of ["document", "annotation-list"]) {
      const element = document.querySelector(`[data-testid="${part}"]`);
      observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    const edits = performance.getEntriesByName("juyao:edit").length;
    await frame();
    const begin = performance.now();
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
    let [end, still] = [begin, 0];
    while (still < 3 && end - begin < 2000) {
      await drawn();
      const isDone = performance.getEntriesByName("juyao:edit").length > edits;
      still = isChanged || !isDone || end === begin ? 0 : still + 1;
      if (still === 0) end = performance.now();
      isChanged = false;
      await frame();
    }
    observer.disconnect();
    return end - begin;
  };
}

/** Waits for the text below the first screen, which comes between frames. */
async function filled() {
  const begin = performance.now();
  while (document.querySelector('[data-testid="document"] :is(.bundle, .stretch):not(:has(> *))')) await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}

/** Counts the text nodes of the speech that are made, taken away or written to from now on. */
function countTextNodes() {
  window.rebuilt = 0;
  const blockOf = (node) => (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
  const texts = (nodes) => [...nodes].filter((node) => node.nodeType === Node.TEXT_NODE || node.matches?.("[data-start]")).length;
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === "characterData") window.rebuilt += blockOf(target) ? 1 : 0;
      else if (blockOf(target) || target.matches('[data-testid="document"]')) window.rebuilt += texts(addedNodes) + texts(removedNodes);
    }
  }).observe(document.querySelector('[data-testid="document"]'), { subtree: true, childList: true, characterData: true });
}

/** Selects a few characters near the middle of what is in view. */
function selectWord() {
  const column = document.querySelector('[data-testid="document"]').getBoundingClientRect();
  for (let y = innerHeight / 2; y < innerHeight - 60; y += 10) {
    const place = document.caretPositionFromPoint(column.left + column.width / 2, y);
    // Between two paragraphs there is no text.
    if (place?.offsetNode.nodeType !== Node.TEXT_NODE || place.offset < 2 || !place.offsetNode.parentElement.closest("[data-start]")) continue;
    getSelection().setBaseAndExtent(place.offsetNode, place.offset - 2, place.offsetNode, place.offset);
    break;
  }
  document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}

/** Scrolls a few lines with each frame; the longest time between two frames. */
async function scroll() {
  let box = document.querySelector('[data-testid="document"]');
  while (box && !(box.scrollHeight > box.clientHeight + 100 && /auto|scroll/.test(getComputedStyle(box).overflowY))) box = box.parentElement;
  box ??= document.scrollingElement;
  let longest = 0;
  let before = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 180; frame++) {
    box.scrollTop += 240;
    const now = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - before);
    before = now;
  }
  return longest;
}

async function memory(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  const program = await page.evaluate(() => window.program?.memory.buffer.byteLength ?? 0);
  return (heap + program) / 1e6;
}

function middle(sorted) {
  return sorted[sorted.length >> 1];
}

function round1(value) {
  return Math.round(value * 10) / 10;
}
