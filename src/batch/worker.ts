/** What a worker, a process or a thread, does for as long as the pool is open: one source at a time, a result for each. */
import { parentPort } from "node:worker_threads";
import { isHeavy } from "../heavy.ts";
import { limitedTo } from "../limit.ts";
import { ndjsonLine } from "../report/ndjson.ts";
import { checkFiling } from "../run.ts";
import { type Answer, type Order, tooMuchMemory } from "./channel.ts";
import { type Check, checkSource } from "./check-source.ts";

/** MB that the program may take without a file. */
const ownMemory = 200;
/** Milliseconds: in that time a stream unpacks to some ten megabytes. */
const watchEach = 50;
/** Seconds after which a file is given up here too: nobody may be there any more to end this process. */
const grace = 5;

/** `memory`: MB that a file may take. */
export function work(memory: number): void {
  if (parentPort === null) asProcess();
  let isWatched = false;
  (parentPort ?? process).on("message", async ({ task, timeout }: Order) => {
    const check: Check = async (bytes, options, turn) => {
      const isLarge = isHeavy(bytes) || (options.prior !== undefined && isHeavy(options.prior.bytes));
      // Beside a thread the process that started it watches.
      if (isLarge && !isWatched && parentPort === null) {
        isWatched = true;
        (await import("./memory-watch.ts")).watchMemory(ownMemory + memory, watchEach, tooMuchMemory);
      }
      return checkFiling(bytes, options, turn);
    };
    const { report, ...rest } = await checkSource(task, check, limitedTo(timeout / 1000 + grace));
    answer({ report: ndjsonLine(report).slice(0, -1), ...rest });
  });
}

function asProcess(): void {
  // Ctrl-C and the stop of a scheduler reach every process of a run; what becomes of it the first one decides.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  process.on("disconnect", () => process.exit());
  process.on("uncaughtException", (error: unknown) => {
    const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    answer({ broke: { name, message, stack } });
  });
}

function answer(value: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  if (parentPort) parentPort.postMessage(value);
  // Whoever waited for it may have gone.
  else process.send?.(value, undefined, undefined, () => {});
}
