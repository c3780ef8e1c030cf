// Labels and link types: edited, imported, exported; a label in use never goes silently.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { download, handle, listed, opened, paste, sample, schema, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const validate = new Ajv({ strict: false }).compile(schema);

async function person() {
  const { page } = await world.person();
  await paste(page, sample("manufacturing").text);
  await opened(page);
  await handle(page, "edit-tagset").click();
  await handle(page, "tagset-editor").waitFor();
  return page;
}

const exported = async (page) => JSON.parse((await download(page)).text);
const entry = (page, label) => page.locator(`[data-testid="tagset-label"][data-label="${label}"]`);
const count = async (page, label) => (await exported(page)).annotations.filter((found) => found.label === label).length;

test("a new label with key, colour and field is there at once and can be undone", async () => {
  const page = await person();
  await page.locator('[data-testid="tagset-add"][data-layer="mention"]').click();
  const fill = async (id, text) => {
    await handle(page, id).fill(text);
    await handle(page, id).blur();
  };
  await page.waitForFunction(() => document.activeElement?.dataset.testid === "tagset-zh");
  await page.keyboard.insertText("风险");
  await handle(page, "tagset-zh").blur();
  await fill("tagset-glyph", "险");
  await handle(page, "tagset-key").focus();
  await page.keyboard.press("h");
  await handle(page, "tagset-add-field").click();
  await handle(page, "tagset-field-kind").selectOption("choice");
  await handle(page, "tagset-values").fill("高，中，低");
  await handle(page, "tagset-values").blur();
  await handle(page, "tagset-save").click();

  await page.locator('[data-testid="annotation"][data-label="time"]').first().click();
  const { id } = await page.locator('[data-testid="annotation"][aria-selected="true"]').evaluate((found) => ({ ...found.dataset }));
  await page.keyboard.press("h");
  const { label } = (await listed(page)).find((found) => found.id === id);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.activeElement?.closest("#panel-detail"));
  await page.keyboard.press("Enter");
  const file = await exported(page);
  assert.ok(validate(file), JSON.stringify(validate.errors?.slice(0, 3)));
  const added = file.tagset.labels.find((known) => known.id === label);
  assert.deepEqual([added.zh, added.glyph, added.key], ["风险", "险", "KeyH"]);
  assert.deepEqual(Object.values(file.annotations.find((found) => found.id === id).attributes), ["高"]);
  for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
  assert.ok(!(await exported(page)).tagset.labels.some((known) => known.zh === "风险"));
});

test("deleting a label in use asks: move, hide or cancel", async () => {
  const page = await person();
  await entry(page, "time").click();
  await handle(page, "tagset-remove").click();
  assert.match(await handle(page, "tagset-ask").innerText(), /时间.*\d+/s);
  await handle(page, "tagset-keep").click();
  assert.equal(await entry(page, "time").count(), 1, "cancelled");
  await entry(page, "time").click();
  await handle(page, "tagset-remove").click();
  await handle(page, "tagset-target").selectOption("term");
  await handle(page, "tagset-move").click();
  await handle(page, "tagset-save").click();
  assert.equal(await count(page, "time"), 0);
  await page.keyboard.press("Control+z");
  const times = await count(page, "time");
  assert.ok(times > 5);

  await page.keyboard.press("p");
  await entry(page, "time").click();
  await handle(page, "tagset-remove").click();
  await handle(page, "tagset-hide").click();
  await handle(page, "tagset-save").click();
  assert.equal(await count(page, "time"), times, "hidden, not lost");
  const painted = await page.evaluate(() => CSS.highlights.get("time-suggested-0")?.size ?? 0);
  assert.equal(painted, 0);
});

test("deleting a link type in use asks: move the links, keep them or cancel", async () => {
  const page = await person();
  await page.keyboard.press("Escape");
  const before = (await exported(page)).links.filter((link) => link.type === "lead").length;
  assert.ok(before > 0);
  const kind = (id) => page.locator(`[data-testid="tagset-link"][data-link="${id}"]`);
  const links = async () => (await exported(page)).links;
  const remove = async () => {
    if (!(await handle(page, "tagset-editor").count())) await page.keyboard.press("p");
    await kind("lead").click();
    await handle(page, "tagset-remove-link").click();
  };
  await remove();
  assert.match(await handle(page, "tagset-ask").innerText(), new RegExp(`牵头.*${before}`, "s"));
  await handle(page, "tagset-keep").click();
  assert.equal(await kind("lead").count(), 1, "cancelled");
  await remove();
  const offered = await handle(page, "tagset-target").locator("option").evaluateAll((options) => options.map((option) => option.value));
  assert.ok(offered.includes("support") && !offered.includes("deadline"), `only what joins the same labels: ${offered}`);
  await handle(page, "tagset-target").selectOption("support");
  await handle(page, "tagset-move").click();
  await handle(page, "tagset-save").click();
  assert.equal((await links()).filter((link) => link.type === "lead").length, 0);
  assert.ok((await links()).filter((link) => link.type === "support").length >= before);
  await page.keyboard.press("Control+z");
  assert.equal((await links()).filter((link) => link.type === "lead").length, before);

  await remove();
  await handle(page, "tagset-hide").click();
  await handle(page, "tagset-save").click();
  const file = await exported(page);
  assert.ok(validate(file), JSON.stringify(validate.errors?.slice(0, 3)));
  assert.equal(file.links.filter((link) => link.type === "lead").length, before, "kept");
  assert.ok(file.tagset.links.find((link) => link.id === "lead").retired);
  await page.locator('[data-testid="annotation"][data-label="measure"]').first().click();
  await page.keyboard.press("c");
  assert.equal(await page.locator('[data-testid="link-kind"][data-kind="lead"]').count(), 0, "no longer offered");
  assert.deepEqual(page.errors, []);
});

test("the policy-instrument set hides what it does not have, and coming back brings it back", async () => {
  const page = await person();
  await handle(page, "tagset-ready").selectOption("policy_instruments");
  await handle(page, "tagset-save").click();
  const file = await exported(page);
  assert.ok(validate(file), JSON.stringify(validate.errors?.slice(0, 3)));
  const labels = file.tagset.labels.filter((label) => !label.retired).map((label) => label.id);
  for (const id of ["supply", "environment", "demand"]) assert.ok(labels.includes(id), id);
  assert.ok(file.annotations.some((found) => found.label === "measure"), "measures are kept");
  await page.keyboard.press("p");
  await handle(page, "tagset-ready").selectOption("guidelines");
  await handle(page, "tagset-save").click();
  assert.ok(!(await exported(page)).tagset.labels.some((label) => label.retired));
});

test("a set goes out as a file and comes back in; other files are refused", async () => {
  const page = await person();
  const coming = page.waitForEvent("download");
  await handle(page, "tagset-export").click();
  const text = readFileSync(await (await coming).path(), "utf8");
  const tagset = JSON.parse(text);
  tagset.id = "own";
  tagset.labels.push({ id: "hope", layer: "mention", zh: "期盼", en: "Hope", glyph: "盼", description: "" });
  const give = (buffer) => handle(page, "tagset-import").setInputFiles({ name: "t.json", mimeType: "application/json", buffer: Buffer.from(buffer) });
  await give("[1, 2]");
  await page.getByText(/不是标签集/).first().waitFor();
  await give(JSON.stringify(tagset));
  await entry(page, "hope").waitFor();
  await handle(page, "tagset-save").click();
  assert.deepEqual((await exported(page)).tagset, tagset);
});
