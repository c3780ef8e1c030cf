// The main job, end to end: paste, look, decide, tag, reload, take away.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import {
  assertSame, commandLine, download, handle, listed, opened, openFiles, paste, sample, saved, schema, select, settled, start,
} from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const validate = new Ajv({ strict: false }).compile(schema);

test("paste, decide, tag, reload, download", async () => {
  const { page } = await world.person();
  await theMainPath(page, { reload: true });
});

test("the same without a network once the page is there", async () => {
  const { context, page } = await world.person();
  // There is all of it, with what its worker fetches.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await theMainPath(page, { reload: false });
});

for (const name of ["manufacturing", "safety", "rural", "digital-government", "one-line"]) {
  test(`an untouched text gives the bytes of the command line: ${name}`, async () => {
    const { page } = await world.person();
    const { path, text } = sample(name);
    await paste(page, text);
    await opened(page);
    assertSame((await download(page)).text, commandLine(path));
    assert.deepEqual(page.errors, []);
  });
}

test("hostile characters come out as they went in, and as the command line gives them", async () => {
  const text =
    "在全市大会上的讲话\r\n同志们：\r一、抓💛项目。各镇要\u200d在6月底前\u202e完成𠮷\u2028二、抓环\ufeff境e\u0301。\n".repeat(9) + "谢谢大家\u0000。";
  const path = join(tmpdir(), "juyao-hostile.txt");
  writeFileSync(path, text);
  const { page } = await world.person();
  await openFiles(page, path);
  await opened(page);
  const file = (await download(page)).text;
  assertSame(JSON.parse(file).document.text, text);
  assertSame(file, commandLine(path));
});

async function theMainPath(page, { reload }) {
  await paste(page, sample("safety").text);
  await opened(page);
  assert.ok((await handle(page, "outline-item").count()) >= 10, "the outline");
  const [first] = (await listed(page)).filter((item) => item.status === "suggested");
  assert.ok(first, "a suggestion in the list");
  const status = async () => (await listed(page)).find((item) => item.id === first.id).status;

  await page.locator(`[data-testid="annotation"][data-id="${first.id}"]`).click();
  await handle(page, "accept").first().click();
  assert.equal(await status(), "accepted");
  await handle(page, "undo").click();
  assert.equal(await status(), "suggested");
  await handle(page, "redo").click();
  assert.equal(await status(), "accepted");

  await select(page, "粉尘爆燃");
  await handle(page, "palette").locator('[data-testid="label-option"][data-label="term"]').click();
  await saved(page);

  if (reload) {
    await page.reload();
    await settled(page);
    if (!(await handle(page, "document").isVisible())) {
      await handle(page, "document-item").first().click();
    }
    await opened(page);
    assert.equal(await status(), "accepted", "kept over a reload");
  }

  const { name, text } = await download(page);
  assert.match(name, /\.json$/);
  const exported = JSON.parse(text);
  assert.ok(validate(exported), JSON.stringify(validate.errors?.slice(0, 3)));
  assert.equal(exported.document.text, sample("safety").text);
  const added = exported.annotations.find((found) => found.origin === "human");
  assert.deepEqual([added?.quote, added?.label, added?.status], ["粉尘爆燃", "term", "accepted"]);
  const accepted = exported.annotations.filter((found) => found.status === "accepted" && found.origin !== "human");
  assert.deepEqual(accepted.map((found) => [found.label, String(found.start)]), [[first.label, first.start]]);
  assert.deepEqual(page.errors, []);
}
