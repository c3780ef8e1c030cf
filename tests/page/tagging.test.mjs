// Tagging by mouse and touch: snapping, pieces, edges, links by dragging, the phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { download, handle, listed, opened, paste, sample, schema, select, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const validate = new Ajv({ strict: false }).compile(schema);

async function person(options = {}, name = "manufacturing") {
  const { page } = await world.person(options);
  await paste(page, sample(name).text);
  await opened(page);
  return page;
}

const item = (page, label, place = 0) => page.locator(`[data-testid="annotation"][data-label="${label}"]`).nth(place);
const mine = async (page) => JSON.parse((await download(page)).text).annotations.filter((found) => found.origin === "human");

test("a selection snaps to words, and with Alt to characters", async () => {
  const page = await person({}, "safety");
  await select(page, "尘爆");
  await handle(page, "palette").waitFor();
  await page.keyboard.press("u");
  await page.keyboard.down("Alt");
  await select(page, "尘爆");
  await page.keyboard.up("Alt");
  await handle(page, "palette").waitFor();
  await page.keyboard.press("y");
  const quotes = (await mine(page)).map((found) => found.quote);
  assert.ok(quotes.some((quote) => quote.length > 2 && quote.includes("尘爆")), quotes.join());
  assert.ok(quotes.includes("尘爆"), quotes.join());
});

test("labels are searched by characters, full pinyin and initials", async () => {
  const page = await person();
  await item(page, "time").click();
  await page.keyboard.press("/");
  await page.keyboard.press("/");
  for (const query of ["机构", "jigou", "jg"]) {
    await handle(page, "palette-search").fill(query);
    const [first] = await handle(page, "label-option").evaluateAll((options) => options.map((option) => option.dataset.label));
    assert.equal(first, "organization", query);
  }
  const { id } = await item(page, "time").evaluate((found) => ({ ...found.dataset }));
  await page.keyboard.press("Enter");
  assert.equal((await listed(page)).find((found) => found.id === id).label, "organization");
});

test("with Ctrl a selection becomes a further piece, which the file holds", async () => {
  const page = await person();
  await item(page, "measure").click();
  const { id, start, end } = await item(page, "measure").evaluate((found) => ({ ...found.dataset }));
  await page.keyboard.down("Control");
  await select(page, "项目");
  await page.keyboard.up("Control");
  await page.waitForTimeout(300);
  const exported = JSON.parse((await download(page)).text);
  assert.ok(validate(exported), JSON.stringify(validate.errors?.slice(0, 3)));
  const found = exported.annotations.find((annotation) => annotation.id === id);
  assert.deepEqual([String(found.start), String(found.end)], [start, end], "the main piece stays");
  assert.equal(found.fragments?.length, 1);
  const [piece] = found.fragments;
  assert.equal([...exported.document.text].slice(piece.start, piece.end).join(""), piece.quote);
});

test("dragging an edge changes the range by words", async () => {
  const page = await person();
  await item(page, "measure", 1).click();
  const before = await item(page, "measure", 1).evaluate((found) => ({ ...found.dataset }));
  const handleBox = await handle(page, "handle-end").boundingBox();
  const [x, y] = [handleBox.x + handleBox.width / 2, handleBox.y + handleBox.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 34, { steps: 4 });
  await page.mouse.up();
  const after = (await listed(page)).find((found) => found.id === before.id);
  assert.equal(after.start, before.start);
  assert.ok(Number(after.end) < Number(before.end), `${before.end} → ${after.end}`);
  await page.keyboard.press("z");
  assert.equal((await listed(page)).find((found) => found.id === before.id).end, before.end);
});

test("a chip dragged to another role changes the link; the menu changes and removes it", async () => {
  const page = await person();
  const exported = JSON.parse((await download(page)).text);
  const link = exported.links.find((link) => ["lead", "support", "responsible"].includes(link.type));
  const measure = page.locator(`[data-testid="annotation"][data-id="${link.from}"]`);
  await measure.click();
  await handle(page, "tab-detail").click();
  const chip = page.locator(`[data-testid="link-chip"][data-link="${link.id}"]`);
  const other = link.type === "support" ? "lead" : "support";
  await chip.dragTo(handle(page, `field-${other}`));
  const kind = async () => JSON.parse((await download(page)).text).links.find((found) => found.id === link.id);
  assert.deepEqual([(await kind()).type, (await kind()).status], [other, "accepted"]);
  await chip.locator(".chip-menu").click();
  await page.locator('[data-testid="relink"][data-kind="responsible"]').click();
  assert.equal((await kind()).type, "responsible");
  await chip.locator(".chip-menu").click();
  await handle(page, "unlink").click();
  assert.equal((await kind()).status, "rejected", "a rule's link is rejected, not forgotten");
});

test("what is clicked in the list stays where it is: an item is as high out of sight as in sight", async () => {
  const page = await person();
  const heights = await handle(page, "annotation-list").evaluate((list) => [...list.querySelectorAll('[data-testid="annotation"]')].map((item) => item.offsetHeight));
  assert.ok(heights.length > 60, `${heights.length} items`);
  assert.deepEqual([...new Set(heights)], [heights[0]]);
});

test("inferred links look inferred and say so", async () => {
  const page = await person();
  const exported = JSON.parse((await download(page)).text);
  const inferred = exported.links.find((link) => link.origin.endsWith("/inferred"));
  if (!inferred) return;
  await page.locator(`[data-testid="annotation"][data-id="${inferred.from}"]`).click();
  await handle(page, "tab-detail").click();
  const chip = page.locator(`[data-testid="link-chip"][data-link="${inferred.id}"]`);
  assert.equal(await chip.getAttribute("data-inferred"), "true");
  assert.match(await chip.getAttribute("class"), /suggested/);
  assert.match(await handle(page, `field-${inferred.type}`).innerText(), /承上文/);
});

test("on a phone the sheet has three stops and everything is large enough to touch", async () => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await handle(page, "more").waitFor();
  const height = () => page.locator(".pane.right").evaluate((sheet) => sheet.getBoundingClientRect().height);
  const stops = [];
  for (let step = 0; step < 3; step++) {
    await handle(page, "sheet-handle").tap();
    await page.waitForTimeout(200);
    stops.push(Math.round(await height()));
  }
  assert.equal(new Set(stops).size >= 2, true, stops.join());
  const small = await page.locator(".sheet-actions button, .topbar .icon-button, .topbar .document-name").evaluateAll((buttons) =>
    buttons.map((button) => button.getBoundingClientRect()).filter((box) => box.width > 0 && (box.width < 43.5 || box.height < 43.5)).map((box) => `${box.width}×${box.height}`),
  );
  assert.deepEqual(small, []);
});
