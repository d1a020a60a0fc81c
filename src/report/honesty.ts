/** What was looked at, as plainly as what was found: "no findings" must never mean "nothing was read". */
import type { Check, FigureRef, FileReport } from "./report.ts";

/** 1318 -> "1,318". Not toLocaleString: the report must not depend on the machine's language. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "1 line", "2 lines". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** A finding that the baseline accepts. */
export function isBaselined(check: Check): boolean {
  return check.baselined !== undefined;
}

/** A check that a person has to look at. */
export function isFinding(check: Check): boolean {
  return (check.status === "fail" || check.status === "warn") && !isBaselined(check);
}

/**
 * Whether a finding is a break that is told as one, certain or less: what a person reads first, even where it fails no
 * run. A certain one that a house made a warning is a warning.
 */
export function isBreak(check: Check): boolean {
  return check.status === "fail" || isDoubted(check);
}

/** A break that is less than certain. */
export function isDoubted({ status, weighed, confidence }: Check): boolean {
  return status === "warn" && weighed === true && confidence !== "certain";
}

/** What a person is told of first, counted. */
export interface Told {
  readonly failures: number;
  /** Breaks that are less than certain. */
  readonly likely: number;
  /** Findings that are no breaks. */
  readonly warnings: number;
}

export function toldOf({ checks }: FileReport): Told {
  const found = checks.filter(isFinding);
  const failures = found.filter(({ status }) => status === "fail").length;
  const breaks = found.filter(isBreak).length;
  return { failures, likely: breaks - failures, warnings: found.length - breaks };
}

/** "2 lines do not tie", "1 line likely does not tie"; after those that do not, "1 more likely does not". */
export function breakWords({ failures, likely }: Told): readonly string[] {
  const doing = (n: number): string => (n === 1 ? "does" : "do");
  const certain = failures > 0 ? [`${counted(failures, "line")} ${doing(failures)} not tie`] : [];
  if (likely === 0) return certain;
  const doubted =
    failures > 0
      ? `${count(likely)} more likely ${doing(likely)} not`
      : `${counted(likely, "line")} likely ${doing(likely)} not tie`;
  return [...certain, doubted];
}

/** What is said where no break is told: never that all ties where a break was held back, or a statement left untied. */
export function tieWords({ counts, untiedStatements: untied = [] }: FileReport): string {
  if (untied.length > 0)
    return `${counted(untied.length, "statement")} could not be tied; what else could be checked ties`;
  const others = (counts.baselined ?? 0) + (counts.withheld ?? 0) > 0 ? "else " : "";
  return `Everything ${others}that could be checked ties`;
}

/** "2 possible breaks not reported": of these, how to see them. */
export function withheldWords(withheld: number): string {
  const it = withheld === 1 ? "it" : "them";
  return `${counted(withheld, "possible break")} not reported (--confidence possible lists ${it})`;
}

/** The figures that no tying relation confirms, by what is known of them. */
export interface UntiedFigures {
  /** Part of a finding. */
  readonly inFindings: readonly FigureRef[];
  readonly unreadable: readonly FigureRef[];
  readonly inNoRelation: readonly FigureRef[];
}

const placeOf = (figure: FigureRef): string => `${figure.page ?? ""}:${figure.line}:${figure.column}`;

function placesOf(check: Check): readonly string[] {
  const figures = [check.result, ...check.terms, ...(check.diagnosis?.suspects ?? [])];
  return figures.filter((figure) => figure.path === undefined).map(placeOf);
}

/** Sorts the untied figures of a file; each is in one list only. */
export function sortUntied(file: FileReport): UntiedFigures {
  const findings = file.checks.filter(({ status }) => status === "fail" || status === "warn");
  const found = new Set(findings.flatMap((check) => [check, ...check.related].flatMap(placesOf)));
  const inFindings: FigureRef[] = [];
  const unreadable: FigureRef[] = [];
  const inNoRelation: FigureRef[] = [];
  for (const figure of file.untied) {
    if (figure.value === null) unreadable.push(figure);
    else if (found.has(placeOf(figure))) inFindings.push(figure);
    else inNoRelation.push(figure);
  }
  return { inFindings, unreadable, inNoRelation };
}

/** What the closing lines of a report count, added up file by file: a report of many files need not keep them. */
export interface Tally {
  readonly files: number;
  readonly statuses: Readonly<Record<FileReport["status"], number>>;
  readonly fail: number;
  readonly warn: number;
  /** Relations that tie. */
  readonly relations: number;
  readonly printed: number;
  readonly tied: number;
  readonly damaged: number;
  readonly recovered: number;
  readonly inFindings: number;
  readonly inNoRelation: number;
  /** Findings that the baseline accepts. */
  readonly baselined: number;
  /** Breaks too uncertain to be findings. */
  readonly withheld: number;
  /** Files without a finding but those that the baseline or an earlier run knows. */
  readonly knownOnly: number;
  /** Findings that an earlier run had, too, and those of it that are gone. */
  readonly known: number;
  readonly resolved: number;
}

export const emptyTally: Tally = {
  files: 0,
  statuses: { pass: 0, warn: 0, fail: 0, unrecognized: 0, unreadable: 0 },
  fail: 0,
  warn: 0,
  relations: 0,
  printed: 0,
  tied: 0,
  damaged: 0,
  recovered: 0,
  inFindings: 0,
  inNoRelation: 0,
  baselined: 0,
  withheld: 0,
  knownOnly: 0,
  known: 0,
  resolved: 0,
};

/** Whether a file has findings, and all of them are known: it does not tie, and there is nothing new to say. */
export function isKnownOnly({ status, counts, since }: FileReport): boolean {
  return status === "pass" && (counts.baselined ?? 0) + (since?.known ?? 0) > 0;
}

/** The tally with one more file. */
export function tallied(tally: Tally, file: FileReport): Tally {
  const untied = sortUntied(file);
  return {
    files: tally.files + 1,
    statuses: { ...tally.statuses, [file.status]: tally.statuses[file.status] + 1 },
    fail: tally.fail + file.counts.fail,
    warn: tally.warn + file.counts.warn,
    relations: tally.relations + file.counts.pass,
    printed: tally.printed + file.figures.printed,
    tied: tally.tied + file.figures.tied,
    damaged: tally.damaged + file.figures.damaged,
    recovered: tally.recovered + file.figures.recovered,
    inFindings: tally.inFindings + untied.inFindings.length + (file.since?.figures ?? 0),
    inNoRelation: tally.inNoRelation + untied.inNoRelation.length,
    baselined: tally.baselined + (file.counts.baselined ?? 0),
    withheld: tally.withheld + (file.counts.withheld ?? 0),
    knownOnly: tally.knownOnly + (isKnownOnly(file) ? 1 : 0),
    known: tally.known + (file.since?.known ?? 0),
    resolved: tally.resolved + (file.since?.resolved.length ?? 0),
  };
}

/** "1,318 figures printed, 1,262 tied by 2,104 relations, 0 unreadable, 56 in no relation (--verbose lists them)". */
export function honestyLine(files: readonly FileReport[], verbose: boolean): string {
  return honestyOf(files.reduce(tallied, emptyTally), verbose);
}

/** The same of a tally. */
export function honestyOf(tally: Tally, verbose: boolean): string {
  const { printed, tied, recovered, relations, inFindings, inNoRelation, baselined, withheld } = tally;
  const unread = tally.damaged - recovered;
  const hint = inNoRelation > 0 && !verbose ? " (--verbose lists them)" : "";
  return [
    `${counted(printed, "figure")} printed`,
    `${count(tied)} tied by ${counted(relations, "relation")}`,
    ...(inFindings > 0 ? [`${count(inFindings)} only in findings`] : []),
    ...(recovered > 0 ? [`${count(recovered)} damaged but recovered`] : []),
    `${count(unread)} unreadable`,
    `${count(inNoRelation)} in no relation${hint}`,
    ...(baselined > 0 ? [`${counted(baselined, "finding")} accepted by the baseline`] : []),
    ...(withheld > 0 ? [withheldWords(withheld)] : []),
  ].join(", ");
}

/** Whether the file was read and understood, so that its counts say something. */
export function wasChecked(file: FileReport): boolean {
  return file.status !== "unreadable" && file.status !== "unrecognized";
}

/** "3 files: 1 ties, 1 does not tie (2 lines), 1 could not be read". */
export function summaryLine(files: readonly FileReport[]): string {
  return summaryOf(files.reduce(tallied, emptyTally));
}

/** The same of a tally. */
export function summaryOf(tally: Tally): string {
  const { fail: lines, warn: warnings, knownOnly, known, resolved } = tally;
  const { warn, fail, unrecognized, unreadable } = tally.statuses;
  const pass = tally.statuses.pass - knownOnly;
  const parts: string[] = [];
  if (pass > 0) parts.push(`${count(pass)} ${pass === 1 ? "ties" : "tie"}`);
  if (knownOnly > 0) parts.push(`${count(knownOnly)} with known findings only`);
  if (warn > 0) parts.push(`${count(warn)} with warnings only`);
  if (fail > 0) parts.push(`${count(fail)} ${fail === 1 ? "does" : "do"} not tie`);
  if (unrecognized > 0) parts.push(`${count(unrecognized)} without a financial table`);
  if (unreadable > 0) parts.push(`${count(unreadable)} could not be read`);
  const found = [
    ...(lines > 0 ? [`${counted(lines, "line")} ${lines === 1 ? "does" : "do"} not tie`] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(known > 0 ? [`${count(known)} known before`] : []),
    ...(resolved > 0 ? [`${count(resolved)} resolved`] : []),
  ];
  return `${counted(tally.files, "file")}: ${parts.join(", ")}${found.length > 0 ? ` · ${found.join(", ")}` : ""}`;
}
