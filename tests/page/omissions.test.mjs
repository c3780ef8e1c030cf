// The omission check is worked to none: by tagging, and by saying that something is no task.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { download, handle, opened, painted, paste, saved, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const TEXT = "在全市工作会议上的讲话\n同志们：\n一、抓治理\n各镇要抓紧排查河道。企业必须持证上岗，严禁瞒报。\n今天天气很好。\n";

/** Removes every statement, so that its orders have no tag. */
async function untagged() {
  const { page } = await world.person();
  await paste(page, TEXT);
  await opened(page);
  const statements = page.locator('[data-testid="annotation"][data-label="measure"], [data-testid="annotation"][data-label="rule"], [data-testid="annotation"][data-label="target"]');
  const ids = await statements.evaluateAll((items) => items.map((item) => item.dataset.id));
  assert.ok(ids.length > 0, "the extraction finds something");
  for (const id of ids) {
    // Another label at the same place: what was a statement is a mention now.
    await page.locator(`[data-testid="annotation"][data-id="${id}"]`).click();
    await page.keyboard.press("u");
  }
  return page;
}

test("orders without a tag are listed, marked in the margin, and worked to none", async () => {
  const page = await untagged();
  await handle(page, "tab-omissions").click();
  const items = handle(page, "omission");
  await items.first().waitFor();
  const all = await items.count();
  assert.ok(all >= 2, `${all} omissions`);
  assert.match(await items.first().textContent(), /各镇要抓紧排查河道/);
  await page.locator(".overlay .omitted").nth(all - 1).waitFor();

  const count = async () => (await painted(page), items.count());
  await items.first().getByTestId("omission-tag").click();
  assert.equal(await count(), all - 1);
  await page.keyboard.press("Control+Z");
  assert.equal(await count(), all, "undone");
  await page.keyboard.press("Control+Y");

  await handle(page, "omissions").focus();
  for (let left = all - 1; left > 0; left -= 1) {
    await page.keyboard.press("x");
    await page.waitForFunction((left) => document.querySelectorAll('[data-testid="omission"]').length === left, left - 1);
  }
  await page.getByText("没有漏检的句子").waitFor();
  await saved(page);

  const exported = JSON.parse((await download(page)).text);
  const own = exported.annotations.filter((found) => found.origin === "human" && found.label === "measure");
  assert.deepEqual(own.map((found) => found.status).sort(), ["accepted", ...Array(all - 1).fill("rejected")]);
  await page.reload();
  await opened(page);
  await handle(page, "tab-omissions").click();
  await page.getByText("没有漏检的句子").waitFor();
  assert.deepEqual(page.errors, []);
});
