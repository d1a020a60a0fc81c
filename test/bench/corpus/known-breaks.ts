/** The breaks that a corpus is known to hold, and which findings are none of them. */
import type { Line } from "./survey.ts";

/** A line of known-breaks.tsv. An empty field fits any. */
export interface KnownBreak {
  /** The end of the file's path. */
  readonly file: string;
  readonly line: number | null;
  /** Caption and print of the figure that the finding is placed at. */
  readonly row: string;
  readonly figure: string;
  readonly rule: string;
  /** What is printed where, and what it should be. */
  readonly evidence: string;
}

/** @throws Error for a line without its six fields. */
export function parseKnownBreaks(text: string): KnownBreak[] {
  const [, ...lines] = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.map((entry) => {
    const [file = "", line = "", row = "", figure = "", rule = "", evidence = ""] = entry
      .split("\t")
      .map((field) => field.trim());
    if (file === "" || evidence === "" || (line === "" && (row === "" || figure === ""))) {
      throw new Error(`known breaks: a line needs file, line or row and figure, and evidence: ${entry}`);
    }
    return { file, line: line === "" ? null : Number(line), row, figure, rule, evidence };
  });
}

export function isKnown(known: KnownBreak, path: string, found: Line): boolean {
  return (
    path.endsWith(known.file) &&
    (known.line === null || known.line === found.line) &&
    (known.row === "" || known.row === found.row) &&
    (known.figure === "" || known.figure === found.raw) &&
    (known.rule === "" || known.rule === found.rule)
  );
}
