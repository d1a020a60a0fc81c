/** `--watch`: checks again whenever a file is saved, and tells what changed since. Ends with Ctrl+C. */
import { setTimeout as sleep } from "node:timers/promises";
import { onInterrupt } from "../batch/interrupt.ts";
import { FileError, type Io, statOf } from "../io.ts";
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
  const saves = saved(paths, signal);
  for (const path of paths) {
    const bytes = await bytesOf(path, io);
    if (bytes) before.set(path, bytes);
  }
  let code = await run(paths, raw, session);
  // Of several files the code does not say which of them could be checked.
  let doubted = code === 2 ? new Set(paths) : new Set<string>();
  await note(session, "waiting for a file to be saved; Ctrl+C ends it");
  for await (const path of saves) {
    const bytes = await bytesOf(path, io);
    // Gone again: the next look tells.
    if (!bytes) continue;
    const was = before.get(path);
    // What could not be checked before has nothing to be compared with.
    const isComparable = was !== undefined && !(doubted.has(path) && (await isUnread(path, was)));
    const name = `${path} as it was`;
    const again = inMemory(session, new Map([[path, bytes], ...(was ? [[name, was] as const] : [])]));
    code = isComparable
      ? await run([path], { ...raw, prior: name, drafts: true }, again)
      : await run([path], raw, again);
    doubted = new Set([...doubted].filter((other) => other !== path));
    if (code === 2) doubted.add(path);
    before.set(path, bytes);
  }
  return code;
}

/** Null where it cannot be read now; the check says why. */
async function bytesOf(path: string, io: Io): Promise<Uint8Array | null> {
  if (!io.exists(path)) return null;
  try {
    return await readFiling(path, io);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

/** Whether nothing can be checked in it. */
async function isUnread(path: string, bytes: Uint8Array): Promise<boolean> {
  const { checkFiling } = await import("../run.ts");
  const { error } = await checkFiling(bytes, { path });
  return error !== null;
}

/** The session with these files as they were read: what is checked is what is remembered. */
function inMemory(session: Session, files: ReadonlyMap<string, Uint8Array>): Session {
  const { io } = session.dependencies;
  const readFile: Io["readFile"] = (asked, seconds) => files.get(asked) ?? io.readFile(asked, seconds);
  // Its streams are opened when they are first used: they are inherited, not copied.
  const own = Object.create(io, { readFile: { value: readFile } }) as Io;
  return { ...session, dependencies: { ...session.dependencies, io: own } };
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
