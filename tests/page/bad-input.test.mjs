// What is not a speech gives a sensible result or a clear message, and earlier work stays.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  assertSame, commandLine, download, handle, listed, opened, openFiles, paste, sample, saved, settled, start,
} from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

/** A person with a speech already pasted and one suggestion accepted, back on the start page. */
async function personWithWork() {
  const person = await world.person();
  const { page } = person;
  await paste(page, sample("one-line").text);
  await opened(page);
  await saved(page);
  const before = (await download(page)).text;
  await page.goto(world.server.url);
  await settled(page);
  return { ...person, before };
}

/** The earlier document is still listed, and still what it was. */
async function assertWorkUntouched(page, before) {
  await page.goto(world.server.url);
  await settled(page);
  await handle(page, "document-item").filter({ hasText: "河湖长制" }).first().click();
  await opened(page);
  assertSame((await download(page)).text, before);
}

test("an empty paste opens nothing", async () => {
  const { page, before } = await personWithWork();
  await handle(page, "paste").fill("  \n\t ");
  await page.keyboard.press("Control+Enter");
  assert.equal(await handle(page, "document").isVisible(), false);
  await assertWorkUntouched(page, before);
});

test("a file of more than 20 MB is refused with a message", async () => {
  const { page, before } = await personWithWork();
  await openFiles(page, [{ name: "大.txt", mimeType: "text/plain", buffer: Buffer.alloc(21 << 20, "安全生产。\n") }]);
  await page.getByText(/20 ?MB/).first().waitFor();
  assert.equal(await handle(page, "document").isVisible(), false);
  await assertWorkUntouched(page, before);
});

test("a binary file is refused with a message", async () => {
  const { page, before } = await personWithWork();
  const buffer = Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * 7919 + (at >> 3)) & 255));
  await openFiles(page, [{ name: "图.txt", mimeType: "text/plain", buffer }]);
  await page.getByText(/图\.txt/).first().waitFor();
  assert.equal(await handle(page, "document").isVisible(), false);
  await assertWorkUntouched(page, before);
});

test("a GB18030 file gives what the same text in UTF-8 gives", async () => {
  const { page } = await world.person();
  const { path, text } = sample("safety");
  await openFiles(page, [{ name: "讲话.txt", mimeType: "text/plain", buffer: gb18030(text) }]);
  await opened(page);
  assertSame((await download(page)).text, commandLine(path));
});

test("an English text opens with nothing to do in it", async () => {
  const { page } = await world.person();
  await paste(page, "Minutes of the meeting\n\nThe committee met on 3 May and adjourned at noon.\n");
  await opened(page);
  const statements = (await listed(page)).filter(({ label }) => ["measure", "target", "rule"].includes(label));
  assert.deepEqual(statements, []);
  assert.match(await handle(page, "document").innerText(), /adjourned at noon/, "it is not folded away");
  assert.deepEqual(page.errors, []);
});

test("one line of 1 MB opens and can be exported", async () => {
  const { page } = await world.person();
  const { text } = sample("one-line");
  const line = text.repeat(Math.ceil(1_000_000 / Buffer.byteLength(text)));
  await openFiles(page, [{ name: "长.txt", mimeType: "text/plain", buffer: Buffer.from(line) }]);
  await opened(page, 120_000);
  assertSame(JSON.parse((await download(page)).text).document.text, line);
  assert.deepEqual(page.errors, []);
});

/** The text in GB18030, for which the decoder of the platform is asked, pair by pair. */
function gb18030(text) {
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = low === 0x7f ? "" : decoder.decode(Uint8Array.of(high, low));
      if ([...char].length === 1 && char !== "\ufffd") bytes.set(char, [high, low]);
    }
  }
  return Buffer.from([...text].flatMap((char) => (char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : bytes.get(char))));
}
