/**
 * How long one file may take in the thread that runs the program. V8 itself ends a stretch of work that goes on
 * for longer, in the middle of an expression if need be: no second thread has to be started for it.
 */
import { Script } from "node:vm";
import type { Turn } from "./steps.ts";

/** Seconds for one file, where nothing else is asked for. */
export const usualTimeout = 60;
/** The same for a file among many. */
export const archiveTimeout = 300;

/** A file that took longer than it may. */
export class TimeOver extends Error {
  override readonly name = "TimeOver";
}

/** "took longer than 60 s; give it more time with --timeout" */
export function tookTooLong(seconds: number): string {
  return `took longer than ${seconds} s; give it more time with --timeout`;
}

/** Where the script finds what it is to do. */
const slot = Symbol.for("kc-check.step");
const script = new Script(`globalThis[Symbol.for("kc-check.step")]()`);

/**
 * Turns that last `seconds` together. One that is ended runs none of its `finally` blocks.
 * @throws TimeOver from the turn that is ended
 */
export function limitedTo(seconds: number): Turn {
  const end = performance.now() + seconds * 1000;
  return <T>(step: () => T): T => {
    const left = Math.ceil(end - performance.now());
    if (left <= 0) throw new TimeOver(tookTooLong(seconds));
    let result: { readonly value: T } | null = null;
    Reflect.set(globalThis, slot, () => {
      result = { value: step() };
    });
    try {
      script.runInThisContext({ timeout: left, displayErrors: false });
    } catch (error) {
      const isEnded =
        error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
      throw isEnded ? new TimeOver(tookTooLong(seconds)) : error;
    } finally {
      Reflect.deleteProperty(globalThis, slot);
    }
    return (result as unknown as { readonly value: T }).value;
  };
}
