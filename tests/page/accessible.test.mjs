// axe-core finds nothing in any view, theme and language: one page, whose state is switched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { handle, opened, openFiles, paste, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The sign before an annotation's words is hidden from assistive technology, which this rule does not see.
const RULES = { "label-content-name-mismatch": { enabled: false } };

// Short, so that each look is quick; with something of every kind.
const SPEECH = `在全县水利工作会上的讲话
（2026年3月12日）
同志们：
一、看清形势。去年全县修渠30公里，灌溉面积增长7.8%。一些乡镇管护不力，渠道失修。
二、抓好重点。由县水利局牵头，县财政局配合，6月底前修好东干渠。要推进“三渠联通”。年内新增灌溉面积2万亩。
三、严格考核。凡是没有完成任务的，一律不得评优。各乡镇要按照《水利管护办法》办理。
`;

const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};
const click = (...ids) => async (page) => {
  for (const id of ids) await handle(page, id).first().click();
};
const escape = press("Escape", "Escape");

/** What is looked at on the workbench: its name, how to get there, how to get back. */
const VIEWS = [
  ["text", press("n"), async () => {}],
  ["details", click("tab-detail"), async () => {}],
  ["measures", click("tab-measures"), async () => {}],
  ["omissions", click("tab-omissions"), async () => {}],
  ["all annotations", click("tab-all"), async () => {}],
  ["filters", click("filters"), click("filters")],
  ["palette", press("n", "Slash"), escape],
  ["link", press("n", "c"), escape],
  ["caret", press("n", "v", "Shift+ArrowRight"), escape],
  ["search", press("Control+f"), escape],
  ["commands", press("Control+k"), escape],
  ["sections", press("g"), escape],
  ["bulk", press("n", "b"), escape],
  ["keys", press("Shift+Slash"), escape],
  ["change keys", async (page) => (await press("Shift+Slash")(page), await click("change-keys")(page)), escape],
  ["tag set", press("p"), escape],
  ["tag set, a label to remove", async (page) => (await press("p")(page), await page.locator('[data-testid="tagset-label"][data-label="measure"]').click(), await click("tagset-remove")(page)), escape],
  ["about the document", click("document-details"), escape],
  ["how the text is set", click("reading"), escape],
  ["a new version", click("new-version"), escape],
  ["export", press("Control+e"), escape],
  ["another version beside it", press("Alt+Digit4"), press("Alt+Digit1")],
  ["task table", press("Alt+Digit2"), async () => {}],
  ["columns", click("columns"), async (page) => (await press("Escape", "Alt+Digit1")(page))],
  ["statistics", press("Alt+Digit3"), async () => {}],
  ["a chart as table", click("chart-table"), press("Alt+Digit1")],
];

for (const [language, theme] of ["zh", "en"].flatMap((language) => [[language, "light"], [language, "dark"]])) {
  test(`no view has a fault: ${language}, ${theme}`, async () => {
    const { page } = await world.person({ colorScheme: theme, reducedMotion: "reduce" });
    await page.evaluate(axe);
    const found = [];
    const look = async (where) => {
      const { violations } = await page.evaluate((rules) => window.axe.run(document, { rules, resultTypes: ["violations"] }), RULES);
      found.push(...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`));
    };
    if (language === "en") await handle(page, "language").click();
    await look("start");
    await paste(page, SPEECH);
    await opened(page);
    for (const [name, go, back] of VIEWS) {
      try {
        await go(page);
        await look(name);
        await back(page);
      } catch (error) {
        throw new Error(`${name}: ${error.message}`);
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await look("400 %");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `the page is ${wide} wide in 320`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator(".document-name").click();
    await look("library");
    await click("wipe")(page);
    await look("asking whether to wipe");
    await escape(page);
    await click("to-trash", "trash")(page);
    await look("trash");
    await click("remove")(page);
    await look("asking whether to remove");
    assert.deepEqual(found, []);
  });
}

// As another version of the speech: something moved, something gone, something new.
const NEW = SPEECH.replace("6月底前", "7月15日前").replace("一些乡镇管护不力，渠道失修。", "").replace("三、严格考核。", "三、严格考核。说到做到。");

/** Opens the page of a person and gives a way to look for faults, and what was found. */
async function looking(language, options) {
  const { page } = await world.person({ reducedMotion: "reduce", ...options });
  await page.evaluate(axe);
  const found = [];
  const look = async (where) => {
    const { violations } = await page.evaluate((rules) => window.axe.run(document, { rules, resultTypes: ["violations"] }), RULES);
    found.push(...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`));
  };
  if (language === "en") await handle(page, "language").first().click();
  return { page, look, found };
}

for (const [language, theme] of ["zh", "en"].flatMap((language) => [[language, "light"], [language, "dark"]])) {
  test(`files and versions have no fault: ${language}, ${theme}`, async () => {
    const { page, look, found } = await looking(language, { colorScheme: theme });
    // Rare characters in GBK, so that other readings are as good.
    const unclear = { name: "名.txt", mimeType: "text/plain", buffer: Buffer.from([0x8f, 0xa7, 0x9f, 0xf6, 0xab, 0x68]) };
    await openFiles(page, [unclear]);
    await handle(page, "encoding").first().waitFor();
    await look("which encoding");
    await press("Escape")(page);
    await paste(page, SPEECH);
    await opened(page);
    await click("new-version")(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), NEW);
    await handle(page, "version-text").focus();
    await press("Control+V")(page);
    await handle(page, "version-replace").click();
    await handle(page, "reviews").waitFor();
    assert.ok(Number(await handle(page, "reviews").getAttribute("data-count")) > 0, "something to look at");
    await look("what a new version left to look at");
    await press("Alt+Digit4")(page);
    await handle(page, "compare-counts").waitFor();
    await look("two versions");
    await click("compare-changes")(page);
    await look("two versions, changes only");
    await press("Alt+Digit3")(page);
    await handle(page, "chart-area").first().click();
    await handle(page, "picked").waitFor();
    await look("what a figure counts");
    assert.deepEqual(found, []);
  });

  test(`a phone has no fault: ${language}, ${theme}`, async () => {
    const { page, look, found } = await looking(language, { colorScheme: theme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await look("start");
    await paste(page, SPEECH);
    await opened(page);
    await look("sheet without a mark");
    await page.locator(".sheet-actions button").last().tap();
    for (const tab of ["detail", "measures", "all", "omissions"]) {
      await handle(page, `tab-${tab}`).tap();
      await look(`sheet, ${tab}`);
    }
    for (const stop of ["full", "low", "half"]) {
      await handle(page, "sheet-handle").tap();
      await look(`sheet, ${stop}`);
    }
    await handle(page, "more").tap();
    await look("more");
    for (const view of ["table", "statistics", "compare", "version", "details", "reading"]) {
      await handle(page, `more-${view}`).tap();
      await look(`more, ${view}`);
      if (["version", "details", "reading"].includes(view)) await page.getByRole("dialog").locator("h2 button").tap();
      await handle(page, "more").tap();
    }
    await handle(page, "more-text").tap();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `the page is ${wide} wide in 390`);
    assert.deepEqual(found, []);
  });
}

test("a dialog keeps the focus and gives it back; the text is set as chosen, after a reload too", async () => {
  const { page } = await world.person();
  await paste(page, SPEECH);
  await opened(page);
  const focus = () => page.evaluate(() => document.activeElement?.closest("[role=dialog]") ? "dialog" : document.activeElement?.dataset.testid);
  const size = () => handle(page, "document").evaluate((column) => getComputedStyle(column).fontSize);
  const usual = await size();
  await handle(page, "reading").focus();
  await page.keyboard.press("Enter");
  await handle(page, "read-size-huge").waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await focus();
    // Past the last field the browser's own bar may have it, never the page behind.
    assert.ok(at === "dialog" || at === undefined, `the focus is at ${at}`);
  }
  await handle(page, "read-size-huge").check();
  assert.notEqual(await size(), usual);
  // The first press leaves the field, the second the dialog.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.dataset.testid === "reading");
  await page.reload();
  await opened(page);
  assert.notEqual(await size(), usual);
});
