/** One row for each finding, for people who go on in a spreadsheet. */
import { equation } from "../equation.ts";
import { findingSentence } from "../finding-sentence.ts";
import { isBaselined } from "../honesty.ts";
import { formatPeriod } from "../period.ts";
import type { Check, FileReport } from "../report.ts";
import { pageOfCheck, saidWhere } from "../where.ts";

/** A row of a list; numbers are those that a spreadsheet may compute with. */
export type Row = readonly (string | number | null)[];

interface Field {
  readonly name: string;
  /** Width in a workbook, in characters. */
  readonly width: number;
  readonly of: (file: FileReport, check: Check) => string | number | null;
}

const fields: readonly Field[] = [
  { name: "File", width: 24, of: ({ path }) => (path === "-" ? "standard input" : path) },
  { name: "Rule", width: 18, of: (_, check) => check.rule },
  { name: "Status", width: 10, of: (_, check) => statusOf(check) },
  { name: "Confidence", width: 11, of: (_, check) => check.confidence },
  { name: "Line", width: 36, of: (_, check) => check.display.line },
  { name: "Period", width: 18, of: (_, { period }) => (period === null ? null : formatPeriod(period)) },
  { name: "Currency", width: 9, of: (_, check) => check.currency },
  { name: "Printed", width: 16, of: (_, check) => check.display.printed },
  { name: "Recomputed", width: 16, of: (_, check) => check.display.recomputed },
  { name: "Difference", width: 14, of: (_, check) => check.display.difference },
  { name: "Place", width: 24, of: (_, check) => placeInFile(check) },
  { name: "Table", width: 32, of: (_, check) => check.result.table },
  { name: "Equation", width: 50, of: (_, check) => equation(check) },
  { name: "Suspect", width: 30, of: (_, { suspect }) => (suspect ? `${suspect.row}: ${suspect.raw}` : null) },
  { name: "Should read", width: 16, of: (_, { suspect }) => suspect?.reading ?? null },
  { name: "What is said", width: 60, of: (_, check) => check.diagnosis?.message ?? findingSentence(check) },
  { name: "Accepted because", width: 24, of: (_, check) => check.baselined?.reason ?? null },
  { name: "Fingerprint", width: 20, of: (_, check) => check.fingerprint },
];

const words = { fail: "breaks", warn: "look", pass: "ties", skip: "skipped" } as const;

function statusOf(check: Check): string {
  return isBaselined(check) ? "accepted" : words[check.status];
}

/** "line 70, column 26" where the file has lines. */
function placeInFile(check: Check): string {
  const { where, line, column } = check.place;
  if (where !== undefined) return saidWhere(check);
  const page = pageOfCheck(check);
  return `${page === null ? "" : `page ${page}, `}line ${line}, column ${column}`;
}

export const findingNames: readonly string[] = fields.map(({ name }) => name);
export const findingWidths: readonly number[] = fields.map(({ width }) => width);

/** The rows of a file: what does not tie, and with `all` also what ties. A file that was not checked has one that says why. */
export function findingRows(file: FileReport, all: boolean): readonly Row[] {
  if (file.error !== null) {
    const said = new Map<string, string>([
      ["File", file.path],
      ["Status", file.status],
      ["What is said", file.error],
    ]);
    return [findingNames.map((name) => said.get(name) ?? null)];
  }
  return file.checks
    .filter(({ status }) => all || status === "fail" || status === "warn")
    .map((check) => fields.map(({ of }) => of(file, check)));
}
