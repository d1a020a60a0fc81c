/** What a worker thread does for as long as the pool is open: one source at a time, a result for each. */
/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin */
import { parentPort } from "node:worker_threads";
import { checkFiling } from "../run.ts";
import { checkSource, type Task } from "./check-source.ts";

export function work(): void {
  parentPort?.on("message", async (task: Task) => {
    parentPort?.postMessage(await checkSource(task, checkFiling));
  });
}
