/**
 * The whole pipeline on one screen: bytes -> Document -> Tables -> Filing -> Relations -> verdicts ->
 * causes -> FileReport. Pure: no file, clock or terminal is touched here.
 */
import { diagnose } from "./diagnose/diagnose.ts";
import { emptyReport, fileReport } from "./findings/file-report.ts";
import { Unreadable } from "./read/document.ts";
import { read } from "./read/read.ts";
import type { FileReport } from "./report/report.ts";
import { collect } from "./rules/collect.ts";
import { understand } from "./statements/filing.ts";
import { judge } from "./verdict/judge.ts";

export interface CheckOptions {
  /** For the report only; nothing is read from it. */
  readonly path: string;
  /** Only these rules; all where absent. */
  readonly rules?: readonly string[];
  readonly ignore?: readonly string[];
  /** Also list what ties, what was skipped, and every figure. */
  readonly all?: boolean;
}

/** Checks one filing. Bad input never throws: the report says `unreadable` or `unrecognized` and why. */
export function checkFiling(bytes: Uint8Array, options: CheckOptions): FileReport {
  try {
    const document = read(bytes, options.path);
    const filing = understand(document);
    const collected = collect(filing, options);
    const verdicts = judge(filing.figures, collected.relations);
    const causes = diagnose(verdicts.judged, verdicts.readings);
    return fileReport(filing, collected, verdicts, causes, options.all ?? false);
  } catch (error) {
    if (error instanceof Unreadable) return emptyReport(options.path, "unreadable", error.message);
    throw error;
  }
}
