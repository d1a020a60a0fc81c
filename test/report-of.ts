/** The whole report of a text, with all that ties. */
import type { FileReport } from "../src/report/report.ts";
import { checkFiling } from "../src/run.ts";

export function makeReport(text: string): Promise<FileReport> {
  return checkFiling(new TextEncoder().encode(text), { path: "x.txt", all: true });
}
