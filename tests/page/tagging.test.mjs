// Tagging by mouse and touch: snapping, pieces, edges, links by dragging, the phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { download, handle, listed, opened, painted, paste, sample, schema, select, start } from "./drive.mjs";

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
    await painted(page);
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
  await page.waitForFunction(() => !document.querySelector('[data-testid="undo"]').disabled);
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
  // Of more than one line, so that there is a line above its end.
  const longest = (await listed(page))
    .filter((found) => ["measure", "target", "achievement", "problem", "rule"].includes(found.label))
    .reduce((one, other) => (other.end - other.start > one.end - one.start ? other : one));
  await page.locator(`[data-testid="annotation"][data-id="${longest.id}"]`).click();
  const before = longest;
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
  const groups = await handle(page, "annotation-list").evaluate((list) => [...list.querySelectorAll(".items")].map((group) => [group.offsetHeight, group.children.length]));
  assert.ok(groups.length > 4, `${groups.length} groups`);
  const [[height, count]] = groups;
  for (const [index, group] of groups.entries()) assert.equal(group[0], (group[1] * height) / count, `group ${index}`);
});

test("an item of the list is carried over the tab to a field of the card", async () => {
  const page = await person();
  const exported = async () => JSON.parse((await download(page)).text);
  const { annotations, links } = await exported();
  const measure = annotations.find((found) => found.label === "measure");
  const linked = new Set(links.filter((link) => link.from === measure.id).map((link) => link.to));
  const unit = annotations.find((found) => found.label === "actor" && !linked.has(found.id));
  const time = annotations.find((found) => found.label === "time");
  await page.locator(`[data-testid="annotation"][data-id="${measure.id}"]`).click();
  const carry = async (id, field) => {
    await handle(page, "tab-all").click();
    const item = page.locator(`[data-testid="annotation"][data-id="${id}"]`);
    await item.scrollIntoViewIfNeeded();
    await item.hover();
    await page.mouse.down();
    await handle(page, "tab-detail").hover();
    await handle(page, `field-${field}`).waitFor();
    await handle(page, `field-${field}`).hover();
    await handle(page, `field-${field}`).hover();
    await page.mouse.up();
  };
  await carry(unit.id, "support");
  const made = async () => (await exported()).links.find((link) => link.from === measure.id && link.to === unit.id);
  assert.deepEqual([(await made())?.type, (await made())?.origin], ["support", "human"]);
  await carry(time.id, "lead");
  await page.getByText("“时间”不能放进“牵头”").first().waitFor();
  assert.ok(!(await exported()).links.some((link) => link.to === time.id && link.type === "lead"));
  assert.deepEqual(page.errors, []);
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
    await page.evaluate(() => Promise.all(document.getAnimations().map((moving) => moving.finished)));
    stops.push(Math.round(await height()));
  }
  assert.equal(new Set(stops).size >= 2, true, stops.join());
  const small = await page.locator(".sheet-actions button, .topbar .icon-button, .topbar .document-name").evaluateAll((buttons) =>
    buttons.map((button) => button.getBoundingClientRect()).filter((box) => box.width > 0 && (box.width < 43.5 || box.height < 43.5)).map((box) => `${box.width}×${box.height}`),
  );
  assert.deepEqual(small, []);
});

test("on a phone the title says what is left, and everything is behind one button", async () => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const name = page.locator(".topbar .document-name");
  await name.filter({ hasText: "已保存" }).waitFor();
  assert.match(await name.innerText(), /制造业[^]*已保存[^]*还有 \d+ 条待定/);
  const bar = page.locator(".topbar .bar [role=progressbar]");
  const before = Number(await bar.getAttribute("aria-valuenow"));
  for (let step = 0; step < 12; step++) await page.locator(".sheet-actions .primary").tap();
  assert.ok(Number(await bar.getAttribute("aria-valuenow")) > before);
  await handle(page, "more").tap();
  const small = await page.locator(".more-menu button").evaluateAll((buttons) =>
    buttons.map((button) => button.getBoundingClientRect()).filter((box) => box.height < 44 || box.width < 44).length,
  );
  assert.equal(small, 0);
  await handle(page, "more-version").tap();
  await page.getByRole("dialog").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).tap();
  await handle(page, "more").tap();
  await handle(page, "more-compare").tap();
  await handle(page, "compare").waitFor();
  await handle(page, "more").tap();
  await handle(page, "more-statistics").tap();
  const areas = handle(page, "chart-units").getByTestId("chart-area");
  const boxes = await areas.evaluateAll((all) => all.map((area) => area.getBoundingClientRect()).map((box) => Math.min(box.width, box.height)));
  assert.ok(boxes.length > 3 && Math.min(...boxes) >= 43, boxes.join());
  await areas.first().tap();
  await handle(page, "task-table").waitFor();
  await handle(page, "picked").tap();
  assert.deepEqual(page.errors, []);
});

/**
 * Chooses a label by touch. Two touches at once are no tap, nor is one that a busy browser takes for a finger held
 * down: as a person would, it is touched until it is taken.
 */
async function touchLabel(page, label) {
  const palette = handle(page, "palette");
  const option = page.locator(`[data-testid="label-option"][data-label="${label}"]`);
  for (let touches = 0; touches < 20 && (await palette.count()) > 0; touches++) {
    await option.tap({ timeout: 1000 }).catch(() => {});
    await palette.waitFor({ state: "detached", timeout: 1000 }).catch(() => {});
  }
  assert.equal(await palette.count(), 0, "the label is taken");
}

test("words that are selected by touch have handles as large as a finger", async () => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  // The finger that begins a selection is taken over by the browser, which selects the words.
  const words = "低效工业用地";
  const text = sample("manufacturing").text;
  await page.evaluate((words) => {
    const column = document.querySelector('[data-testid="document"]');
    const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement.scrollIntoView({ block: "end", behavior: "instant" });
      column.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }));
      column.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true, pointerType: "touch" }));
      document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }, words);
  await handle(page, "palette").waitFor();
  assert.equal(await page.evaluate(() => document.getSelection().isCollapsed), true, "the browser's own handles are gone");
  const end = handle(page, "handle-end");
  await end.waitFor();
  const box = await end.boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44, `${box.width}×${box.height}`);
  const palette = await handle(page, "palette").boundingBox();
  for (const { x, y, height } of [box, await handle(page, "handle-start").boundingBox()]) {
    assert.ok(x > 0 && y > 40 && y + height / 2 < palette.y, `the words are not under the labels: ${x}, ${y}`);
  }
  // A finger drags the handle four characters further.
  const touch = await page.context().newCDPSession(page);
  const point = (x, y) => ({ touchPoints: [{ x, y }] });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", ...point(x, y) });
  for (const by of [20, 40, 60]) await touch.send("Input.dispatchTouchEvent", { type: "touchMove", ...point(x - by, y) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForFunction((x) => document.querySelector('[data-testid="handle-end"]').getBoundingClientRect().x < x - 10, box.x);
  await touchLabel(page, "industry");
  const made = (await mine(page)).find((found) => found.label === "industry");
  assert.ok(text.includes(made.quote) && words.startsWith(made.quote) && made.quote.length < words.length, made.quote);
  assert.deepEqual(page.errors, []);
});

test("a finger held on a word selects it, and fingers move its edges and choose a label", async () => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const words = "低效工业用地";
  const place = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('[data-testid="document"]'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement.scrollIntoView({ block: "start", behavior: "instant" });
      const range = document.createRange();
      range.setStart(node, at + 2);
      range.setEnd(node, at + 3);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
  }, words);
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  const before = await page.locator(".pane.right .detail-head").count();
  await send("touchStart", place);
  await handle(page, "palette").waitFor();
  await send("touchEnd");
  await painted(page);
  assert.ok(await handle(page, "palette").isVisible(), "lifting the finger is no tap on the mark beneath");
  assert.equal(await page.locator(".pane.right .detail-head").count(), before, "nor does it go to that mark");
  // The words come out from under the labels; then the handle rests.
  await page.waitForFunction(() => {
    const [end, palette] = ["handle-end", "palette"].map((id) => document.querySelector(`[data-testid="${id}"]`)?.getBoundingClientRect());
    const isStill = end?.top === window.before;
    window.before = end?.top;
    return end && isStill && (end.top + end.bottom) / 2 < palette.top;
  });
  const end = handle(page, "handle-end");
  const box = await end.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await send("touchStart", { x, y });
  for (const by of [20, 40, 60]) await send("touchMove", { x: x + by, y });
  await send("touchEnd");
  await page.waitForFunction((x) => document.querySelector('[data-testid="handle-end"]').getBoundingClientRect().x > x + 10, box.x);
  await touchLabel(page, "term");
  const made = (await mine(page)).find((found) => found.label === "term");
  assert.ok(made.quote.includes("工业用地"), made.quote);
  assert.deepEqual(page.errors, []);
});

test("a finger that moves scrolls and selects nothing; a tap goes to the mark", async () => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  const top = () => page.locator(".reading-scroll").evaluate((text) => text.scrollTop);
  await send("touchStart", { x: 200, y: 500 });
  for (let y = 480; y > 200; y -= 20) await send("touchMove", { x: 200, y });
  await send("touchEnd");
  await page.waitForFunction(() => document.querySelector(".reading-scroll").scrollTop > 100);
  assert.ok((await top()) > 100);
  assert.equal(await handle(page, "palette").count(), 0);
  // The finger leaves the text in motion: the tap is for a mark that stands still.
  await page.waitForFunction(() => {
    const { scrollTop } = document.querySelector(".reading-scroll");
    window.frames_still = scrollTop === window.last_top ? (window.frames_still ?? 0) + 1 : 0;
    window.last_top = scrollTop;
    return window.frames_still > 15;
  });
  const found = await page.waitForFunction(() => {
    const view = document.querySelector(".reading-scroll").getBoundingClientRect();
    for (const [name, ranges] of CSS.highlights) {
      if (!/^tint-(measure|target|achievement|problem)-/.test(name)) continue;
      for (const { startContainer, startOffset } of ranges) {
        const first = document.createRange();
        first.setStart(startContainer, startOffset);
        first.setEnd(startContainer, startOffset + 1);
        const { left, right, top, bottom } = first.getBoundingClientRect();
        if (top > view.top + 20 && bottom < view.bottom - 20) return { x: (left + right) / 2, y: (top + bottom) / 2 };
      }
    }
    return null;
  });
  const mark = await found.jsonValue();
  await send("touchStart", mark);
  await send("touchEnd");
  await page.locator(".ring").waitFor();
  assert.equal(await handle(page, "palette").count(), 0);
  assert.deepEqual(page.errors, []);
});
