/**
 * Workers that take one source each at a time. What happens to one does not touch the others: a worker that hangs, breaks
 * or runs out of memory costs its own file only, which is reported with the reason, and is replaced. One that is ended
 * from outside, by the system for one, says nothing of the file: that is checked once more, and a third time.
 */
import { tookTooLong } from "../limit.ts";
import { readLine } from "../report/ndjson.ts";
import { type Answer, type BrokenBy, isOutOfMemory } from "./channel.ts";
import { crashed, failed, type Outcome, type Task } from "./check-source.ts";
import { type Start, type StartedWorker, type WorkerOptions } from "./started-worker.ts";

export interface PoolOptions extends WorkerOptions {
  /** Workers at most; each is started when there is work for it. */
  readonly jobs: number;
  /** Milliseconds for one file. */
  readonly timeout: number;
  /** Starts a worker. */
  readonly start: Start;
}

interface Waiting {
  readonly task: Task;
  readonly done: (outcome: Outcome | null) => void;
  /**
   * How many of its workers ended and nobody knows why. It is checked again, and nothing beside it: all together may
   * have taken more memory than there is.
   */
  lost: number;
}

interface Worker {
  readonly started: StartedWorker;
  /** Resolves when it has ended and all that it said is heard. */
  readonly ended: Promise<void>;
  /** What it wrote to its standard error since it was given a file. */
  told: string;
  /** What is done with its answer. */
  answered: (answer: Answer) => void;
  /** What is done when it ends before it has answered. */
  left: () => void;
}

/** A file whose workers end so often is the cause of it. */
const mostLost = 3;
/** Characters that are kept of what a worker writes. */
const mostTold = 65_536;

export class Pool {
  readonly #options: PoolOptions;
  readonly #queue: Waiting[] = [];
  /** Without a result yet. */
  readonly #open = new Set<Waiting>();
  readonly #idle: Worker[] = [];
  readonly #workers = new Set<Worker>();
  /** What is being checked. */
  readonly #active = new Set<Waiting>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** The result of a task; null when the pool is closed before it is there. Never rejects. */
  run(task: Task): Promise<Outcome | null> {
    return new Promise((done) => {
      const waiting = { task, done, lost: 0 };
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

  /** Gives out what waits, as far as there are workers for it. */
  #next(): void {
    for (;;) {
      const [first] = this.#queue;
      const isOneAlone = [first, ...this.#active].some((each) => each && each.lost > 0);
      if (!first || (isOneAlone && this.#active.size > 0)) return;
      const isFull = this.#idle.length === 0 && this.#workers.size >= this.#options.jobs;
      if (isFull) return;
      this.#queue.shift();
      const worker = this.#idle.pop() ?? this.#start(first);
      if (worker) this.#give(worker, first);
    }
  }

  /** Null where the system starts no more; then the file has its result. */
  #start(waiting: Waiting): Worker | null {
    try {
      return this.#begin();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const sentence = `could not be checked because no process could be started (${reason}); give fewer --jobs`;
      this.#settle(waiting, reported(waiting, sentence));
      return null;
    }
  }

  /** @throws Error where the system starts no more */
  #begin(): Worker {
    let ended = (): void => {};
    const end = new Promise<void>((done) => {
      ended = done;
    });
    const started = this.#options.start(this.#options, {
      answered: (answer) => worker.answered(answer),
      told: (text) => {
        worker.told = (worker.told + text).slice(-mostTold);
      },
      ended: () => {
        this.#forget(worker);
        worker.left();
        ended();
      },
    });
    const worker: Worker = { started, ended: end, told: "", answered: () => {}, left: () => {} };
    this.#workers.add(worker);
    return worker;
  }

  #settle(waiting: Waiting, outcome: Outcome): void {
    this.#open.delete(waiting);
    waiting.done(outcome);
  }

  #give(worker: Worker, waiting: Waiting): void {
    const { timeout, memory } = this.#options;
    const { source } = waiting.task;
    let isReleased = false;
    const release = (): boolean => {
      if (isReleased) return false;
      isReleased = true;
      clearTimeout(timer);
      worker.answered = () => {};
      worker.left = () => {};
      this.#active.delete(waiting);
      return true;
    };
    /** Its memory is free again when the worker has ended. */
    const gone = async (outcome: Outcome): Promise<void> => {
      if (!release()) return;
      await this.#end(worker);
      this.#settle(waiting, outcome);
      this.#next();
    };
    const timer = setTimeout(() => void gone(reported(waiting, tookTooLong(timeout / 1000))), timeout);
    worker.answered = (answer) => {
      if ("broke" in answer) return void gone(crashed(source, errorOf(answer.broke)));
      if (!release()) return;
      if (worker.told !== "") process.stderr.write(worker.told);
      worker.told = "";
      this.#idle.push(worker);
      const { report, ...rest } = answer;
      this.#settle(waiting, { report: readLine(report), ...rest });
      this.#next();
    };
    worker.left = () => {
      if (!release()) return;
      if (isOutOfMemory(worker.told)) {
        const tooMuch = `needs more memory than the ${memory} MB that one file may take; check it by itself`;
        this.#settle(waiting, reported(waiting, tooMuch));
        return this.#next();
      }
      waiting.lost++;
      if (waiting.lost >= mostLost) {
        const again = "could not be checked because its worker ended; check it by itself";
        this.#settle(waiting, { ...reported(waiting, again), trace: worker.told || null });
      } else if (this.#open.has(waiting)) {
        this.#queue.unshift(waiting);
      }
      this.#next();
    };
    this.#active.add(waiting);
    worker.started.send({ task: waiting.task, timeout });
  }

  #forget(worker: Worker): void {
    this.#workers.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
  }

  async #end(worker: Worker): Promise<void> {
    worker.started.end();
    await worker.ended;
  }
}

function errorOf({ message, ...rest }: BrokenBy): Error {
  return Object.assign(new Error(message), rest);
}

/** The result of a file that was not checked. */
function reported({ task: { source } }: Waiting, reason: string): Outcome {
  const name = source.path === "-" ? "standard input" : source.path;
  return { report: failed(source, `${name} ${reason}`), trace: null, key: null };
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
