import { stringify } from "./json.ts";
import type { FileReport, Report } from "./report.ts";

/** The line of one file, for writing each as it ends. */
export function ndjsonLine(file: FileReport): string {
  return `${stringify(file)}\n`;
}

/** One FileReport a line, in input order. */
export function ndjson(report: Report): string {
  return report.files.map(ndjsonLine).join("");
}
