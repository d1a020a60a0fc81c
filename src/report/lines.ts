import { clean } from "./clean.ts";
import { honestyLine, isFinding, sortUntied, wasChecked } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, FigureRef, FileReport, Report } from "./report.ts";

const prefix = { fail: "", warn: "warning: ", pass: "ties: ", skip: "skipped: " } as const;

function checkLine(path: string, check: Check): string {
  const { line, column } = check.place;
  return `${path}:${line}:${column}: ${check.rule}: ${prefix[check.status]}${check.message}`;
}

function figureLine(path: string, what: string, figure: FigureRef): string {
  const label = [figure.row, figure.col].filter((part) => part !== "").join(", ");
  return `${path}:${figure.line}:${figure.column}: ${what}: ${label}: ${figure.raw}`;
}

function fileLines(file: FileReport, { all, quiet, verbose }: ReportOptions): readonly string[] {
  // A file has no line to point at; 1:1 keeps it in the pattern that editors and CI match.
  if (!wasChecked(file)) return [`${file.path}:1:1: ${file.status}: ${file.error ?? "could not be checked"}`];
  const wanted = (check: Check): boolean => check.status === "fail" || (!quiet && (all || isFinding(check)));
  const found = file.checks.filter(wanted).map((check) => checkLine(file.path, check));
  if (!verbose || quiet) return found;
  const { unreadable, inNoRelation } = sortUntied(file);
  return [
    ...found,
    ...unreadable.map((figure) => figureLine(file.path, "unreadable figure", figure)),
    ...inNoRelation.map((figure) => figureLine(file.path, "in no relation", figure)),
  ];
}

/** `file:line:column: rule: message`, one finding a line, for editors, grep and CI logs; last the honesty line. */
export function lines(report: Report, options: ReportOptions): string {
  const files = clean(report.files).filter((file) => !(options.passOver && file.status === "unrecognized"));
  const found = files.flatMap((file) => fileLines(file, options));
  const checked = files.filter(wasChecked);
  if (checked.length > 0) found.push(honestyLine(checked, options.verbose));
  return found.map((line) => `${line}\n`).join("");
}
