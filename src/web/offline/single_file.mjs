// juyao.html: the page with everything inside it, for a machine where a file can be opened and nothing
// can be served. Programs and dictionary are packed with gzip and written as dense text; the
// browser unpacks them itself.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { dense, sparse } from "./dense.mjs";
import { policy } from "./policy.mjs";

/** The page as one file. The `glue` of a worker is its script without the line that starts it. */
export function singleFile(page, folder, { workers, dictionary }) {
  const read = (name) => readFileSync(join(folder, name));
  const named = (pattern) => readdirSync(folder).find((name) => pattern.test(name));
  const packed = (bytes) => dense(gzipSync(bytes, { level: 9 }));
  const part = (id, text) => `<script type="application/octet-stream" id="${id}">${text}</script>\n`;

  const script = read(named(/^app-[0-9a-f]+\.js$/)).toString();
  const styles = [...page.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"/g)].map(([, name]) => read(name).toString());
  const icon = `data:image/svg+xml;base64,${read(named(/\.svg$/)).toString("base64")}`;
  const whole = page
    .replace(/ *<script type="module">[\s\S]*?<\/script>\n?/, "")
    .replace(/ *<base [^>]*>\n?/, "")
    .replace(/ *<link rel="(?:stylesheet|preload|modulepreload)"[^>]*>\n?/g, "")
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${icon}">`)
    .replace("</head>", () => `<style>${styles.join("\n")}</style>\n</head>`)
    .replace("<body></body>", () =>
      "<body>\n" +
      part("part-app", packed(read(named(/^app-.*\.wasm$/)))) +
      workers
        .map(({ name, glue, program }) => part(`part-${name}`, packed(read(program))) + part(`glue-${name}`, packed(Buffer.from(glue))))
        .join("") +
      // Packed already.
      part("part-dictionary", dense(read(dictionary))) +
      `<script type="module">${script}\nconst workers = ${JSON.stringify(workers.map(({ name }) => name))};${START}</script>\n</body>`);
  return policy(whole, {
    "base-uri": "'none'",
    "connect-src": "blob:",
    "img-src": "blob: data:",
    "script-src": "'wasm-unsafe-eval'",
    "style-src": "",
    "worker-src": "blob:",
  });
}

/** Runs behind the page's own script, in the one file: hands each part to whoever asks for it. */
const START = `
${sparse}
const text = (id) => document.getElementById(id).textContent;
const unpack = (packed) => new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
const offer = (name, parts) => {
  document.querySelector('meta[name="juyao:' + name + '"]').content = URL.createObjectURL(new Blob(parts));
};
const STARTED = sparse + ";const unpack = " + unpack +
  ";unpack(sparse(packed)).then((module_or_path) => wasm_bindgen({ module_or_path }));";
offer("dictionary", [sparse(text("part-dictionary"))]);
for (const name of workers) {
  const glue = await unpack(sparse(text("glue-" + name)));
  offer(name, [glue, '\\nconst packed = "' + text("part-" + name) + '";' + STARTED]);
}
await __wbg_init({ module_or_path: await unpack(sparse(text("part-app"))) });
`;
