/** Many files: their results in the order of the files, whoever checks them and whatever happens to one. */
import { availableParallelism } from "node:os";
import {
  type Check,
  checkSource,
  type Outcome,
  type Recall,
  recallSource,
  type Task,
} from "./check-source.ts";
import { inOrder, Pool } from "./pool.ts";

export interface ArchiveOptions {
  /** Worker threads; null for as many as there are cores, or none where few files make them a loss. */
  readonly jobs: number | null;
  /** Seconds for one file; null for the usual limit. */
  readonly timeout: number | null;
  /** Checks in this thread, loaded when a file needs it. */
  readonly loadCheck: () => Promise<Check>;
  readonly signal: AbortSignal;
  /** Results of earlier runs, asked before anything is checked. */
  readonly recall: Recall | null;
}

/** Under so many files starting workers takes longer than they save: see `npm run bench:speed`. */
export const fewestForWorkers = 8;
/** A large annual report takes seconds. */
const usualTimeout = 300;
/** MB. */
const workerMemory = 1_024;
/** Results that may wait for a slow file before them, for each worker. */
const aheadOfEach = 16;

/** How many workers a run gets; 0: it is done in the main thread. */
function workersFor(files: number, { jobs, timeout }: Pick<ArchiveOptions, "jobs" | "timeout">): number {
  // Only a worker can be ended when its time is over.
  if (timeout !== null) return jobs ?? availableParallelism();
  if (jobs !== null) return jobs === 1 && files < fewestForWorkers ? 0 : Math.min(jobs, files);
  return files < fewestForWorkers ? 0 : availableParallelism();
}

/** Ends early, without an error, when the signal is given. */
export async function* checkAll(tasks: readonly Task[], options: ArchiveOptions): AsyncGenerator<Outcome> {
  const { signal, recall } = options;
  const workers = workersFor(tasks.length, options);
  const known = async (task: Task): Promise<Outcome | null> =>
    recall === null || task.source.file === "-" ? null : recallSource(task, recall);
  const here = async (task: Task): Promise<Outcome> =>
    (await known(task)) ?? checkSource(task, await options.loadCheck());
  if (workers === 0) {
    for (const task of tasks) {
      // A signal is heard between two files only.
      await new Promise(setImmediate);
      if (signal.aborted) return;
      yield await here(task);
    }
    return;
  }
  const pool = new Pool({
    jobs: workers,
    timeout: (options.timeout ?? usualTimeout) * 1000,
    memory: workerMemory,
    script: new URL("./worker.cjs", import.meta.url),
  });
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop, { once: true });
  const run = async (task: Task): Promise<Outcome | null> => {
    if (signal.aborted) return null;
    return task.source.file === "-" ? here(task) : ((await known(task)) ?? pool.run(task));
  };
  try {
    for await (const outcome of inOrder(tasks, workers * aheadOfEach, run)) {
      if (outcome === null) return;
      yield outcome;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.close();
  }
}
