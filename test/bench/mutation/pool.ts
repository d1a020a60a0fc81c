/** Jobs spread over the cores: each worker runs the bundle that the main thread runs. */
/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parentPort, Worker } from "node:worker_threads";
import type { Job, Outcome } from "./job.ts";
import { runJob } from "./run-job.ts";
import type { Subject } from "./subject.ts";

/** More workers than this gain nothing on three small filings. */
const mostWorkers = 8;

type Order =
  | { readonly kind: "subject"; readonly subject: Subject }
  | { readonly kind: "job"; readonly job: Job };

export class Pool {
  private readonly workers: readonly Worker[];

  constructor() {
    const count = Math.min(mostWorkers, availableParallelism());
    this.workers = Array.from({ length: count }, () => new Worker(fileURLToPath(import.meta.url)));
  }

  /** Outcomes in the order of the jobs, whichever worker ran them. */
  async run(subject: Subject, jobs: readonly Job[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const queue = [...jobs.entries()].reverse();
    await Promise.all(
      this.workers.map(async (worker) => {
        worker.postMessage({ kind: "subject", subject } satisfies Order);
        for (let next = queue.pop(); next; next = queue.pop()) {
          const [at, job] = next;
          outcomes[at] = await ask(worker, job);
        }
      }),
    );
    return outcomes;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, job: Job): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (outcome: Outcome) => {
      worker.off("error", reject);
      resolve(outcome);
    });
    worker.postMessage({ kind: "job", job } satisfies Order);
  });
}

/** What a worker does for as long as the pool is open. */
export function serve(): void {
  let subject: Subject | null = null;
  parentPort?.on("message", (order: Order) => {
    if (order.kind === "subject") subject = order.subject;
    else if (subject) void runJob(subject, order.job).then((outcome) => parentPort?.postMessage(outcome));
  });
}
