/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin */
/** Filings spread over the cores: each worker runs the bundle that the main thread runs. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parentPort, Worker } from "node:worker_threads";
import type { Source } from "../../../src/batch/source.ts";
import { type Observed, observe } from "./observe.ts";

interface Order {
  readonly source: Source;
  readonly seed: number;
  readonly samples: number;
}

/** What is observed in each filing, in the order of the orders. */
export async function observeAll(
  orders: readonly Order[],
  done: (path: string) => void,
): Promise<Observed[]> {
  const results: Observed[][] = orders.map(() => []);
  let next = 0;
  const work = async (worker: Worker): Promise<void> => {
    while (next < orders.length) {
      const at = next++;
      const order = orders[at];
      if (!order) break;
      results[at] = await new Promise<Observed[]>((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.postMessage(order);
      });
      worker.removeAllListeners("error");
      done(order.source.path);
    }
    await worker.terminate();
  };
  const count = Math.min(orders.length, availableParallelism());
  await Promise.all(
    Array.from({ length: count }, () =>
      work(new Worker(fileURLToPath(import.meta.url.replace(/[^/]+$/, "main.mjs")))),
    ),
  );
  return results.flat();
}

/** What a worker does: one order after the other. */
export function serve(): void {
  parentPort?.on("message", (order: Order) => {
    void observe(order.source, order.seed, order.samples).then((observed) =>
      parentPort?.postMessage(observed),
    );
  });
}
