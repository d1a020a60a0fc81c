import type { FileReport, Report } from "./report.ts";

/**
 * Joins the results of all files. The totals add up the counts of the files; `unreadable` counts files.
 */
export function assembleReport(files: readonly FileReport[], version: string): Report {
  const total = (of: (file: FileReport) => number): number => files.reduce((sum, file) => sum + of(file), 0);
  return {
    schemaVersion: 1,
    tool: { name: "kc-check", version },
    files,
    totals: {
      files: files.length,
      pass: total((file) => file.counts.pass),
      fail: total((file) => file.counts.fail),
      warn: total((file) => file.counts.warn),
      skip: total((file) => file.counts.skip),
      unreadable: total((file) => (file.status === "unreadable" ? 1 : 0)),
    },
  };
}

/** The report of a file that could not be checked at all. */
export function unreadableFile(path: string, error: string): FileReport {
  return {
    path,
    format: "text",
    status: "unreadable",
    error,
    issuer: null,
    periods: [],
    currencies: [],
    scale: null,
    figures: { printed: 0, tied: 0, damaged: 0, recovered: 0, inText: { printed: 0, tied: 0 } },
    counts: { pass: 0, warn: 0, fail: 0, skip: 0 },
    checks: [],
    untied: [],
    skipped: [],
  };
}
