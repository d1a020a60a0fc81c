/**
 * Work in steps. What a filing needs is loaded between two of them, and each of them is done at a stretch: who
 * runs them can end one that takes too long.
 */

/** Each value that is yielded is waited for, and handed back when it is there. */
export type Steps<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** Does one step. */
export type Turn = <T>(step: () => T) => T;

/** Waits for what the next step needs, a module for one, and gives it: `yield* loaded(part)`. */
export function* loaded<T>(part: PromiseLike<T>): Generator<PromiseLike<unknown>, T, unknown> {
  return (yield part) as T;
}

const atOnce: Turn = (step) => step();

/** Does the steps one after another, each within a `turn`. */
export async function inSteps<T>(steps: Steps<T>, turn: Turn = atOnce): Promise<T> {
  let next = turn(() => steps.next());
  while (next.done !== true) {
    const settled = await settle(next.value);
    next = turn(() => ("error" in settled ? steps.throw(settled.error) : steps.next(settled.value)));
  }
  return next.value;
}

async function settle(
  part: PromiseLike<unknown>,
): Promise<{ readonly value: unknown } | { readonly error: unknown }> {
  try {
    return { value: await part };
  } catch (error) {
    return { error };
  }
}
