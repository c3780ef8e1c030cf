// A part of the page that cannot be fetched is said in the person's language, with a way to try again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, opened, openFiles, paste, sample, settled, start } from "./drive.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

/** A person to whom the server does not give some files, as long as `isMissing` says so. */
async function personWithout(pattern) {
  const context = await world.browser.newContext({ locale: "zh-CN", serviceWorkers: "block", permissions: ["clipboard-read", "clipboard-write"] });
  const state = { isMissing: true };
  await context.route(pattern, (route) => (state.isMissing ? route.fulfill({ status: 404, body: "" }) : route.continue()));
  const page = await context.newPage();
  await page.goto(world.server.url);
  return { context, page, state };
}

for (const [part, pattern] of [["script", "**/worker-*.js"], ["program", "**/worker_bg-*.wasm"]]) {
  test(`without the ${part} of the recognition there is a message, and trying again helps`, async () => {
    const { context, page, state } = await personWithout(pattern);
    await handle(page, "engine-problem").waitFor();
    assert.match(await handle(page, "engine-problem").textContent(), /识别程序没有启动/);
    state.isMissing = false;
    await handle(page, "reload").click();
    await settled(page);
    assert.equal(await handle(page, "engine-problem").count(), 0);
    await paste(page, sample("one-line").text);
    await opened(page);
    await handle(page, "annotation").first().waitFor();
    await context.close();
  });
}

for (const [part, pattern] of [["script", "**/files-*.js"], ["program", "**/files_bg-*.wasm"]]) {
  test(`without the ${part} that reads files there is a message, and opening again helps`, async () => {
    const { context, page, state } = await personWithout(pattern);
    await settled(page);
    const file = { name: "讲话.md", mimeType: "text/markdown", buffer: Buffer.from("# 讲话\n\n各镇要修渠。") };
    await openFiles(page, [file]);
    const message = handle(page, "message").filter({ hasText: "读取文件的程序没有启动" });
    await message.waitFor();
    assert.match(await message.textContent(), /讲话\.md/);
    state.isMissing = false;
    await openFiles(page, [file]);
    await opened(page);
    await context.close();
  });
}
