import { emptyReport } from "./empty.ts";
import type { FileReport, Report } from "./report.ts";

type Totals = Report["totals"];

export const emptyTotals: Totals = { files: 0, pass: 0, fail: 0, warn: 0, skip: 0, unreadable: 0 };

/** The totals with one more file: the counts add up, `unreadable` counts files. */
export function addToTotals(totals: Totals, { counts, status }: FileReport): Totals {
  return {
    files: totals.files + 1,
    pass: totals.pass + counts.pass,
    fail: totals.fail + counts.fail,
    warn: totals.warn + counts.warn,
    skip: totals.skip + counts.skip,
    unreadable: totals.unreadable + (status === "unreadable" ? 1 : 0),
  };
}

/** Joins the results of all files. */
export function assembleReport(files: readonly FileReport[], version: string): Report {
  const totals = files.reduce(addToTotals, emptyTotals);
  return { schemaVersion: 1, tool: { name: "kc-check", version }, files, totals };
}

/** The report of a file that could not be checked at all. */
export function unreadableFile(path: string, error: string): FileReport {
  return emptyReport(path, "unreadable", error);
}
