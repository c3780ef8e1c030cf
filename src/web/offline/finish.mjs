// The last step of a build, run by trunk on the finished files: names that change with the content for
// what the page loads later, a Content-Security-Policy, the list of files that the service worker
// keeps, and juyao.html, the whole page in one file.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { policy } from "./policy.mjs";
import { singleFile } from "./single_file.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const here = dirname(fileURLToPath(import.meta.url));
const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, text) => writeFileSync(join(folder, name), text);
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** Gives a file a name with its digest; returns that name. */
function fingerprinted(name) {
  const [stem, ...extensions] = name.split(".");
  const named = `${stem}-${digest(readFileSync(join(folder, name)))}.${extensions.join(".")}`;
  renameSync(join(folder, name), join(folder, named));
  return named;
}

/** A worker as one script that loads its program; takes the place of trunk's loader. */
function worker(name) {
  const glue = read(`${name}.js`);
  const program = fingerprinted(`${name}_bg.wasm`);
  // A program that does not come is an error of the worker: the page hears of nothing else.
  const start = `wasm_bindgen({ module_or_path: "./${program}" }).catch((error) => setTimeout(() => { throw error; }));`;
  write(`${name}.js`, `${glue}\n${start}\n`);
  rmSync(join(folder, `${name}_loader.js`));
  return { name, glue, program, script: fingerprinted(`${name}.js`) };
}

const workers = ["worker", "files"].map(worker);
const dictionary = fingerprinted("dictionary.txt.gz");
const icon = readdirSync(folder).find((name) => extname(name) === ".svg");

const address = (page, part, file) =>
  page.replace(`name="juyao:${part}" content=""`, `name="juyao:${part}" content="./${file}"`);
const page = workers.reduce(
  (page, { name, script }) => address(page, name, script),
  address(read("index.html").replace('href="dictionary.txt.gz"', `href="./${dictionary}"`), "dictionary", dictionary),
);

write("juyao.html", singleFile(page, folder, { workers, dictionary }));

const manifest = readFileSync(join(here, "app.webmanifest"), "utf8").replace("ICON", `./${icon}`);
write("app.webmanifest", manifest);
const index = policy(page.replace("</title>", '</title>\n  <link rel="manifest" href="./app.webmanifest">'), {
  "connect-src": "'self'",
  "img-src": "'self' blob: data:",
  "manifest-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "worker-src": "'self'",
});
write("index.html", index);

const files = readdirSync(folder).filter((name) => !["index.html", "juyao.html", "service_worker.js"].includes(name));
const version = digest([index, manifest, ...files].join("\n"));
write(
  "service_worker.js",
  readFileSync(join(here, "service_worker.js"), "utf8")
    .replace("BUILD_VERSION", version)
    .replace('["BUILD_FILES"]', JSON.stringify(["./", ...files.sort().map((name) => `./${name}`)])),
);
