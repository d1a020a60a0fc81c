import type { Check, FileReport } from "../report/report.ts";

/** The lowest severity that fails the run. */
export type FailOn = "error" | "warning" | "never";

/** 2 wins over 1, and 1 over 0. */
export type ExitCode = 0 | 1 | 2;

/** Whether the finding makes the run fail. */
export function fails(check: Check, failOn: FailOn): boolean {
  if (failOn === "never" || check.baselined !== undefined) return false;
  if (check.status === "fail") return true;
  return failOn === "warning" && check.status === "warn" && check.severity !== "note";
}

/**
 * 0: everything asked for was checked and nothing at or above `failOn` was found. 1: something does not
 * tie. 2: a file could not be checked; that wins, since findings of a part must not hide that the rest
 * is unknown. What was found in a directory and is not a filing was not asked for by name: it is passed over.
 */
export function exitCodeOf(
  files: readonly FileReport[],
  {
    failOn,
    skipUnrecognized,
  }: {
    /** For each file: its config may say so. */
    readonly failOn: (file: FileReport) => FailOn;
    readonly skipUnrecognized: boolean;
  },
): ExitCode {
  const undone = (file: FileReport): boolean =>
    file.status === "unreadable" ||
    (file.status === "unrecognized" && !skipUnrecognized && file.found !== true);
  if (files.some(undone)) return 2;
  return files.some((file) => file.checks.some((check) => fails(check, failOn(file)))) ? 1 : 0;
}
