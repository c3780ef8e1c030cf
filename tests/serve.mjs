// A static file server for the built page, on this machine only: `node tests/serve.mjs dist 8080`.
// Used by `make serve` and by the tests, which import `serve`.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// A name that changes with the content may be kept for ever.
const FINGERPRINT = /-[0-9a-f]{12,}[._]/;

/** Serves a folder on 127.0.0.1; port 0 takes any free one. Resolves to `{ url, close }` once it listens. */
export async function serve(folder, port = 0) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      const file = join(root, normalize(path.endsWith("/") ? `${path}index.html` : path));
      const { size } = await stat(file.startsWith(root + sep) ? file : join(root, "-"));
      response.writeHead(200, {
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Length": size,
        "Cache-Control": FINGERPRINT.test(file) ? "max-age=31536000, immutable" : "no-cache",
      });
      createReadStream(file).on("error", () => response.destroy()).pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening, failed) => server.once("error", failed).listen(port, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "dist", port = "8080"] = process.argv.slice(2);
  try {
    console.log(`举要: ${(await serve(folder, Number(port))).url} (Ctrl+C stops it)`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken: try make serve PORT=9000` : String(error));
    process.exit(1);
  }
}
