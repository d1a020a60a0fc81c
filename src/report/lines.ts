import { clean } from "./clean.ts";
import {
  emptyTally,
  honestyOf,
  isDoubted,
  isBaselined,
  isBreak,
  isFinding,
  sortUntied,
  tallied,
  wasChecked,
} from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, FigureRef, FileReport, Report } from "./report.ts";
import { type ReportStream, streamed } from "./stream.ts";
import { findingSentence } from "./finding-sentence.ts";
import { isFarOut, pageOfCheck, saidWhere, shortWhere } from "./where.ts";

const prefix = { fail: "", warn: "warning: ", pass: "ties: ", skip: "skipped: " } as const;

/** "p12:" before the line of a page. */
function pageMark(page: number | null | undefined): string {
  return typeof page === "number" ? `p${page}:` : "";
}

function checkLine(path: string, check: Check): string {
  const { line, column } = check.place;
  const page = pageOfCheck(check);
  const isTold = check.place.where !== undefined || (isFarOut(check.place) && !check.quote);
  const where = page !== null ? `page ${page}: ` : isTold ? `${check.place.where ?? saidWhere(check)}: ` : "";
  const likely = isDoubted(check) ? `${check.confidence}: ` : null;
  const mark = isBaselined(check) ? "baselined: " : (likely ?? prefix[check.status]);
  return `${path}:${line}:${column}: ${check.rule}: ${where}${mark}${findingSentence(check)}`;
}

function figureLine(path: string, what: string, figure: FigureRef): string {
  const label = [figure.row, figure.col].filter((part) => part !== "").join(", ");
  const where = shortWhere(figure) ?? `${pageMark(figure.page)}${figure.line}:${figure.column}`;
  return `${path}:${where}: ${what}: ${label}: ${figure.raw}`;
}

function fileLines(file: FileReport, { all, quiet, verbose }: ReportOptions): readonly string[] {
  // A file has no line to point at; 1:1 keeps it in the pattern that editors and CI match.
  if (!wasChecked(file)) return [`${file.path}:1:1: ${file.status}: ${file.error ?? "could not be checked"}`];
  const wanted = (check: Check): boolean =>
    isBaselined(check) ? verbose && !quiet : isBreak(check) || (!quiet && (all || isFinding(check)));
  const found = file.checks.filter(wanted).map((check) => checkLine(file.path, check));
  for (const { rule, message } of file.since?.resolved ?? []) {
    found.push(`${file.path}:1:1: ${rule}: resolved: ${message}`);
  }
  if (!verbose || quiet) return found;
  const { unreadable, inNoRelation } = sortUntied(file);
  return [
    ...found,
    ...unreadable.map((figure) => figureLine(file.path, "unreadable figure", figure)),
    ...inNoRelation.map((figure) => figureLine(file.path, "in no relation", figure)),
  ];
}

/** `file:line:column: rule: message`, one finding a line, as each file ends; last the honesty line. */
export function linesStream(options: ReportOptions): ReportStream {
  let checked = emptyTally;
  let hasSaid = false;
  // Asked for what is new, a quiet report is empty when there is nothing.
  let isNewsOnly = false;
  return {
    file(file) {
      if (options.passOver && file.status === "unrecognized") return "";
      if (wasChecked(file)) checked = tallied(checked, file);
      if (options.quiet && file.since) isNewsOnly = true;
      const found = fileLines(clean(file), options);
      if (found.length > 0) hasSaid = true;
      return found.map((line) => `${line}\n`).join("");
    },
    end: () =>
      checked.files === 0 || (isNewsOnly && !hasSaid) ? "" : `${honestyOf(checked, options.verbose)}\n`,
  };
}

/** The whole report, for editors, grep and CI logs. */
export function lines(report: Report, options: ReportOptions): string {
  return streamed(report, linesStream(options));
}
