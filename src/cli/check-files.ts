/** Files to results, one by one, in the order given. Nothing that happens to one file loses another's result. */
import { isHeavy } from "../heavy.ts";
import { FileError } from "../io.ts";
import { limitedTo, TimeOver, usualTimeout } from "../limit.ts";
import { unreadableFile } from "../report/assemble.ts";
import type { FileReport } from "../report/report.ts";
import type { CheckOptions } from "../run.ts";
import type { Session } from "./dependencies.ts";
import { trace } from "./note.ts";
import { readFiling } from "./read-filing.ts";
import { type Scopes, selectionOf } from "./scopes.ts";
import type { Settings } from "./settings.ts";
import { closest } from "../config/suggest.ts";

const commands: readonly string[] = ["check", "compare", "rules", "explain", "init", "dump", "completion"];

/** "-" is the standard input. */
export function distinctPaths(
  paths: readonly string[],
  absolute: (path: string) => string,
): readonly string[] {
  const byFile = new Map<string, string>();
  for (const path of paths) {
    const key = path === "-" ? path : absolute(path);
    if (!byFile.has(key)) byFile.set(key, path);
  }
  return [...byFile.values()];
}

/** A bare word that is no file was perhaps meant as a command. */
function readError(path: string, error: FileError): string {
  const command = /^[a-z]+$/.test(path) ? closest(path, commands) : null;
  return command === null ? error.message : `${error.message} (did you mean the command ${command}?)`;
}

/** A file to compare with, read once. */
export type Prior = NonNullable<CheckOptions["prior"]>;

/** What is the same for all files. */
export interface FilesRun {
  readonly settings: Settings;
  readonly scopes: Scopes;
  readonly prior: Prior | null;
  /** Seconds for one file; null for the usual time. */
  readonly timeout: number | null;
  readonly session: Session;
}

async function checkFile(path: string, run: FilesRun): Promise<FileReport> {
  const { settings, scopes, prior, session } = run;
  const { io, loadCheck } = session.dependencies;
  let bytes: Uint8Array;
  try {
    bytes = await readFiling(path, io, run.timeout ?? usualTimeout);
  } catch (error) {
    if (error instanceof FileError) return unreadableFile(path, readError(path, error));
    throw error;
  }
  if (isHeavy(bytes) || (prior && isHeavy(prior.bytes))) {
    const { checkApart } = await import("./check-apart.ts");
    return checkApart(path, bytes, run);
  }
  const checkFiling = await loadCheck();
  const options: CheckOptions = {
    path,
    ...selectionOf(settings, scopes.of(path)),
    ...(settings.all ? { all: true } : {}),
    ...(settings.content ? { content: true } : {}),
    ...(prior ? { prior } : {}),
  };
  try {
    return await checkFiling(bytes, options, limitedTo(run.timeout ?? usualTimeout));
  } catch (error) {
    const name = path === "-" ? "standard input" : path;
    if (error instanceof TimeOver) return unreadableFile(path, `${name} ${error.message}`);
    await trace(session, error);
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return unreadableFile(
      path,
      `${name} could not be checked because kc-check failed on it (${reason}); please report this, --verbose shows where`,
    );
  }
}

/** Yields the result of each path as it is ready. */
export async function* checkFiles(paths: readonly string[], run: FilesRun): AsyncGenerator<FileReport> {
  for (const path of paths) yield await checkFile(path, run);
}
