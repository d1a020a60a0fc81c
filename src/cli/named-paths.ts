/**
 * Paths as they were named on the command line. The shells of Windows leave `*` and `?` to the program, and its
 * users write backslashes: there patterns are expanded, and reports name a file with slashes, so that a
 * baseline, a cache and the results of an earlier run know it on every machine.
 */
import type { Io } from "../io.ts";
import { below } from "./scopes.ts";
import { UsageError } from "./usage-error.ts";

type Machine = Pick<Io, "absolute" | "exists" | "glob" | "isWindows">;

/** With slashes on Windows. Paths of its `\\?\` kind are taken by the letter, as Windows itself does. */
export function slashed(path: string, { isWindows }: Pick<Io, "isWindows">): string {
  return isWindows && !path.startsWith("\\\\?\\") ? path.replaceAll("\\", "/") : path;
}

/** `filings/*.txt`, folder and name apart, with what only globs know taken by the letter. */
function patternOf(path: string): { readonly folder: string; readonly pattern: string } {
  const folder = path.slice(0, path.lastIndexOf("/", path.search(/[*?]/)) + 1);
  const pattern = path.slice(folder.length).replace(/[()[\]{}]|^!|[!+@](?=\()/g, "\\$&");
  return { folder, pattern };
}

/**
 * The paths that the arguments stand for, in their order.
 * @throws UsageError where a pattern matches no file
 */
export async function namedPaths(named: readonly string[], io: Machine): Promise<readonly string[]> {
  if (!io.isWindows) return named;
  const paths: string[] = [];
  for (const argument of named) {
    const path = slashed(argument, io);
    // No name on Windows holds one of these.
    if (!/[*?]/.test(path) || path.startsWith("\\\\?\\")) {
      paths.push(path);
      continue;
    }
    const { folder, pattern } = patternOf(path);
    const base = io.absolute(folder === "" ? "." : folder);
    const found = await io.glob([pattern], base, []);
    if (found.length === 0)
      throw new UsageError(`no file matches ${argument}; check the folder and the pattern`);
    paths.push(...found.map((each) => folder + (below(base, each) ?? each)));
  }
  return paths;
}
