/** A list of files to check, for `--files-from`: a path a line, or an NDJSON object with one. */
import { FileError } from "../io.ts";

/** @throws FileError for a line that is neither. */
export function listedPaths(text: string, list: string): readonly string[] {
  // `find -print0` ends paths with a zero, since a path may hold anything else.
  const separator = text.includes("\0") ? "\0" : /\r?\n/;
  return text.split(separator).flatMap((line, index) => {
    if (line.trim() === "") return [];
    if (!line.startsWith("{")) return [line];
    const path = pathOf(line);
    if (path === null) {
      throw new FileError(
        `${list}, line ${index + 1}: this is neither a path nor an object like {"path": "filing.txt"}; correct the list`,
      );
    }
    return [path];
  });
}

function pathOf(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === "object" && value !== null && "path" in value;
    return isObject && typeof value.path === "string" && value.path !== "" ? value.path : null;
  } catch {
    // A file may be called "{draft}.txt".
    return line.endsWith("}") ? null : line;
  }
}
