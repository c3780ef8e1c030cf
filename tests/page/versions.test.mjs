// A new version of a text: annotations follow, what is not certain is worked to none; two versions side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { download, handle, opened, openFiles, paste, saved, settled, start } from "./drive.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The sign before an annotation's words is hidden from assistive technology, which this rule does not see.
const RULES = { "label-content-name-mismatch": { enabled: false } };

let world;
before(async () => (world = await start()));
after(() => world.close());

const OLD = `在全市水利工作会议上的讲话
（2026年3月12日）
同志们：
一、抓紧修好渠道
由市水利局牵头，市财政局配合，6月底前完成东片清淤20公里。各镇要逐村排查灌溉设施，建好问题台账。
二、管好用水秩序
各灌区要执行轮灌制度，严禁私自开口放水。市水利局每月通报一次用水情况。
三、压实工作责任
各镇党委书记要亲自抓，每月到现场办公一次。
我就讲这些，谢谢大家。
`;
const NEW = OLD.replace("6月底前", "7月15日前")
  .replace("各镇要逐村排查灌溉设施，建好问题台账。", "")
  .replace("一、抓紧修好渠道", "各位同志，今年旱情来得早。\n一、抓紧修好渠道");

/** The document with its suggestions, all decided. */
async function accepted() {
  const { page } = await world.person();
  await paste(page, OLD);
  await opened(page);
  await saved(page);
  return page;
}

async function replace(page, text) {
  await handle(page, "new-version").click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await handle(page, "version-text").focus();
  await page.keyboard.press("Control+V");
  await page.getByText("原文有改动").waitFor();
}

/** The document as downloaded, once the suggestions for its new words are there. */
async function freshened(page) {
  await opened(page);
  await saved(page);
  return JSON.parse((await download(page)).text);
}

const left = (page) => handle(page, "reviews").getAttribute("data-count").then(Number);

test("the new words of a new version get suggestions, and nothing else changes", async () => {
  const page = await accepted();
  const before = JSON.parse((await download(page)).text);
  const added = "由市应急管理局牵头，抓紧建设抗旱调度平台。";
  await replace(page, OLD.replace("三、压实", `${added}\n三、压实`));
  await handle(page, "version-replace").click();
  await page.waitForFunction(() => document.querySelector('[data-testid="document"]').textContent.includes("市应急管理局"));
  const after = await freshened(page);
  const fresh = after.annotations.filter((one) => !before.annotations.some((other) => other.id === one.id));
  assert.ok(fresh.some((one) => one.label === "actor" && one.quote === "市应急管理局"));
  assert.ok(fresh.every((one) => one.status === "suggested"));
  const start = [...after.document.text.slice(0, after.document.text.indexOf(added))].length;
  assert.ok(fresh.every((one) => one.end > start && one.start < start + [...added].length), "only where the words are new");
  const told = ({ id, label, quote, status, origin, attributes, note }) => ({ id, label, quote, status, origin, attributes, note });
  for (const one of before.annotations) {
    assert.deepEqual(told(after.annotations.find((other) => other.id === one.id)), told(one));
  }
  const ends = after.links.filter((link) => fresh.some((one) => [link.from, link.to].includes(one.id)));
  assert.ok(ends.length > 0, "with their links");
});

test("annotations follow a new version, and what is not certain is worked to none by key", async () => {
  const page = await accepted();
  const before = JSON.parse((await download(page)).text);
  await replace(page, NEW);
  assert.match(await handle(page, "version-counts").textContent(), /\d+ 处已对上，\d+ 处请核对，[1-9]\d* 处找不到/);
  await handle(page, "version-replace").click();
  await handle(page, "reviews").waitFor();
  await opened(page);
  await saved(page);

  const after = JSON.parse((await download(page)).text);
  assert.equal(after.document.text, NEW);
  assert.ok(after.review.length > 2);
  const known = after.annotations.filter((one) => before.annotations.some((other) => other.id === one.id));
  const sure = known.filter((one) => !after.review.some((review) => review.annotation === one.id));
  for (const one of sure) {
    const old = before.annotations.find((other) => other.id === one.id);
    assert.equal(one.quote, old.quote, "what is certain has the same words");
  }
  const deadline = after.review.find((review) => review.quote === "6月底前");
  assert.equal(deadline.drift, "changed");
  assert.equal(after.annotations.find((one) => one.id === deadline.annotation).quote, "7月15日前");

  await page.reload();
  await opened(page);
  await page.getByTestId("tab-review").click();
  let count = await left(page);
  assert.equal(count, after.review.length, "kept over a reload");
  await handle(page, "reviews").focus();
  const first = await handle(page, "review").first().getAttribute("data-drift");
  if (first !== "lost") {
    await page.keyboard.press("Enter");
    await page.waitForFunction((count) => document.querySelector('[data-testid="reviews"]').dataset.count === String(count), count - 1);
    await page.keyboard.press("Control+z");
    await page.waitForFunction((count) => document.querySelector('[data-testid="reviews"]').dataset.count === String(count), count);
    await handle(page, "reviews").focus();
  }
  // The lost ones are given up, the others confirmed; the list keeps the focus to its end.
  while ((count = await left(page)) > 0) {
    const drift = await page.locator(".review.here").getAttribute("data-drift");
    await page.keyboard.press(drift === "lost" ? "x" : "Enter");
    await page.waitForFunction((count) => Number(document.querySelector('[data-testid="reviews"]').dataset.count) < count, count);
  }
  await page.getByText("全部核对完了").waitFor();
  await saved(page);
  assert.equal(JSON.parse((await download(page)).text).review, undefined);
  assert.deepEqual(page.errors, []);
});

test("a place is given by key, and the old version stays as it was", async () => {
  const page = await accepted();
  const before = JSON.parse((await download(page)).text);
  await replace(page, NEW);
  await handle(page, "version-replace").click();
  await handle(page, "reviews").waitFor();
  await opened(page);
  const count = await left(page);
  const lost = page.locator('[data-testid="review"][data-drift="lost"]').first();
  await lost.click();
  await handle(page, "reviews").focus();
  await page.keyboard.press("f");
  await page.getByText("在正文里选中文字作为新位置").waitFor();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForFunction((count) => document.querySelector('[data-testid="reviews"]').dataset.count === String(count), count - 1);
  // Esc gives the choice up.
  await handle(page, "review-fix").first().click();
  await page.getByText("在正文里选中文字作为新位置").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("在正文里选中文字作为新位置").waitFor({ state: "detached" });
  assert.equal(await left(page), count - 1);

  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  await handle(page, "document-item").filter({ hasText: "（旧版）" }).click();
  await opened(page);
  const kept = JSON.parse((await download(page)).text);
  assert.equal(kept.document.text, OLD);
  assert.deepEqual(kept.annotations, before.annotations);
  assert.deepEqual(page.errors, []);
});

test("a file is taken as the new version", async () => {
  const page = await accepted();
  await handle(page, "new-version").click();
  await handle(page, "version-file-input").setInputFiles({ name: "新.txt", mimeType: "text/plain", buffer: Buffer.from(NEW) });
  await page.getByText("原文有改动").waitFor();
  assert.equal(await handle(page, "version-text").inputValue(), NEW);
});

test("two versions stand side by side, give annotations and words for redactions", async () => {
  const { page } = await world.person();
  const redacted = OLD.replace("20公里", "××公里").replace("我就讲这些，谢谢大家。\n", "会后就要抓紧部署落实。\n");
  await openFiles(page, [
    { name: "脱敏.txt", mimeType: "text/plain", buffer: Buffer.from(redacted) },
    { name: "原文.txt", mimeType: "text/plain", buffer: Buffer.from(OLD) },
  ]);
  await opened(page);
  await saved(page);
  await page.keyboard.press("Alt+4");
  await handle(page, "compare-counts").waitFor();
  assert.match(await handle(page, "compare-counts").textContent(), /改 1 · 增 1 · 删 1/);
  assert.equal(await page.locator('[data-kind="reworded"] del').textContent(), "20");
  assert.equal(await page.locator('[data-kind="reworded"] ins').textContent(), "××");
  await handle(page, "compare-next").press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.kind), "reworded");
  await page.keyboard.press("j");
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.kind), "reworded");

  await handle(page, "fill").click();
  await handle(page, "filled").waitFor();
  await handle(page, "compare-changes").click();
  assert.equal(await page.locator('[data-kind="same"]').count(), 0);
  const file = JSON.parse((await download(page)).text);
  const noted = file.annotations.find((one) => one.attributes.filling === "20");
  assert.equal(noted.quote, "××");
  assert.match(noted.note, /^据《.*》补$/);
  assert.equal(file.document.text, redacted, "the text stays");
  assert.deepEqual(page.errors, []);
});

test("annotations are brought over once, with what is to be checked", async () => {
  const page = await accepted();
  const full = JSON.parse((await download(page)).text);
  const bare = JSON.parse(JSON.stringify({ ...full, annotations: [], links: [], measures: [], rules: [], terms: [] }));
  bare.document.title = "没有标注的一版";
  await page.goto(world.server.url);
  await settled(page);
  await openFiles(page, { name: "空.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bare)) });
  await opened(page);
  await saved(page);
  await page.keyboard.press("Alt+4");
  await handle(page, "bring").waitFor();
  await page.waitForFunction(() => !document.querySelector('[data-testid="bring"]').disabled);
  await handle(page, "bring").click();
  await page.waitForFunction(() => document.querySelector('[data-testid="bring"]').disabled);
  const file = JSON.parse((await download(page)).text);
  const places = (one) => [one.label, one.start, one.end, one.quote];
  assert.deepEqual(file.annotations.map(places), full.annotations.map(places));
  assert.equal(file.links.length, full.links.length);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => !document.querySelector('[data-testid="bring"]').disabled);
  assert.deepEqual(page.errors, []);
});

test("the dialog, the list and the comparison are accessible", async () => {
  const page = await accepted();
  const check = async (where) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate((rules) => window.axe.run(document, { rules }), RULES);
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" ")}`), [], where);
  };
  await replace(page, NEW);
  await check("dialog");
  await handle(page, "version-replace").click();
  await handle(page, "reviews").waitFor();
  await opened(page);
  await check("list");
  await page.keyboard.press("Alt+4");
  await handle(page, "compare-counts").waitFor();
  await check("comparison");
});
