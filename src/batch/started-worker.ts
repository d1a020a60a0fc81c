/**
 * A worker, as the pool sees it. Among many files it is a process: what it does to its memory or to itself does not
 * touch the others. For one file by itself it is a thread, which starts in half the time, and beside which there is
 * nothing to be touched.
 */
import { fork } from "node:child_process";
import { Worker } from "node:worker_threads";
import { type Answer, type Order, tooMuchMemory } from "./channel.ts";

export interface WorkerOptions {
  /** What a worker runs. */
  readonly script: URL;
  /** The most that it may keep in memory, in MB. */
  readonly memory: number;
}

export interface Heard {
  readonly answered: (answer: Answer) => void;
  /** It wrote to its standard error. */
  readonly told: (text: string) => void;
  /** It has ended, and all that it said is heard. */
  readonly ended: () => void;
}

export interface StartedWorker {
  send(order: Order): void;
  /** Ends it at once, with what it is at. */
  end(): void;
}

export type Start = (options: WorkerOptions, heard: Heard) => StartedWorker;

/** @throws Error where the system starts no more */
export const startProcess: Start = ({ script, memory }, { answered, told, ended }) => {
  const child = fork(script, [String(memory)], {
    // Bytes as they are: what is read from a pipe is handed on.
    serialization: "advanced",
    execArgv: [...process.execArgv, `--max-old-space-size=${memory}`],
    // The standard output is the report's.
    stdio: ["ignore", 2, "pipe", "ipc"],
  });
  // Where it cannot be given a file it has ended, which is heard, too.
  child.on("error", () => {});
  if (child.pid === undefined) throw new Error("there are too many");
  child.stderr?.setEncoding("utf8").on("data", told);
  child.on("message", (answer) => answered(answer as Answer));
  child.once("close", ended);
  return {
    // A worker that is gone cannot be told: that it ended is heard.
    send: (order) => void child.send(order, () => {}),
    end: () => void child.kill("SIGKILL"),
  };
};

/** Milliseconds: in that time a stream unpacks to some ten megabytes. */
const watchEach = 50;
/** MB that the program may take without a file. */
const ownMemory = 200;
const megabyte = 1024 * 1024;

/** The limit that V8 keeps counts its objects, not the bytes that are unpacked beside them: the process is watched. */
export const startThread: Start = ({ script, memory }, { answered, told, ended }) => {
  const thread = new Worker(script, {
    argv: [String(memory)],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const most = Math.max(ownMemory, process.memoryUsage.rss() / megabyte) + memory;
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() < most * megabyte) return;
    told(tooMuchMemory);
    void thread.terminate();
  }, watchEach).unref();
  thread.on("message", answered);
  thread.on("error", (error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
      return told(tooMuchMemory);
    }
    const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    answered({ broke: { name, message, stack } });
  });
  thread.once("exit", () => {
    clearInterval(watch);
    ended();
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    send: (order) => thread.postMessage(order),
    end: () => void thread.terminate(),
  };
};
