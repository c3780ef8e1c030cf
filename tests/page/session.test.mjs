// A whole session by key presses alone: paste, walk, decide, relabel, tag at the caret, link, note, undo, export.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { handle, listed, opened, painted, paste, sample, saved, schema, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const validate = new Ajv({ strict: false }).compile(schema);

/** A person with a speech open. */
async function person(name = "manufacturing") {
  const { page } = await world.person();
  await paste(page, sample(name).text);
  await opened(page);
  return page;
}

const keys = async (page, ...names) => {
  for (const name of names) await page.keyboard.press(name);
};

/** The annotation where the person is, as the list has it once the last key has been painted. */
const current = async (page) => {
  await painted(page);
  return page.evaluate(() => ({ ...document.querySelector('[data-testid="annotation"][aria-selected="true"]')?.dataset }));
};

/** Types into the field that a key has just opened. */
async function typed(page, text) {
  await page.waitForFunction(() => document.activeElement?.tagName === "INPUT" || document.activeElement?.tagName === "TEXTAREA");
  await page.keyboard.type(text);
}

/** Walks with J until an annotation of a label is current. */
async function walkTo(page, label) {
  for (let steps = 0; steps < 200; steps++) {
    await page.keyboard.press("j");
    if ((await current(page)).label === label) return current(page);
  }
  throw new Error(`no ${label} on the way`);
}

/** The JSON that Ctrl S saves. */
async function file(page) {
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  return JSON.parse(readFileSync(await (await coming).path(), "utf8"));
}

const said = async (page) => {
  await painted(page);
  return handle(page, "announcement").innerText();
};

test("a whole session without a mouse ends in a valid file", async () => {
  const { page } = await world.person();
  await page.evaluate((text) => navigator.clipboard.writeText(text), sample("manufacturing").text);
  await page.keyboard.press("Control+v");
  await opened(page);

  await keys(page, "n");
  const accepted = await current(page);
  await keys(page, "Enter");
  const rejected = await current(page);
  await keys(page, "x");
  const status = async (id) => (await listed(page)).find((item) => item.id === id)?.status;
  assert.deepEqual([await status(accepted.id), await status(rejected.id)], ["accepted", "rejected"]);

  // Relabel: a label key on the current mark.
  const time = await walkTo(page, "time");
  await keys(page, "u");
  assert.equal((await listed(page)).find((item) => item.id === time.id).label, "term");

  // Tag at the caret: two words of a measure become a project.
  const measure = await walkTo(page, "measure");
  await keys(page, "v", "Control+ArrowRight", "Shift+Control+ArrowRight", "Shift+Control+ArrowRight");
  await keys(page, "y");
  const added = await current(page);
  assert.equal(added.label, "project");
  assert.ok(Number(added.start) > Number(measure.start) && Number(added.end) > Number(added.start));

  // Link a measure to the next unit, in support.
  await walkTo(page, "measure");
  const from = (await current(page)).id;
  await keys(page, "c", "2", "j", "Enter");
  assert.match(await said(page), /配合/);

  await keys(page, "m");
  await typed(page, "请再核对");
  await keys(page, "Escape");

  const before = await file(page);
  assert.ok(validate(before), JSON.stringify(validate.errors?.slice(0, 3)));
  const link = before.links.find((link) => link.origin === "human" || (link.from === from && link.status === "accepted"));
  assert.deepEqual([link?.from, link?.type, link?.status], [from, "support", "accepted"]);
  assert.equal(before.annotations.find((found) => found.id === from).note, "请再核对");

  // One undo for each gesture: decide, decide, relabel, tag, link, note.
  for (let step = 0; step < 6; step++) await keys(page, "Control+z");
  assert.deepEqual((await listed(page)).filter((item) => item.status !== "suggested"), []);
  for (let step = 0; step < 6; step++) await keys(page, "Control+Shift+z");
  await saved(page);
  assert.deepEqual(await file(page), before);
  assert.deepEqual(page.errors, []);
});

test("the toast of undo names the step", async () => {
  const page = await person();
  await walkTo(page, "measure");
  await keys(page, "Enter", "z");
  await page.getByText(/已撤销：接受\s*举措/).first().waitFor();
});

test("the ladder and the arrows change the range, and the text never moves", async () => {
  const page = await person();
  const time = await walkTo(page, "time");
  const place = () => page.evaluate(() => JSON.stringify([...document.querySelectorAll('[data-testid="document"] [data-start]')].map((block) => block.offsetTop + ":" + block.offsetHeight)));
  await page.evaluate(() => document.querySelectorAll(".stretch").forEach((stretch) => (stretch.style.contentVisibility = "visible")));
  const before = await place();
  const span = async () => (({ start, end }) => [Number(start), Number(end)])(await current(page));
  const [start, end] = await span();
  await keys(page, "ArrowRight");
  assert.deepEqual(await span(), [start, end + 1]);
  await keys(page, "ArrowLeft");
  await keys(page, "Shift+ArrowLeft");
  assert.deepEqual(await span(), [start - 1, end]);
  await keys(page, "Shift+ArrowRight", ".");
  const grown = await span();
  assert.ok(grown[0] <= start && grown[1] >= end && grown[1] - grown[0] > end - start, `${grown}`);
  await keys(page, ".", ".", ".");
  const paragraph = await span();
  await keys(page, ",");
  const shrunk = await span();
  assert.ok(shrunk[1] - shrunk[0] < paragraph[1] - paragraph[0], `${paragraph} ${shrunk}`);
  await keys(page, "Enter", "x", "n");
  await painted(page);
  assert.equal(await place(), before, "deciding and changing ranges reflow nothing");
  assert.equal((await listed(page)).find((item) => item.id === time.id).status, "accepted");
});

test("splitting and merging are gestures of their own", async () => {
  const page = await person();
  await walkTo(page, "measure");
  const whole = await current(page);
  const count = (await listed(page)).length;
  await keys(page, "s");
  if ((await listed(page)).length === count) {
    await keys(page, "v", ...Array(6).fill("ArrowRight"), "s");
  }
  assert.equal((await listed(page)).length, count + 1);
  await keys(page, "d");
  assert.equal((await listed(page)).length, count);
  const again = await current(page);
  assert.deepEqual([again.start, again.end], [whole.start, whole.end]);
});

test("bulk shows its counts first and decides exactly so many", async () => {
  const page = await person();
  const measures = (await listed(page)).filter((item) => item.label === "measure").length;
  await walkTo(page, "measure");
  await keys(page, "b");
  const scopes = handle(page, "bulk-scope");
  await scopes.first().waitFor();
  assert.equal(Number(await scopes.first().getAttribute("data-count")), measures);
  assert.ok((await scopes.count()) >= 5);
  await keys(page, "Enter");
  const accepted = (await listed(page)).filter((item) => item.status === "accepted");
  assert.equal(accepted.length, measures);
  assert.ok(accepted.every((item) => item.label === "measure"));
  await keys(page, "Control+z");
  assert.deepEqual((await listed(page)).filter((item) => item.status === "accepted"), []);
});

test("walking label by label and by sureness", async () => {
  const page = await person();
  await keys(page, "n", "Semicolon");
  const labels = [];
  for (let steps = 0; steps < 8; steps++) {
    await keys(page, "n");
    labels.push((await current(page)).label);
  }
  assert.equal(new Set(labels).size, 1, labels.join());
  await keys(page, "Semicolon", "Quote");
  await page.waitForSelector('[data-testid="order"]');
});

test("equal words are labelled at once", async () => {
  const page = await person();
  await walkTo(page, "actor");
  await keys(page, "v", "Shift+ArrowRight", "Shift+ArrowRight", "/");
  const equal = handle(page, "tag-equal");
  const places = Number((await equal.innerText()).match(/\d+/)[0]);
  assert.ok(places >= 2);
  await keys(page, "=", "u");
  const terms = (await file(page)).annotations.filter((found) => found.origin === "human" && found.label === "term");
  assert.ok(terms.length >= 1 && terms.length <= places, `${terms.length} of ${places}`);
  assert.equal(new Set(terms.map((found) => found.quote)).size, 1);
  await keys(page, "z");
  assert.deepEqual((await file(page)).annotations.filter((found) => found.origin === "human"), []);
});

test("commands and sections are found by characters, pinyin and initials", async () => {
  const page = await person();
  for (const query of ["批量", "piliang", "pl"]) {
    await keys(page, "Control+k");
    await typed(page, query);
    await painted(page);
    assert.match(await handle(page, "found").first().innerText(), /批量/, query);
    await keys(page, "Escape");
  }
  await keys(page, "g");
  // The outline has more than five.
  await handle(page, "found").nth(5).waitFor();
  await typed(page, "zlt");
  await painted(page);
  const [first] = await handle(page, "found").allInnerTexts();
  assert.match(first, /抓链/);
  await keys(page, "Enter");
  assert.equal((await current(page)).label, "heading");
});

test("keys can be changed and switched off, and it is remembered", async () => {
  const page = await person();
  await keys(page, "Shift+Slash");
  await handle(page, "change-keys").click();
  const row = page.locator('[data-testid="key-row"][data-command="command-reject"]');
  await row.locator('[data-testid="key-change"]').click();
  await keys(page, "q");
  assert.match(await row.locator('[data-testid="key-conflict"]').innerText(), /主体/);
  await row.locator('[data-testid="key-change"]').click();
  await keys(page, "h");
  await row.locator('[data-testid="key-conflict"]').waitFor({ state: "detached" });
  await keys(page, "Escape");
  await page.reload();
  await opened(page);
  await keys(page, "n", "x");
  assert.deepEqual((await listed(page)).filter((item) => item.status === "rejected"), []);
  assert.match(await page.locator(".statusbar .hints").innerText(), /H\s*拒绝/);
  await keys(page, "h");
  assert.equal((await listed(page)).filter((item) => item.status === "rejected").length, 1);
  await keys(page, "Control+k");
  await typed(page, "更改快捷键");
  await painted(page);
  await keys(page, "Enter");
  await handle(page, "single-keys").click();
  await keys(page, "Escape", "h");
  assert.equal((await listed(page)).filter((item) => item.status === "rejected").length, 1, "single keys are off");
  await handle(page, "relabel").click();
  await handle(page, "palette").waitFor();
  assert.equal(await handle(page, "label-option").locator("kbd").count(), 0, "no key is shown that does nothing");
});

test("no key fires while characters are composed", async () => {
  const page = await person();
  await keys(page, "n");
  await page.evaluate(() => {
    const press = (init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init }));
    press({ code: "Enter", key: "Enter", isComposing: true });
    press({ code: "KeyX", key: "Process", keyCode: 229 });
  });
  assert.deepEqual((await listed(page)).filter((item) => item.status !== "suggested"), []);
});

test("F6 goes around the regions and Escape comes back to the text", async () => {
  const page = await person();
  const region = () => page.evaluate(() => document.activeElement.closest(".pane.left, .pane.right, .topbar, #text")?.className ?? "");
  await keys(page, "F6");
  assert.match(await region(), /right/);
  await keys(page, "F6", "F6");
  assert.match(await region(), /left/);
  await keys(page, "Escape");
  assert.match(await region(), /reading/);
});

test("from the card of a mark Escape leads back to the text, and the mark stays", async () => {
  const page = await person();
  const { id } = await walkTo(page, "measure");
  await keys(page, "a");
  await painted(page);
  assert.ok(await page.evaluate(() => document.activeElement.closest("#panel-detail") !== null));
  await keys(page, "Escape");
  assert.equal((await current(page)).id, id);
  assert.ok(await page.evaluate(() => document.activeElement.id === "text"));
  await page.locator(".chip-menu").first().focus();
  await keys(page, "Enter");
  await page.getByRole("menu").waitFor();
  await keys(page, "Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.locator(".chip-menu").first().click();
  await page.getByRole("menu").waitFor();
  await page.locator(".quotation").click();
  await page.getByRole("menu").waitFor({ state: "detached" });
  assert.equal((await current(page)).id, id, "the menu closes and nothing else");
  await page.locator(".chip-menu").first().click();
  await page.getByRole("menu").waitFor();
  await keys(page, "Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await keys(page, "Escape");
  assert.equal((await current(page)).id, id, "nor after a click, which leaves the focus nowhere");
  await keys(page, "a");
  await painted(page);
  await handle(page, "find").click();
  await handle(page, "search").waitFor();
  await page.locator(".chip-menu").first().focus();
  await keys(page, "Escape");
  await handle(page, "search").waitFor({ state: "detached" });
  assert.equal((await current(page)).id, id, "what is open closes first");
});

test("the page is not higher than the window, however low that is", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 1440, height: 400 }, { width: 360, height: 225 }]) {
    const { page } = await world.person({ viewport });
    await paste(page, sample("manufacturing").text);
    await opened(page);
    const heights = await page.evaluate(() => [document.documentElement.scrollHeight, scrollY]);
    assert.deepEqual(heights, [viewport.height, 0]);
  }
});
