// Files of other programs open in the page, and every format can be downloaded from it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { download, handle, listed, opened, openFiles, paste, sample, saved, settled, start } from "./drive.mjs";
import { gzipSync } from "node:zlib";
import { tar } from "./tar.mjs";
import { zip } from "./zip.mjs";

let world;
before(async () => (world = await start()));
after(() => world.close());

const TEXT = "在全市水利会议上的讲话\n一、抓渠道\n由市水利局牵头，6月底前完成清淤20公里。\n";

function file(name, content) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}

function docx(body) {
  const part = (name, content) => `<?xml version="1.0"?><w:${name} xmlns:w="urn:w">${content}</w:${name}>`;
  const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>';
  return zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    "word/numbering.xml": part(
      "numbering",
      `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    ),
  });
}

const paragraph = (words, numbered = false) =>
  `<w:p><w:pPr>${numbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ""}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

/** A PDF of one page in a font with an encoding that has a name: UTF-16. */
function pdf(lines) {
  const hex = (words) => [...words].map((char) => char.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  const content = lines.map(([x, words], row) => `BT /F 16 Tf ${x} ${800 - 28 * row} Td <${hex(words)}> Tj ET`).join("\n");
  return `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length ${content.length} >> stream
${content}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /DW 1000 >>] >> endobj
trailer << /Root 1 0 R >>`;
}

/** The text of the open document. */
async function text(page) {
  return JSON.parse((await download(page)).text).document.text;
}

test("a Word document opens with the numbers that Word makes up", async () => {
  const { page } = await world.person();
  const body = paragraph("在大会上的讲话") + paragraph("抓渠道", true) + paragraph("抓资金", true);
  await openFiles(page, [file("讲话.docx", docx(body))]);
  await opened(page);
  assert.equal(await text(page), "在大会上的讲话\n一、抓渠道\n二、抓资金\n");
  assert.ok((await listed(page)).some((item) => item.label === "heading"));
  assert.deepEqual(page.errors, []);
});

test("a PDF opens with its lines as on paper, and its wrapped lines are one sentence", async () => {
  const { page } = await world.person();
  const lines = [
    [180, "在全市水利会议上的讲话"],
    [112, "一、抓渠道"],
    [112, "由市水利局牵头，会同各县区和市级有关部门，"],
    [80, "6月底前完成清淤20公里。"],
    [80, "各级要抓紧。"],
  ];
  await openFiles(page, [file("讲话.pdf", pdf(lines))]);
  await opened(page);
  const written = "　　在全市水利会议上的讲话\n　　一、抓渠道\n　　由市水利局牵头，会同各县区和市级有关部门，\n6月底前完成清淤20公里。\n各级要抓紧。\n";
  assert.equal(await text(page), written);
  const labels = (await listed(page)).map((item) => item.label);
  assert.ok(labels.includes("heading") && labels.includes("actor") && labels.includes("time"), labels.join());
  assert.deepEqual(page.errors, []);
});

test("web pages, Markdown and doccano open, several at once", async () => {
  const { page } = await world.person();
  const doccano = JSON.stringify({ text: TEXT, entities: [{ id: 1, label: "actor", start_offset: 19, end_offset: 23 }] });
  await openFiles(page, [
    file("标注.jsonl", `${doccano}\n`),
    file("网页.html", `<html><body><p>${TEXT.trim().split("\n").join("</p><p>")}</p><script>x</script></body></html>`),
    file("稿.md", `# ${TEXT}`),
  ]);
  await opened(page);
  const [only] = await listed(page);
  assert.deepEqual([only.label, only.start, only.end, only.status], ["actor", "19", "23", "accepted"]);
  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  assert.equal(await handle(page, "document-item").count(), 3);
});

test("a text and its loose annotations are one document", async () => {
  const { page } = await world.person();
  const at = TEXT.indexOf("市水利局");
  await openFiles(page, [
    file("一.ann", `T1\tunit ${at} ${at + 4}\t市水利局\n`),
    file("annotation.conf", "# unit = actor 主体\n[entities]\nunit\n"),
    file("一.txt", TEXT),
  ]);
  await opened(page);
  const [only] = await listed(page);
  assert.deepEqual([only.label, only.start, only.status], ["actor", String(at), "accepted"]);
});

test("files can be dropped on an open document", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  const drag = (type, kind) =>
    page.evaluate(
      ([type, kind, text]) => {
        const dataTransfer = new DataTransfer();
        if (kind === "file") dataTransfer.items.add(new File([text], "拖来.txt", { type: "text/plain" }));
        else dataTransfer.setData("text/plain", text);
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector('[data-testid="document"]').dispatchEvent(event);
        return event.defaultPrevented;
      },
      [type, kind, TEXT],
    );
  // Words dragged by mistake do nothing.
  assert.equal(await drag("dragover", "text"), false);
  assert.equal(await drag("drop", "text"), false);
  assert.equal(await drag("dragover", "file"), true);
  await handle(page, "drop-hint").waitFor();
  assert.equal(await drag("drop", "file"), true);
  await page.locator('[data-testid="drop-hint"]').waitFor({ state: "detached" });
  await page.locator('[data-testid="document"]', { hasText: "在全市水利会议上的讲话" }).waitFor();
  await settled(page);
  assert.equal(await text(page), TEXT);
});

test("one broken file among twenty does not stop the others", async () => {
  const { page } = await world.person();
  const entries = Object.fromEntries(Array.from({ length: 19 }, (_, at) => [`${at}.txt`, `第${at}篇讲话\n要修渠。\n`]));
  entries["坏.docx"] = Buffer.from("PK\x03\x04 broken");
  await openFiles(page, [file("全部.zip", zip(entries))]);
  await opened(page);
  await page.getByText(/坏\.docx/).first().waitFor();
  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  assert.equal(await handle(page, "document-item").count(), 19);
});

test("a collection of brat opens as it is downloaded, packed by tar and gzip", async () => {
  const { page } = await world.person();
  const collection = tar({
    "speeches/annotation.conf": "# unit = actor 主体\n[entities]\nunit\n",
    "speeches/1.txt": TEXT,
    "speeches/1.ann": "T1\tunit 19 23\t市水利局\n",
    "speeches/坏.txt": "要修渠。\n",
    "speeches/坏.ann": "T1\tunit 900 903\t水务局\n",
  });
  await openFiles(page, [file("speeches.tar.gz", gzipSync(collection))]);
  await opened(page);
  await page.getByText(/坏\.txt/).first().waitFor();
  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  assert.equal(await handle(page, "document-item").count(), 2);
});

test("what is pasted with formatting keeps the numbers of its lists", async () => {
  const { page } = await world.person();
  await page.evaluate(async () => {
    const item = new ClipboardItem({
      "text/html": new Blob(["<p>讲话</p><ol><li>抓渠道</li><li>抓资金</li></ol>"], { type: "text/html" }),
      "text/plain": new Blob(["讲话\n抓渠道\n抓资金"], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
  });
  await handle(page, "paste").focus();
  await page.keyboard.press("Control+V");
  await opened(page);
  assert.equal(await text(page), "讲话\n1. 抓渠道\n2. 抓资金\n");
});

test("where the encoding is not clear the person chooses", async () => {
  const { page } = await world.person();
  // 彧燊玥 in GBK: rare characters, so that other readings are as good.
  await openFiles(page, [file("名.txt", Buffer.from([0x8f, 0xa7, 0x9f, 0xf6, 0xab, 0x68]))]);
  await page.locator('[data-testid="encoding"][data-encoding="GBK"]').click();
  await opened(page);
  assert.equal((await text(page)).length, 3);
});

test("every file that is refused says why", async () => {
  const { page } = await world.person();
  for (const [name, content, words] of [
    ["旧.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), /旧版/],
    ["扫描.pdf", pdf([]), /扫描的图片/],
    ["受保护.pdf", pdf([]).replace("/Root", "/Encrypt 9 0 R /Root"), /受保护/],
    ["半.tar.gz", gzipSync(tar({ "a.txt": TEXT })).subarray(0, 60), /半\.tar\.gz/],
    ["弹.zip", zip({ "a.txt": Buffer.alloc(30 << 20, " ") }), /64 MB/],
  ]) {
    await openFiles(page, [file(name, content)]);
    await page.getByText(words).first().waitFor();
  }
  assert.equal(await handle(page, "document").isVisible(), false);
});

test("every format is offered, says what it leaves out, and is downloaded", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  await handle(page, "export").click();
  const ids = await page.locator('[data-testid^="export-"]').evaluateAll((items) => items.map((item) => item.dataset.testid));
  assert.equal(ids.length, 22);
  await handle(page, "export-conll-bio").hover();
  assert.match(await handle(page, "format-losses").innerText(), /不含：.*关联/);
  await handle(page, "export-doccano").hover();
  assert.match(await handle(page, "format-losses").innerText(), /UTF-16/);
  await page.keyboard.press("Escape");
  for (const id of ids) {
    await handle(page, "export").click();
    if ((await handle(page, "include-suggestions").getAttribute("aria-checked")) === "false") {
      await handle(page, "include-suggestions").click();
    }
    const coming = page.waitForEvent("download");
    await handle(page, id).click();
    const made = await coming;
    assert.ok(made.suggestedFilename().includes("."), id);
    assert.ok(readFileSync(await made.path()).length > 40, id);
  }
  assert.deepEqual(page.errors, []);
});

test("all documents go into one file", async () => {
  const { page } = await world.person();
  await paste(page, sample("one-line").text);
  await opened(page);
  await saved(page);
  await page.goto(world.server.url);
  await settled(page);
  await paste(page, sample("safety").text);
  await opened(page);
  await handle(page, "export").click();
  await handle(page, "all-documents").click();
  const coming = page.waitForEvent("download");
  await handle(page, "export-ndjson").click();
  const lines = readFileSync(await (await coming).path(), "utf8").trim().split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).document.text).sort(),
    [sample("one-line").text, sample("safety").text].sort(),
  );
});
