// Without a network: from the service worker's store, through an update, under any path, and as one
// file opened from disk. Every request of a session is written down.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { dense, sparse } from "../../src/web/offline/dense.mjs";
import { serve } from "../serve.mjs";
import { DIST, download, handle, listed, open, opened, openFiles, paste, sample, saved, settled, start } from "./drive.mjs";

/** The most that the one file may have, in bytes. */
const ONE_FILE = 6_000_000;

let world;
let folder;
before(async () => {
  world = await start();
  folder = mkdtempSync(join(tmpdir(), "juyao-"));
});
after(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

test("bytes come back from dense text as they were", () => {
  for (const length of [0, 1, 2, 13, 14, 8191, 8192, 8193]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7919 + (at >> 3)) & 255);
    const text = dense(bytes);
    assert.doesNotMatch(text, /[^!-~]|["<\\]/);
    assert.deepEqual(sparse(text), bytes);
  }
});

/** A profile of its own, and the addresses of all that is asked for in it. */
async function recorded() {
  const context = await world.browser.newContext({ locale: "zh-CN", permissions: ["clipboard-read", "clipboard-write"] });
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  return { context, asked };
}

/** Waits until the service worker has everything. */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** A PDF of one page with a line of text. */
const PDF = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Kids [3 0 R] /Resources << /Font << /F 4 0 R >> >> >> endobj
3 0 obj << /Type /Page /Contents 5 0 R >> endobj
4 0 obj << /Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding >> endobj
5 0 obj << >> stream
BT /F 16 Tf 80 700 Td (From a PDF) Tj ET
endstream endobj
trailer << /Root 1 0 R >>`;

/** Opens a file that the worker for files reads, and exports one that it writes. */
async function files(page, url) {
  await page.goto(url);
  await settled(page);
  await openFiles(page, [{ name: "speech.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) }]);
  await opened(page);
  assert.equal(JSON.parse((await download(page)).text).document.text, "From a PDF\n");
  assert.match((await download(page, "task-xlsx")).text, /^PK/);
  assert.match((await download(page, "report")).text, /From a PDF/);
  assert.deepEqual(page.errors, []);
}

/** Paste, decide, reload, export: what a person does. */
async function session(page) {
  await paste(page, sample("safety").text);
  await opened(page);
  assert.ok((await listed(page)).length > 50, "suggestions");
  await page.locator('[data-testid="annotation"][data-status="suggested"]').first().click();
  await handle(page, "accept").first().click();
  await saved(page);
  await page.reload();
  await settled(page);
  await opened(page);
  const file = JSON.parse((await download(page)).text);
  assert.equal(file.document.text, sample("safety").text);
  assert.equal(file.annotations.filter(({ status }) => status === "accepted").length, 1);
  assert.deepEqual(page.errors, []);
}

test("a whole session asks for the page's own files and nothing else", async () => {
  const { context, asked } = await recorded();
  const page = await open(context, world.server.url);
  await session(page);
  await files(page, world.server.url);
  const own = new Set(["", ...readdirSync(DIST)].map((name) => world.server.url + name));
  const foreign = asked.filter((url) => !own.has(url.replace(/#.*/, "")) && !url.startsWith("blob:"));
  assert.deepEqual(foreign, []);
});

test("once loaded the page opens and works without its server, under any path", async (t) => {
  cpSync(DIST, join(folder, "a/b"), { recursive: true });
  const server = await serve(folder);
  let closed;
  const close = () => (closed ??= server.close());
  t.after(close);
  const { context } = await recorded();
  const page = await open(context, `${server.url}a/b/`);
  await kept(page);
  await close();
  await page.reload();
  await settled(page);
  await session(page);
});

test("a newer version leaves the open page alone and is there when it is opened again", { timeout: 120_000 }, async (t) => {
  const root = join(folder, "update/page");
  cpSync(DIST, root, { recursive: true });
  writeFileSync(join(folder, "update/index.html"), "");
  const server = await serve(join(folder, "update"));
  t.after(() => server.close());
  const { context } = await recorded();
  let page = await open(context, `${server.url}page/`);
  await kept(page);
  await page.reload();
  await settled(page);

  const old = readdirSync(root).find((name) => /^worker-.*\.js$/.test(name));
  const renewed = old.replace(/-[0-9a-f]+/, "-0123456789abcdef");
  for (const name of ["index.html", "service_worker.js"]) {
    const text = readFileSync(join(root, name), "utf8");
    writeFileSync(join(root, name), text.replaceAll(old, renewed).replace(/VERSION = "\w+"/, 'VERSION = "newer"'));
  }
  cpSync(join(root, old), join(root, renewed));
  rmSync(join(root, old));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.getByText("新版本已备好").waitFor();

  const worker = () => page.locator('meta[name="juyao:worker"]').getAttribute("content");
  await session(page);
  assert.equal(await worker(), `./${old}`, "the open page goes on with its own files, after a reload too");
  // The old worker goes once its last page has; a page beside it sees when the new one has taken its place.
  const beside = await context.newPage();
  await beside.goto(server.url);
  await page.close();
  const isReplaced = () =>
    beside.evaluate(async () => {
      const [{ active, waiting }] = await navigator.serviceWorker.getRegistrations();
      return !waiting && active?.state === "activated";
    });
  while (!(await isReplaced())) await pause(100);
  page = await open(context, `${server.url}page/`);
  assert.equal(await worker(), `./${renewed}`);
});

test("one file on disk does everything and asks for nothing", async () => {
  const path = join(folder, "juyao.html");
  cpSync(join(DIST, "juyao.html"), path);
  assert.ok(statSync(path).size < ONE_FILE, `${statSync(path).size} bytes`);
  const { context, asked } = await recorded();
  const url = pathToFileURL(path).href;
  const page = await open(context, url);
  await session(page);
  await files(page, url);
  assert.deepEqual(asked.filter((address) => address.replace(/#.*/, "") !== url && !/^(blob|data):/.test(address)), []);
});

test("one file on disk says so where the browser does not store", async () => {
  const { context } = await recorded();
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  });
  const page = await open(context, pathToFileURL(join(DIST, "juyao.html")).href);
  await paste(page, sample("safety").text);
  await opened(page);
  await page.getByText("浏览器不让这一页存储").first().waitFor();
  assert.equal(JSON.parse((await download(page)).text).document.text, sample("safety").text);
});

test("both pages forbid whatever they do not need", () => {
  for (const name of ["index.html", "juyao.html"]) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(DIST, name), "utf8"))?.[1];
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
});
