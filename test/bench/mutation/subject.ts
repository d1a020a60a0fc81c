/** A filing that slips are planted in, with what its clean run says: it is made once and sent to every worker. */
import type { SourceFormat } from "../../../src/read/document.ts";
import { decode } from "../../../src/read/encoding.ts";
import { read } from "../../../src/read/read.ts";
import type { FileReport } from "../../../src/report/report.ts";
import { defaultConfidence } from "../../../src/report/report.ts";
import { checkFiling } from "../../../src/run.ts";
import { understand } from "../../../src/statements/filing.ts";
import { type HeaderTarget, headerTargets } from "./headers.ts";
import { linesOf } from "./plant.ts";
import { type Line, proseTargets, type Target, tableLines, tableTargets } from "./targets.ts";

/** What a job needs of it. */
export interface Subject {
  readonly path: string;
  readonly format: SourceFormat;
  /** Each with its line end. */
  readonly lines: readonly string[];
  readonly clean: FileReport;
}

export interface Places {
  readonly cells: readonly Target[];
  readonly rows: readonly Line[];
  readonly prose: readonly Target[];
  readonly headers: readonly HeaderTarget[];
}

/** @throws Unreadable for bytes that are no text: nothing can be planted in them. */
export async function subjectOf(path: string, bytes: Uint8Array): Promise<Subject> {
  const lines = linesOf(decode(bytes).text);
  const clean = await check(path, lines, true);
  return { path, format: clean.format, lines, clean };
}

export async function placesOf({ path, lines }: Subject): Promise<Places> {
  const filing = understand(await read(bytesOf(lines), path));
  return {
    cells: tableTargets(filing),
    rows: tableLines(filing),
    prose: proseTargets(filing, lines),
    headers: headerTargets(filing, lines),
  };
}

/** As the command line reports it. `all`: with every check that ties or was skipped. */
export function check(path: string, lines: readonly string[], all = false): Promise<FileReport> {
  return checkFiling(bytesOf(lines), { path, all, confidence: defaultConfidence });
}

export function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join(""));
}
