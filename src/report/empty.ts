import type { FileReport } from "./report.ts";

/** A file of which nothing was checked. */
export function emptyReport(path: string, status: "unreadable" | "unrecognized", error: string): FileReport {
  return {
    path,
    format: "text",
    status,
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
