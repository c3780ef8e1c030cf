// Everything that matters can be done without a mouse, and is there for assistive technology.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, listed, opened, painted, paste, sample, saved, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

/** What the list says of one annotation. */
async function status(page, id) {
  return (await listed(page)).find((item) => item.id === id)?.status;
}

test("paste, walk, decide, undo and download by keyboard alone", async () => {
  const { page } = await world.person();
  await page.evaluate((text) => navigator.clipboard.writeText(text), sample("one-line").text);
  for (let steps = 0; steps < 40; steps++) {
    if (await handle(page, "paste").evaluate((box) => box === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Control+V");
  await opened(page);

  const pending = (await listed(page)).filter((item) => item.status === "suggested");
  assert.ok(pending.length > 10, `${pending.length} suggestions`);
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await page.keyboard.press("x");
  await saved(page);
  const changed = (await listed(page)).filter((item) => item.status !== "suggested");
  assert.deepEqual(changed.map((item) => item.status).sort(), ["accepted", "rejected"]);
  const rejected = changed.find((item) => item.status === "rejected").id;
  const accepted = changed.find((item) => item.status === "accepted").id;

  await page.keyboard.press("Control+z");
  assert.equal(await status(page, rejected), "suggested");
  assert.equal(await status(page, accepted), "accepted");
  await page.keyboard.press("Control+z");
  assert.equal(await status(page, accepted), "suggested");
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+Shift+z");
  assert.equal(await status(page, rejected), "rejected");

  const coming = page.waitForEvent("download");
  await handle(page, "export").focus();
  await page.keyboard.press("Enter");
  await handle(page, "export-json").focus();
  await page.keyboard.press("Enter");
  assert.match((await coming).suggestedFilename(), /\.json$/);
  assert.deepEqual(page.errors, []);
});

/** Presses a key where the focus is, without waiting for anything. */
const PRESS = `(code, init = {}) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true, ...init }))`;

test("a key pressed in the frame in which a dialog closes is not lost", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  // So slow that the page is not done with one key when the next one comes.
  const session = await page.context().newCDPSession(page);
  const slow = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
  const current = () => page.evaluate(() => document.querySelector('[data-testid="annotation"][aria-selected="true"]')?.dataset.id);
  await page.keyboard.press("n");
  await painted(page);
  const moments = ["Shift+Slash", "Control+k", "g", "b"].flatMap((key) => [[key, true], [key, false]]);
  for (const [key, isAtOnce] of moments) {
    const before = await current();
    await page.keyboard.press(key);
    await page.locator("[role=dialog]").waitFor();
    await painted(page);
    await slow(10);
    await page.evaluate(`new Promise((pressed) => {
      const press = ${PRESS};
      press("Escape");
      if (${isAtOnce}) return pressed(press("KeyN"));
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => pressed(press("KeyN"));
      port2.postMessage(0);
    })`);
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    await slow(1);
    await painted(page);
    assert.notEqual(await current(), before, `after ${key}, ${isAtOnce ? "at once" : "a moment later"}`);
  }
});

test("letters typed in the moment in which a field is asked for arrive in it, and decide nothing", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  const session = await page.context().newCDPSession(page);
  const slow = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
  await page.keyboard.press("n");
  const before = JSON.stringify(await listed(page));
  const fields = [
    ["finder-search", { code: "KeyK", ctrlKey: true }],
    ["finder-search", { code: "KeyG" }],
    ["search", { code: "KeyF", ctrlKey: true }],
    ["palette-search", { code: "Slash" }, { code: "Slash" }],
    ["note", { code: "KeyM" }],
  ];
  for (const [field, ...keys] of fields) {
    for (const isAtOnce of [true, false]) {
      await slow(4);
      const words = await page.evaluate(`new Promise((typed) => {
        const press = ${PRESS};
        for (const key of ${JSON.stringify(keys)}) press(key.code, key);
        const type = () => {
          // A key that the page does not take is written by the browser into the field that has the focus.
          for (const letter of "xu") {
            const isLeft = press("Key" + letter.toUpperCase(), { key: letter });
            if (isLeft) document.execCommand("insertText", false, letter);
          }
          if (${isAtOnce}) press("Enter", { key: "Enter" });
          typed();
        };
        if (${isAtOnce}) return type();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = type;
        port2.postMessage(0);
      })`).then(() => handle(page, field).inputValue());
      await slow(1);
      assert.ok(words.startsWith("xu"), `${field}: ${words}`);
      assert.equal(JSON.stringify(await listed(page)), before, field);
      await handle(page, field).fill("");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await handle(page, "tab-all").click();
      await handle(page, "annotation").first().click();
    }
  }
});

test("a dialog that is opened again in the same moment is a new one", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  await page.keyboard.press("Control+k");
  await handle(page, "finder-search").fill("批量");
  await page.evaluate(`{
    const press = ${PRESS};
    press("Escape");
    document.activeElement.blur();
    press("KeyK", { ctrlKey: true });
  }`);
  await painted(page);
  assert.equal(await handle(page, "finder-search").inputValue(), "");
  assert.ok(await handle(page, "finder-search").evaluate((field) => field === document.activeElement));
});

test("letters typed into a field decide nothing", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  const before = JSON.stringify(await listed(page));
  await page.evaluate(() => {
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.type("nxnx1");
  assert.equal(JSON.stringify(await listed(page)), before);
});

test("after a dialog that was opened with the mouse Enter decides, and does not open it again", async () => {
  const { page } = await world.person();
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await handle(page, "edit-tagset").click();
  await handle(page, "tagset-editor").waitFor();
  await page.keyboard.press("Escape");
  await handle(page, "tagset-editor").waitFor({ state: "detached" });
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  assert.equal((await listed(page)).filter((item) => item.status === "accepted").length, 1);
  assert.equal(await handle(page, "tagset-editor").count(), 0);
});
