import { breakWords, counted, tieWords, toldOf } from "../honesty.ts";
import type { FileReport } from "../report.ts";

/** The result of a file in a few words, and its class. Nothing of the filing is in them. */
export function verdictOf(file: FileReport): {
  readonly words: string;
  readonly state: "x" | "w" | "t";
} {
  const { status, counts } = file;
  if (status === "unreadable") return { words: "Could not be read", state: "x" };
  if (status === "unrecognized") return { words: "No financial table found", state: "w" };
  const told = toldOf(file);
  const warned = told.warnings > 0 ? [counted(told.warnings, "warning")] : [];
  const breaks = breakWords(told);
  if (breaks.length > 0) {
    return { words: [...breaks, ...warned].join(", "), state: told.failures > 0 ? "x" : "w" };
  }
  if (counts.pass === 0) return { words: "Nothing could be checked", state: "w" };
  return { words: [tieWords(file), ...warned].join(", "), state: warned.length > 0 ? "w" : "t" };
}
