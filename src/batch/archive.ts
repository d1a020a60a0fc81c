/** Many files: their results in the order of the files, whoever checks them and whatever happens to one. */
import { closeSync, openSync, readSync } from "node:fs";
import { headLength, isHeavy } from "../heavy.ts";
import { FileError, machineIo, statOf } from "../io.ts";
import { archiveTimeout, limitedTo, usualTimeout } from "../limit.ts";
import {
  type Check,
  checkSource,
  type Outcome,
  type Recall,
  recallSource,
  type Task,
} from "./check-source.ts";
import { usableCores } from "./cores.ts";
import { inOrder, Pool } from "./pool.ts";
import type { Source } from "./source.ts";
import { startProcess, startThread } from "./started-worker.ts";

export interface ArchiveOptions {
  /** Worker processes; null for as many as cores may be used, or none where few files make them a loss. */
  readonly jobs: number | null;
  /** Seconds for one file; null for the usual limit. */
  readonly timeout: number | null;
  /** Checks in this process, loaded when a file needs it. */
  readonly loadCheck: () => Promise<Check>;
  readonly signal: AbortSignal;
  /** Results of earlier runs, asked before anything is checked. */
  readonly recall: Recall | null;
}

/** Under so many files starting workers takes longer than they save: see `npm run bench:speed`. */
export const fewestForWorkers = 8;
/** MB. */
const workerMemory = 1_024;
/** Results that may wait for a slow file before them, for each worker. */
const aheadOfEach = 16;

/** How many workers a run gets; 0: plain files of text are checked in the main process. */
export function workersFor(files: number, { jobs }: Pick<ArchiveOptions, "jobs">): number {
  if (jobs !== null) return jobs === 1 && files < fewestForWorkers ? 0 : Math.min(jobs, files);
  return files < fewestForWorkers ? 0 : Math.min(usableCores(), files);
}

/** Seconds for one file. */
function timeoutFor(files: number, { timeout }: Pick<ArchiveOptions, "timeout">): number {
  return timeout ?? (files < fewestForWorkers ? usualTimeout : archiveTimeout);
}

/** Workers for `files` files; null for one that does what is not done in this process. */
export function poolFor(files: number, jobs: number | null, options: Pick<ArchiveOptions, "timeout">): Pool {
  return new Pool({
    jobs: jobs ?? 1,
    start: jobs === null ? startThread : startProcess,
    timeout: timeoutFor(files, options) * 1000,
    memory: workerMemory,
    script: new URL("./worker.cjs", import.meta.url),
  });
}

/** Whether a source is to be checked where it can be ended: it is packed, or large. */
function isApart({ file, member, path, bytes }: Source): boolean {
  if (bytes) return isHeavy(bytes);
  if (member !== null || /\.gz$/i.test(path)) return true;
  const stat = statOf(file);
  if (stat?.isFile() !== true) return false;
  const head = new Uint8Array(headLength);
  const descriptor = openSync(file, "r");
  try {
    return isHeavy(head.subarray(0, readSync(descriptor, head)), stat.size);
  } finally {
    closeSync(descriptor);
  }
}

function needsWorker({ source, prior }: Task): boolean {
  try {
    return isApart(source) || (prior !== null && isApart(prior));
  } catch {
    // Whoever reads it says why it cannot be read.
    return false;
  }
}

/** The standard input belongs to this process: its bytes are handed on. */
async function withInput(task: Task): Promise<Task> {
  const { source } = task;
  if (source.file !== "-") return task;
  try {
    return { ...task, source: { ...source, bytes: await machineIo().readStdin() } };
  } catch (error) {
    if (error instanceof FileError) return { ...task, source: { ...source, error: error.message } };
    throw error;
  }
}

/** Ends early, without an error, when the signal is given. */
export async function* checkAll(tasks: readonly Task[], options: ArchiveOptions): AsyncGenerator<Outcome> {
  const { signal, recall } = options;
  const workers = workersFor(tasks.length, options);
  const pool = poolFor(tasks.length, workers === 0 ? null : workers, options);
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop, { once: true });
  const run = async (given: Task): Promise<Outcome | null> => {
    // A signal is heard between two files of this process.
    if (workers === 0) await new Promise(setImmediate);
    if (signal.aborted) return null;
    const task = await withInput(given);
    // What a pipe has given it does not give again.
    const isThere = task.source.bytes !== undefined || statOf(task.source.file)?.isFile() === true;
    const known = recall === null || !isThere ? null : await recallSource(task, recall);
    if (known) return known;
    if (workers > 0 || needsWorker(task)) return pool.run(task);
    return checkSource(task, await options.loadCheck(), limitedTo(timeoutFor(tasks.length, options)));
  };
  try {
    for await (const outcome of inOrder(tasks, Math.max(workers * aheadOfEach, 1), run)) {
      if (outcome === null) return;
      yield outcome;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.close();
  }
}
