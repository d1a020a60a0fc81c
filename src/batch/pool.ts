/**
 * Worker threads that take one source each at a time. A worker that hangs, dies or runs out of memory costs
 * its own file only: the file is reported with the reason and the worker is replaced.
 */
/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin */
import { Worker } from "node:worker_threads";
import { crashed, failed, type Outcome, type Task } from "./check-source.ts";

export interface PoolOptions {
  /** Worker threads at most; each is started when there is work for it. */
  readonly jobs: number;
  /** Milliseconds for one file. */
  readonly timeout: number;
  /** The most that a worker may keep in memory, in MB. */
  readonly memory: number;
  /** What a worker runs. */
  readonly script: URL;
}

interface Waiting {
  readonly task: Task;
  readonly done: (outcome: Outcome | null) => void;
}

export class Pool {
  readonly #options: PoolOptions;
  readonly #queue: Waiting[] = [];
  /** Without a result yet. */
  readonly #open = new Set<Waiting>();
  readonly #idle: Worker[] = [];
  readonly #workers = new Set<Worker>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** The result of a task; null when the pool is closed before it is there. Never rejects. */
  run(task: Task): Promise<Outcome | null> {
    return new Promise((done) => {
      const waiting = { task, done };
      this.#open.add(waiting);
      this.#queue.push(waiting);
      this.#next();
    });
  }

  /** Ends the workers at once, with what they are at. */
  async close(): Promise<void> {
    this.#queue.length = 0;
    for (const { done } of this.#open) done(null);
    this.#open.clear();
    await Promise.all([...this.#workers].map((worker) => this.#end(worker)));
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#workers.size < this.#options.jobs ? this.#start() : undefined);
    if (!worker) return;
    const waiting = this.#queue.shift();
    if (waiting) this.#give(worker, waiting);
  }

  #start(): Worker {
    const { script, memory } = this.#options;
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    this.#workers.add(worker);
    return worker;
  }

  #give(worker: Worker, waiting: Waiting): void {
    const { source } = waiting.task;
    const { timeout, memory } = this.#options;
    const ended = (outcome: Outcome, isAlive: boolean): void => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", broke).off("exit", left);
      if (isAlive) this.#idle.push(worker);
      else void this.#end(worker);
      this.#open.delete(waiting);
      waiting.done(outcome);
      this.#next();
    };
    const gone = (reason: string): void =>
      ended({ report: failed(source, `${source.path} ${reason}`), trace: null, key: null }, false);
    const answered = (outcome: Outcome): void => ended(outcome, true);
    const left = (): void => gone("could not be checked because its worker ended; check it by itself");
    const broke = (error: unknown): void => {
      const isFull = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      if (isFull) gone(`needs more memory than the ${memory} MB that one file may take; check it by itself`);
      else ended(crashed(source, error), false);
    };
    const timer = setTimeout(
      () => gone(`took longer than ${timeout / 1000} s; give it more time with --timeout`),
      timeout,
    );
    worker.on("message", answered).on("error", broke).on("exit", left);
    worker.postMessage(waiting.task);
  }

  async #end(worker: Worker): Promise<void> {
    this.#workers.delete(worker);
    // An error of a worker that is being ended is of no interest, and unheard it would end the process.
    worker.on("error", () => {});
    await worker.terminate();
  }
}

/** Results in the order of the sources; `window` of them may be ahead of the one that is waited for. */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  window: number,
  run: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const ahead: Promise<R>[] = [];
  for (const item of items) {
    ahead.push(run(item));
    if (ahead.length < window) continue;
    const first = ahead.shift();
    if (first) yield await first;
  }
  for (const rest of ahead) yield await rest;
}
