// Everything that matters can be done without a mouse, and is there for assistive technology.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, listed, opened, paste, sample, saved, start } from "./drive.mjs";

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
