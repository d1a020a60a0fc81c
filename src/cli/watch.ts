/** `--watch`: checks again whenever a file is saved, and tells what changed since. Ends with Ctrl+C. */
import { setTimeout as sleep } from "node:timers/promises";
import { onInterrupt } from "../batch/interrupt.ts";
import { type Io, statOf } from "../io.ts";
import type { Session } from "./dependencies.ts";
import { note } from "./note.ts";
import { readFiling } from "./read-filing.ts";
import type { RawOptions } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** Milliseconds between two looks. */
const pause = 300;

/** What tells that a file was saved; null while it is not there. */
type Stamp = string | null;

function stampOf(path: string): Stamp {
  const stat = statOf(path);
  return stat?.isFile() === true ? `${stat.mtimeMs} ${stat.size}` : null;
}

/** Yields each path as it is saved from now on. */
export function saved(
  paths: readonly string[],
  signal: AbortSignal,
  look: (path: string) => Stamp = stampOf,
  every = pause,
): AsyncGenerator<string> {
  return looking(new Map(paths.map((path) => [path, look(path)])), signal, look, every);
}

/** Programs save in steps: a file counts as saved when two looks see the same. */
async function* looking(
  known: Map<string, Stamp>,
  signal: AbortSignal,
  look: (path: string) => Stamp,
  every: number,
): AsyncGenerator<string> {
  const seen = new Map(known);
  while (!signal.aborted) {
    await sleep(every);
    for (const path of known.keys()) {
      if (signal.aborted) return;
      const now = look(path);
      const isSettled = now === seen.get(path);
      seen.set(path, now);
      if (now === null || !isSettled || now === known.get(path)) continue;
      known.set(path, now);
      yield path;
    }
  }
}

export type Run = (paths: readonly string[], raw: RawOptions, session: Session) => Promise<number>;

/** @throws UsageError for what is no file to be saved */
function refuseOthers(paths: readonly string[], raw: RawOptions, { dependencies }: Session): void {
  const { io } = dependencies;
  if (paths.length === 0) throw new UsageError("--watch needs a file to watch; name one");
  for (const path of paths) {
    if (path === "-" || io.isDirectory(path))
      throw new UsageError(
        `--watch is for files that somebody saves, not for ${path === "-" ? "standard input" : `the directory ${path}`}`,
      );
  }
  if (raw.prior !== undefined)
    throw new UsageError("--watch compares a file with itself before it was saved; drop --prior");
}

/** Checks, and again when a file is saved, until `signal` says to stop. Returns the exit code of the last check. */
export async function watch(
  paths: readonly string[],
  raw: RawOptions,
  session: Session,
  { run, signal }: { readonly run: Run; readonly signal: AbortSignal },
): Promise<number> {
  refuseOthers(paths, raw, session);
  const { io } = session.dependencies;
  const before = new Map<string, Uint8Array>();
  const remember = async (path: string): Promise<void> => {
    before.set(path, await readFiling(path, io));
  };
  const saves = saved(paths, signal);
  let code = await run(paths, raw, session);
  for (const path of paths) if (io.exists(path)) await remember(path);
  await note(session, "waiting for a file to be saved; Ctrl+C ends it");
  for await (const path of saves) {
    const was = before.get(path);
    const name = `${path} as it was`;
    const readFile: Io["readFile"] = (asked, seconds) =>
      asked === name && was ? was : io.readFile(asked, seconds);
    // Its streams are opened when they are first used: they are inherited, not copied.
    const own = Object.create(io, { readFile: { value: readFile } }) as Io;
    const again: Session = { ...session, dependencies: { ...session.dependencies, io: own } };
    // What could not be checked before has nothing to be compared with.
    const isComparable = was !== undefined && code !== 2;
    code = isComparable
      ? await run([path], { ...raw, prior: name, drafts: true }, again)
      : await run([path], raw, session);
    await remember(path);
  }
  return code;
}

/** The same until Ctrl+C. */
export async function watchUntilStopped(
  paths: readonly string[],
  raw: RawOptions,
  session: Session,
  run: Run,
): Promise<number> {
  const stop = new AbortController();
  const clear = onInterrupt(() => stop.abort());
  try {
    return await watch(paths, raw, session, { run, signal: stop.signal });
  } finally {
    clear();
  }
}
