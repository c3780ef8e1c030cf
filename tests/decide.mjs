// How fast a speech is decided by keys alone: `node tests/decide.mjs` accepts or rejects every suggestion of
// a sample and prints key presses per decision and the time from each key to the next picture.
import { handle, listed, opened, paste, sample, saved, start } from "./page/drive.mjs";

const world = await start();
try {
  const { page } = await world.person();
  await paste(page, sample(process.argv[2] ?? "manufacturing").text);
  await opened(page);
  await page.evaluate(() => {
    window.painted = [];
    addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => window.painted.push(performance.now() - timeStamp))), true);
  });
  const pending = async () => Number((await handle(page, "pending").innerText()).match(/\d+/)?.[0] ?? 0);
  const before = await pending();
  const began = Date.now();
  let presses = 0;
  const press = async (key) => ((presses += 1), page.keyboard.press(key));
  await press("n");
  while ((await pending()) > 0 && presses < 4 * before) await press(presses % 9 ? "Enter" : "x");
  const seconds = (Date.now() - began) / 1000;
  await saved(page);
  const left = (await listed(page)).filter(({ status, label }) => status === "suggested" && !["heading", "boilerplate"].includes(label)).length;
  const times = (await page.evaluate(() => window.painted)).sort((one, other) => one - other);
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
  console.log(`${before} suggestions, ${presses} key presses, ${(presses / before).toFixed(3)} a decision, ${left} listed as undecided`);
  console.log(`key to paint: median ${share(0.5)} ms, 95th percentile ${share(0.95)} ms, longest ${share(1)} ms`);
  console.log(`${seconds.toFixed(1)} s in all as fast as keys can be sent; 300 in ten minutes leave 2 s for each decision`);
} finally {
  await world.close();
}
