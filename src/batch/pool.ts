/**
 * Worker threads that take one source each at a time. A worker that hangs, dies or runs out of memory costs
 * its own file only: the file is reported with the reason and the worker is replaced. The limit that V8 keeps
 * for a worker counts its objects, not the bytes that are unpacked beside them: for those, what the whole
 * process takes is watched.
 */
/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin */
import { Worker } from "node:worker_threads";
import { tookTooLong } from "../limit.ts";
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
  /** Nothing else is checked beside it: together with others it took too much memory. */
  isAlone: boolean;
}

/** MB that the program may take without a file. */
const ownMemory = 200;
/** Milliseconds: in that time a stream unpacks to some ten megabytes. */
const watchEach = 50;
const megabyte = 1024 * 1024;

export class Pool {
  readonly #options: PoolOptions;
  readonly #queue: Waiting[] = [];
  /** Without a result yet. */
  readonly #open = new Set<Waiting>();
  readonly #idle: Worker[] = [];
  readonly #workers = new Set<Worker>();
  /** What is being checked, and what ends it when it takes too much memory. */
  readonly #active = new Map<Waiting, (isOnly: boolean) => Promise<void>>();
  readonly #watch: NodeJS.Timeout;
  /** MB that the process took when nothing was being checked. */
  #own = ownMemory;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#watch = setInterval(() => void this.#measure(), watchEach).unref();
  }

  /** The result of a task; null when the pool is closed before it is there. Never rejects. */
  run(task: Task): Promise<Outcome | null> {
    return new Promise((done) => {
      const waiting = { task, done, isAlone: false };
      this.#open.add(waiting);
      this.#queue.push(waiting);
      this.#next();
    });
  }

  /** Ends the workers at once, with what they are at. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#queue.length = 0;
    for (const { done } of this.#open) done(null);
    this.#open.clear();
    await Promise.all([...this.#workers].map((worker) => this.#end(worker)));
  }

  /** Gives out what waits, as far as there are workers for it. */
  #next(): void {
    for (;;) {
      const [first] = this.#queue;
      const isOneAlone = first?.isAlone === true || [...this.#active.keys()].some(({ isAlone }) => isAlone);
      if (!first || (isOneAlone && this.#active.size > 0)) return;
      const worker =
        this.#idle.pop() ?? (this.#workers.size < this.#options.jobs ? this.#start() : undefined);
      if (!worker) return;
      this.#queue.shift();
      if (this.#active.size === 0) this.#own = Math.max(ownMemory, process.memoryUsage.rss() / megabyte);
      this.#give(worker, first);
    }
  }

  /** Ends what is being checked when it takes more than it may. Whose memory it is cannot be told. */
  async #measure(): Promise<void> {
    const most = this.#own + this.#options.memory * this.#active.size;
    if (this.#active.size === 0 || process.memoryUsage.rss() < most * megabyte) return;
    const ends = [...this.#active.values()];
    await Promise.all(ends.map((end) => end(ends.length === 1)));
    this.#next();
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
    const name = source.path === "-" ? "standard input" : source.path;
    const release = (): void => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", broke).off("exit", left);
      this.#active.delete(waiting);
    };
    const settle = (outcome: Outcome): void => {
      this.#open.delete(waiting);
      waiting.done(outcome);
    };
    const answered = (outcome: Outcome): void => {
      release();
      this.#idle.push(worker);
      settle(outcome);
      this.#next();
    };
    /** Its memory is free again when the worker has ended. */
    const gone = async (outcome: Outcome): Promise<void> => {
      release();
      await this.#end(worker);
      settle(outcome);
      this.#next();
    };
    const because = (reason: string): Outcome => ({
      report: failed(source, `${name} ${reason}`),
      trace: null,
      key: null,
    });
    const full = because(
      `needs more memory than the ${memory} MB that one file may take; check it by itself`,
    );
    const tooMuch = async (isOnly: boolean): Promise<void> => {
      if (isOnly) return gone(full);
      release();
      waiting.isAlone = true;
      this.#queue.unshift(waiting);
      await this.#end(worker);
    };
    const left = (): void =>
      void gone(because("could not be checked because its worker ended; check it by itself"));
    const broke = (error: unknown): void => {
      const isFull = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      void gone(isFull ? full : crashed(source, error));
    };
    const timer = setTimeout(() => void gone(because(tookTooLong(timeout / 1000))), timeout);
    worker.on("message", answered).on("error", broke).on("exit", left);
    this.#active.set(waiting, tooMuch);
    worker.postMessage(waiting.task);
  }

  async #end(worker: Worker): Promise<void> {
    // An error of a worker that is being ended is of no interest, and unheard it would end the process.
    worker.on("error", () => {});
    await worker.terminate();
    this.#workers.delete(worker);
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
