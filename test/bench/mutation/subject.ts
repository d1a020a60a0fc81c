/** A filing that slips are planted in, with what its clean run says: it is made once and sent to every worker. */
import { read } from "../../check-text.ts";
import type { FileReport } from "../../../src/report/report.ts";
import { checkFiling } from "../../check-text.ts";
import { understand } from "../../../src/statements/filing.ts";
import { type Line, proseTargets, type Target, tableLines, tableTargets } from "./targets.ts";

/** What a job needs of it. */
export interface Subject {
  readonly path: string;
  readonly lines: readonly string[];
  readonly clean: FileReport;
}

export interface Places {
  readonly cells: readonly Target[];
  readonly rows: readonly Line[];
  readonly prose: readonly Target[];
}

export function subjectOf(path: string, text: string): Subject {
  const lines = text.split(/\r?\n/);
  return { path, lines, clean: check(path, lines, true) };
}

export function placesOf({ path, lines }: Subject): Places {
  const filing = understand(read(bytesOf(lines), path));
  return { cells: tableTargets(filing), rows: tableLines(filing), prose: proseTargets(filing, lines) };
}

/** `all`: with every check that ties or was skipped. */
export function check(path: string, lines: readonly string[], all = false): FileReport {
  return checkFiling(bytesOf(lines), { path, all });
}

export function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\n"));
}
