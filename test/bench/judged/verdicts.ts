/** Failures judged by reading the filing: a table of verdicts, one a line. */
import { readFileSync } from "node:fs";
import type { Check } from "../../../src/report/report.ts";

export type Label = "true-error" | "true-rounding" | "true-conversion" | "false" | "unsure";

export interface Verdict {
  /** Inside the archive. */
  readonly path: string;
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly raw: string;
  readonly label: Label;
}

const labels: ReadonlySet<string> = new Set([
  "true-error",
  "true-rounding",
  "true-conversion",
  "false",
  "unsure",
]);

const isLabel = (label: string): label is Label => labels.has(label);

/** @throws Error that names the line with no such verdict */
export function parseVerdicts(text: string): Verdict[] {
  const [head = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = head.split("\t");
  return lines.map((line, i) => {
    const cells = new Map(line.split("\t").map((cell, at) => [names[at] ?? "", cell]));
    const cell = (name: string): string => cells.get(name) ?? "";
    const label = cell("label");
    if (!isLabel(label) || cell("path") === "") {
      throw new Error(`line ${i + 2} of the verdicts has no path or no known label: ${line.slice(0, 80)}`);
    }
    return {
      path: cell("path"),
      rule: cell("rule"),
      line: Number(cell("line")),
      column: Number(cell("column")),
      raw: cell("raw"),
      label,
    };
  });
}

/** Verdicts by file, from several tables. */
export class Verdicts {
  readonly #byPath = new Map<string, Verdict[]>();

  constructor(files: readonly string[]) {
    for (const verdict of files.flatMap((file) => parseVerdicts(readFileSync(file, "utf8")))) {
      const own = this.#byPath.get(verdict.path);
      if (own) own.push(verdict);
      else this.#byPath.set(verdict.path, [verdict]);
    }
  }

  /** `path` may lie in an archive ("judged.zip!a/b.htm") or below a folder. */
  of(path: string): readonly Verdict[] {
    const inside = path.split("!").at(-1) ?? path;
    const exact = this.#byPath.get(inside);
    if (exact) return exact;
    for (const [known, verdicts] of this.#byPath) if (inside.endsWith(`/${known}`)) return verdicts;
    return [];
  }

  /** The verdict on a finding: the one of the same figure at the same place. */
  on(path: string, { result }: Pick<Check, "result">): Verdict | undefined {
    return this.of(path).find(
      ({ line, column, raw }) => line === result.line && column === result.column && raw === result.raw,
    );
  }
}

export function isTrue(verdict: Verdict | undefined): boolean {
  return verdict?.label.startsWith("true") === true;
}
