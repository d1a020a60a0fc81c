/** What the pool and its workers say to each other, and the words that a worker dies with. */
import type { Outcome, Task } from "./check-source.ts";

/** From the pool: one file to check. */
export interface Order {
  readonly task: Task;
  /** Milliseconds. */
  readonly timeout: number;
}

/** From a worker: the result, whose report is a line of NDJSON, or what broke it. */
export type Answer = (Omit<Outcome, "report"> & { readonly report: string }) | { readonly broke: BrokenBy };

/** An error that nobody caught. */
export interface BrokenBy {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Said on the standard error by a worker that ends itself because it takes more memory than it may. */
export const tooMuchMemory = "kc-check: out of memory\n";

/** Whether a process that ended so had no memory left; V8 says it in several ways. */
export function isOutOfMemory(told: string): boolean {
  return /out of memory/i.test(told);
}
