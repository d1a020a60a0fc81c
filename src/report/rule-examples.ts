/** The examples of a rule, set for reading: a filing in columns, or what of it differs from one that ties. */
import type { Example, Rule } from "../rules/rule.ts";
import { isFinding } from "./honesty.ts";
import { paddedGrid } from "./grid.ts";
import type { FileReport } from "./report.ts";
import { wrap } from "./width.ts";
import { findingSentence } from "./finding-sentence.ts";

/** An example, and what the tool says of it. */
export interface ToldExample extends Example {
  readonly report: FileReport;
}

/** A rule's examples by kind. */
export type ToldExamples = Readonly<Record<keyof Rule["examples"], readonly ToldExample[]>>;

/** More changed lines than these, and the whole filing is clearer than what changed. */
const mostChanged = 4;

const lineWidth = 92;

function linesOf(text: string): readonly string[] {
  return text.replace(/\n+$/, "").split("\n");
}

/** The lines of a filing with its cells set in columns, and long sentences broken. */
function alignedLines(text: string): readonly string[] {
  const lines = linesOf(text);
  const rows = lines.filter((line) => line.includes("\t")).map((line) => line.split("\t"));
  const most = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: most }, (_, index) => ({
    head: "",
    align: index === 0 ? ("left" as const) : ("right" as const),
  }));
  const cells = rows.map((row) => row.map((cell) => ({ text: cell })));
  const aligned = paddedGrid(columns, cells, String).values();
  return lines.map((line) => (line.includes("\t") ? (aligned.next().value ?? line) : line));
}

/** Lines of a table and of markup are left whole: broken, they say something else. */
function broken(line: string): readonly string[] {
  return line.includes("  ") || line.startsWith("<") ? [line] : wrap(line, lineWidth);
}

/** A small filing as it is shown. */
export function filingLines(text: string): readonly string[] {
  return alignedLines(text).flatMap(broken);
}

/**
 * The lines in which a filing differs from one of those that tie, before ("-") and after ("+"); null where
 * it is not like any of them but for a few lines.
 */
export function changedLines(example: Example, sound: readonly Example[]): readonly string[] | null {
  const lines = linesOf(example.filing);
  const aligned = alignedLines(example.filing);
  for (const other of sound) {
    const before = linesOf(other.filing);
    if (before.length !== lines.length || other.prior !== example.prior) continue;
    const changed = lines.flatMap((line, index) => (line === before[index] ? [] : [index]));
    if (changed.length === 0 || changed.length > mostChanged) continue;
    // Other captions on the same lines are another table, not a change of this one.
    const captionOf = (line = ""): string => (line.includes("\t") ? (line.split("\t")[0] ?? "") : "");
    if (changed.some((index) => captionOf(lines[index]) !== captionOf(before[index]))) continue;
    const old = alignedLines(other.filing);
    return changed.flatMap((index) => [
      ...broken(old[index] ?? "").map((line) => `- ${line}`),
      ...broken(aligned[index] ?? "").map((line) => `+ ${line}`),
    ]);
  }
  return null;
}

/** What the tool finds in it: each finding, and what explains it. */
export function saidOf({ report }: ToldExample): readonly string[] {
  return report.checks
    .filter(isFinding)
    .flatMap((check) => [findingSentence(check), ...(check.diagnosis ? [check.diagnosis.message] : [])]);
}
