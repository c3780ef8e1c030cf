// The browser is killed again and again at random moments of a session: what the page had shown as
// saved is there when it comes back. KILLS sets how often; the seed of the moments is printed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";
import { CHROMIUM, DIST, FLAGS, handle, open, opened, openFiles, sample, settled } from "./drive.mjs";

const KILLS = Number(process.env.KILLS ?? 50);
/** A round fails where so many browsers in a row find the list of documents empty. */
const BROWSERS = 4;
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

// Long enough that suggestions to decide are left at the end.
const speech = ["rural", "manufacturing", "safety", "digital-government"].map((name) => sample(name).text).join("\n");

let server, profile;
before(async () => {
  server = await serve(DIST);
  profile = mkdtempSync(join(tmpdir(), "juyao-killed-"));
});
after(async () => {
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Whether a process, or any of a group, is there. */
function isThere(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** A browser on the profile, in a process group of its own that can be killed as a whole. */
async function launch() {
  const flags = [...FLAGS.split(" "), "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const process = spawn(CHROMIUM, flags, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const endpoint = await new Promise((found, failed) => {
    let said = "";
    process.stderr.on("data", (chunk) => {
      const match = /DevTools listening on (\S+)/.exec((said += chunk));
      if (match) found(match[1]);
    });
    process.once("exit", () => failed(new Error(`the browser ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const kill = async () => {
    if (process.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((ended) => process.once("exit", ended));
    globalThis.process.kill(-process.pid, "SIGKILL");
    await gone;
    // Its other processes hold the database until they have ended too; those that nobody buries stay listed.
    for (let waits = 0; waits < 50 && isThere(-process.pid); waits++) await pause(100);
    await browser.close().catch(() => {});
  };
  return { context: browser.contexts()[0], kill };
}

/** How many gestures the page says can be undone: every decision of this session is one. */
const SHOWN = `Number(/\\d+/.exec(document.querySelector(".statusbar .reversible")?.textContent ?? "0")?.[0] ?? 0)`;

/** Tells `report` how many gestures are there whenever the page says that all is saved. */
async function watch(page, report) {
  await page.exposeFunction("reportSaved", report);
  await page.evaluate(`{
    const look = () =>
      document.querySelector('[data-testid="save-state"]')?.dataset.state === "saved" && reportSaved(${SHOWN});
    new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, childList: true, characterData: true });
    look();
  }`);
}

function random(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** A browser with the document open. Processes of the killed one may still hold the database, so that the list of
 * documents stays empty: then another browser must show it. What was lost would be lost in that one too. */
async function comeBack(round, t) {
  for (let tries = 1; ; tries++) {
    const { context, kill } = await launch();
    try {
      const page = await open(context, server.url);
      if (round === 0) {
        await openFiles(page, [{ name: "讲话.txt", mimeType: "text/plain", buffer: Buffer.from(speech) }]);
      } else {
        await handle(page, "document-item").first().click();
      }
      await opened(page);
      return { page, kill };
    } catch (error) {
      await kill();
      if (tries === BROWSERS) throw error;
      t.diagnostic(`round ${round}: another browser was needed: ${error.message}`);
    }
  }
}

test(`killed ${KILLS} times, nothing that was shown as saved is missing (seed ${SEED})`, async (t) => {
  const chance = random(SEED + 1);
  let promised = 0;
  let decided = 0;
  for (let round = 0; round <= KILLS; round++) {
    const { page, kill } = await comeBack(round, t);
    try {
      const shown = await page.evaluate(SHOWN);
      assert.ok(shown >= promised, `round ${round}: ${shown} gestures are there, ${promised} had been shown as saved`);
      promised = shown;
      await watch(page, (count) => (promised = Math.max(promised, count)));
      const pressing = (async () => {
        for (;;) {
          await page.keyboard.press(["Enter", "x", "n"][Math.floor(chance() * 3)]);
          // Sometimes fast, sometimes with a pause in which everything gets written.
          await new Promise((next) => setTimeout(next, chance() ** 3 * 400));
        }
      })().catch(() => {}); // It ends when the browser does.
      await new Promise((due) => setTimeout(due, 50 + chance() * 1200));
      await kill();
      await pressing;
      decided += Math.max(0, promised - shown);
    } finally {
      await kill();
    }
  }
  assert.ok(decided > 0, `only ${decided} decisions were shown as saved`);
});
