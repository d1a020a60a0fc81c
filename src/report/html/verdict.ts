import { counted } from "../honesty.ts";
import type { FileReport } from "../report.ts";

/** The result of a file in a few words, and its class. Nothing of the filing is in them. */
export function verdictOf({ status, counts }: FileReport): {
  readonly words: string;
  readonly state: "x" | "w" | "t";
} {
  if (status === "unreadable") return { words: "Could not be read", state: "x" };
  if (status === "unrecognized") return { words: "No financial table found", state: "w" };
  const { fail, warn, pass } = counts;
  const warned = warn > 0 ? counted(warn, "warning") : "";
  if (fail > 0) {
    const failing = `${counted(fail, "line")} ${fail === 1 ? "does" : "do"} not tie`;
    return { words: [failing, warned].filter((part) => part !== "").join(", "), state: "x" };
  }
  if (pass === 0) return { words: "Nothing could be checked", state: "w" };
  const ties = "Everything that could be checked ties";
  return warned === "" ? { words: ties, state: "t" } : { words: `${ties}, ${warned}`, state: "w" };
}
