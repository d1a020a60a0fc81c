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

/** A check that a person has to look at. */
export function isFinding(check: Check): boolean {
  return check.status === "fail" || check.status === "warn";
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
  const findings = file.checks.filter(isFinding);
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

/** "1,318 figures printed, 1,262 tied by 2,104 relations, 0 unreadable, 56 in no relation (--verbose lists them)". */
export function honestyLine(files: readonly FileReport[], verbose: boolean): string {
  const total = (of: (file: FileReport) => number): number => files.reduce((sum, file) => sum + of(file), 0);
  const untied = files.map(sortUntied);
  const inFindings = untied.reduce((sum, figures) => sum + figures.inFindings.length, 0);
  const inNoRelation = untied.reduce((sum, figures) => sum + figures.inNoRelation.length, 0);
  const printed = total(({ figures }) => figures.printed);
  const tied = total(({ figures }) => figures.tied);
  const recovered = total(({ figures }) => figures.recovered);
  const unread = total(({ figures }) => figures.damaged) - recovered;
  const relations = total(({ counts }) => counts.pass);
  const hint = inNoRelation > 0 && !verbose ? " (--verbose lists them)" : "";
  return [
    `${counted(printed, "figure")} printed`,
    `${count(tied)} tied by ${counted(relations, "relation")}`,
    ...(inFindings > 0 ? [`${count(inFindings)} only in findings`] : []),
    ...(recovered > 0 ? [`${count(recovered)} damaged but recovered`] : []),
    `${count(unread)} unreadable`,
    `${count(inNoRelation)} in no relation${hint}`,
  ].join(", ");
}

/** Whether the file was read and understood, so that its counts say something. */
export function wasChecked(file: FileReport): boolean {
  return file.status !== "unreadable" && file.status !== "unrecognized";
}

/** "3 files: 1 ties, 1 does not tie (2 lines), 1 could not be read". */
export function summaryLine(files: readonly FileReport[]): string {
  const having = (status: FileReport["status"]): number =>
    files.filter((file) => file.status === status).length;
  const lines = files.reduce((sum, file) => sum + file.counts.fail, 0);
  const warnings = files.reduce((sum, file) => sum + file.counts.warn, 0);
  const [pass, warn, fail] = [having("pass"), having("warn"), having("fail")];
  const [unrecognized, unreadable] = [having("unrecognized"), having("unreadable")];
  const parts: string[] = [];
  if (pass > 0) parts.push(`${count(pass)} ${pass === 1 ? "ties" : "tie"}`);
  if (warn > 0) parts.push(`${count(warn)} with warnings only`);
  if (fail > 0) parts.push(`${count(fail)} ${fail === 1 ? "does" : "do"} not tie`);
  if (unrecognized > 0) parts.push(`${count(unrecognized)} without a financial table`);
  if (unreadable > 0) parts.push(`${count(unreadable)} could not be read`);
  const found = [
    ...(lines > 0 ? [`${counted(lines, "line")} ${lines === 1 ? "does" : "do"} not tie`] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ];
  return `${counted(files.length, "file")}: ${parts.join(", ")}${found.length > 0 ? ` · ${found.join(", ")}` : ""}`;
}
