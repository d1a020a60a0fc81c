/**
 * Ends the process when it takes more memory than it may, or when the one that started it is gone. The limit that V8 keeps counts its objects, not the bytes
 * that are unpacked beside them; and what unpacks them does not pause, so that a thread beside it has to look.
 */
import { Worker } from "node:worker_threads";

const script = `
const { workerData: { most, each, words } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const parent = process.ppid;
function isAlone() {
  // On Windows a process keeps the number of its parent.
  if (process.ppid !== parent) return true;
  try { return !process.kill(parent, 0); } catch (error) { return error.code === "ESRCH"; }
}
setInterval(() => {
  if (isAlone()) process.kill(process.pid, "SIGKILL");
  if (process.memoryUsage.rss() < most) return;
  try { writeSync(2, words); } finally { process.kill(process.pid, "SIGKILL"); }
}, each);`;

/** `most`: MB; `each`: milliseconds between two looks; `words`: written to the standard error before the end. */
export function watchMemory(most: number, each: number, words: string): void {
  new Worker(script, {
    eval: true,
    workerData: { most: most * 1024 * 1024, each, words },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  }).unref();
}
