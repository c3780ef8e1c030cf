// The Content-Security-Policy of a page: nothing but what is named, inline parts by their digest.
import { createHash } from "node:crypto";

const SCRIPT = /<script(?: type="module")?>([\s\S]*?)<\/script>/g;
const STYLE = /<style>([\s\S]*?)<\/style>/g;

/** The page with its policy, as the first thing in its head. `directives` are added to those that deny everything. */
export function policy(page, directives) {
  const all = {
    "default-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'none'",
    ...directives,
  };
  all["script-src"] += digests(page, SCRIPT);
  all["style-src"] += digests(page, STYLE);
  const content = Object.entries(all).map(([name, value]) => `${name} ${value.trim()}`).join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n  ${meta}`);
}

function digests(page, pattern) {
  return [...page.matchAll(pattern)]
    .map(([, body]) => ` 'sha256-${createHash("sha256").update(body).digest("base64")}'`)
    .join("");
}
