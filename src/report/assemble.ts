import { emptyReport } from "./empty.ts";
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
  return emptyReport(path, "unreadable", error);
}
