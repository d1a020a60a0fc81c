import { stringify } from "./json.ts";
import type { FileReport, Report } from "./report.ts";

/** What reports were read from: to write one anew takes longer than all else that a run does that finds it kept. */
const linesRead = new WeakMap<FileReport, string>();

/** The line of one file, for writing each as it ends. */
export function ndjsonLine(file: FileReport): string {
  return `${linesRead.get(file) ?? stringify(file)}\n`;
}

/** The report of a line that `ndjsonLine` wrote; without the line break. */
export function readLine(line: string): FileReport {
  const file = JSON.parse(line) as FileReport;
  linesRead.set(file, line);
  return file;
}

/** One FileReport a line, in input order. */
export function ndjson(report: Report): string {
  return report.files.map(ndjsonLine).join("");
}
