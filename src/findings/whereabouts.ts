/** Places of a source that is no text on disk, as a person finds them: for every figure of a report. */
import type { Spot, Whereabouts } from "../read/document.ts";
import type { FileReport } from "../report/report.ts";

/** The report with what the document knows of each place. */
export function withWhereabouts(report: FileReport, find: (spot: Spot) => Whereabouts): FileReport {
  return placed(report, find) as FileReport;
}

function placed(value: unknown, find: (spot: Spot) => Whereabouts): unknown {
  if (Array.isArray(value)) return value.map((each) => placed(each, find));
  if (typeof value !== "object" || value === null) return value;
  const all = Object.entries(value).map(([key, each]) => [key, placed(each, find)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(all);
  const { where, line, path } = copy;
  // A figure of another file is not in this document.
  const isPlace = typeof where === "string" && typeof line === "number" && path === undefined;
  return isPlace ? { ...copy, ...find({ where, line }) } : copy;
}
