/** What the checker made of one planted slip. */
import { isBreak } from "../../../src/report/honesty.ts";
import type { Check, FigureRef, FileReport } from "../../../src/report/report.ts";
import type { Place } from "../../../src/read/document.ts";
import type { RowSlip } from "./plant.ts";

export interface Score {
  readonly outcome: "detected" | "warned" | "hidden" | "missed";
  /** The first suspect is the cell; for a row: the diagnosis names the slip at a total that misses it. */
  readonly first: boolean;
  /** The cell is among the first three suspects. */
  readonly firstThree: boolean;
  /** Findings that the clean filing does not give: one cause should give one. */
  readonly findings: number;
  /** Why it was missed, or for what was found and not localised what was named instead. */
  readonly reason: string;
}

/** A warning that is no break. */
function isWarning(check: Check): boolean {
  return check.status === "warn" && !isBreak(check);
}

/** Findings that the clean run does not have. A cell keeps its place, so a place and a rule know it again. */
function newOnes(report: FileReport, clean: FileReport, isMeant: (check: Check) => boolean): Check[] {
  const known = new Set(clean.checks.filter(isMeant).map((check) => check.fingerprint));
  return report.checks.filter((check) => isMeant(check) && !known.has(check.fingerprint));
}

/** Breaks, certain and likely ones, that the clean run does not have. */
export function newBreaks(report: FileReport, clean: FileReport): Check[] {
  return newOnes(report, clean, isBreak);
}

function refsOf(check: Check): readonly FigureRef[] {
  const own = [check.result, ...check.terms, ...(check.diagnosis?.suspects ?? [])];
  return [...own, ...check.related.flatMap(refsOf)];
}

export function isAt(ref: FigureRef, place: Place): boolean {
  // A sentence's claim may be placed with its currency mark, so what overlaps is the same.
  return ref.line === place.line && ref.column < place.endColumn && place.column < ref.endColumn;
}

function touches(check: Check, place: Place): boolean {
  return refsOf(check).some((ref) => isAt(ref, place));
}

/** `all`: runs the planted filing again and lists every check, to say why a slip was missed. */
export async function scoreCell(
  report: FileReport,
  clean: FileReport,
  place: Place,
  lastDigit: boolean,
  all: () => Promise<FileReport>,
): Promise<Score> {
  const fails = newBreaks(report, clean);
  const own = fails.filter((check) => touches(check, place));
  const found = own.map((check) => check.diagnosis?.suspects ?? []);
  const first = found.some((suspects) => suspects[0] !== undefined && isAt(suspects[0], place));
  const firstThree = found.some((suspects) => suspects.slice(0, 3).some((ref) => isAt(ref, place)));
  const findings = fails.length;
  if (own.length > 0) {
    const named = own[0]?.diagnosis;
    const [lead] = named?.suspects ?? [];
    const reason = first
      ? ""
      : lead
        ? `${firstThree ? "behind" : "instead"} ${lead.row} | ${lead.col} (${lead.raw} -> ${lead.reading}, settles ${lead.settles})`
        : (named?.message ?? "");
    return { outcome: "detected", first, firstThree, findings, reason };
  }
  const none = { first: false, firstThree: false, findings };
  const tried = clean.checks.filter((check) => touches(check, place) && check.status !== "skip");
  const why = tried.length === 0 ? "figure in no relation" : missReason(await all(), tried, place);
  if (lastDigit && why === "inside rounding") return { ...none, outcome: "hidden", reason: why };
  if (newOnes(report, clean, isWarning).some((check) => touches(check, place))) {
    return { ...none, outcome: lastDigit ? "hidden" : "warned", reason: why };
  }
  return { ...none, outcome: "missed", reason: why };
}

/** `tried`: the relations that the cell takes part in when it is right. */
function missReason(planted: FileReport, tried: readonly Check[], place: Place): string {
  const now = planted.checks.filter((check) => touches(check, place));
  if (now.some((check) => check.grade === "recovered" || check.grade === "unread")) return "read as damaged";
  const doubted = now.filter((check) => check.status === "skip" && check.grade === "broken");
  if (doubted.length > 0) return `belief too low (${[...new Set(doubted.map((c) => c.rule))].join(", ")})`;
  if (now.some((check) => check.grade === "rounding" || check.grade === "strained")) return "inside rounding";
  if (now.length === 0) {
    return `its relations are no longer found (${[...new Set(tried.map((c) => c.rule))].join(", ")})`;
  }
  return "its other relations tie, those it breaks are no longer found";
}

/** How far from a word of a sentence its number may stand, in characters of the source. */
const sameSentence = 300;

/** Whether a finding is about what stands at the place: the print itself, or the number that its word is said of. */
function speaksOf(check: Check, { line, column }: Place): boolean {
  const { result } = check;
  return result.line === line && Math.abs(result.column - column) <= sameSentence;
}

/** A wrong header is told by a warning of its own. Localised: at the header or word, and nothing else is told. */
export function scoreHeader(report: FileReport, clean: FileReport, place: Place): Score {
  const found = newOnes(report, clean, (check) => isBreak(check) || check.rule === "header");
  const there = found.filter((check) => speaksOf(check, place));
  const first = there.length > 0 && found.length === 1;
  const [lead] = found;
  if (!lead) return { outcome: "missed", first, firstThree: first, findings: 0, reason: "nothing is told" };
  return {
    outcome: "detected",
    first,
    firstThree: there.length > 0,
    findings: found.length,
    reason: first ? "" : `said ${lead.rule}: ${lead.message}`,
  };
}

interface Company {
  /** Totals, by table and caption, into which the row adds. */
  readonly totals: ReadonlySet<string>;
  /** All rows that a relation joins with it. */
  readonly partners: ReadonlySet<string>;
}

function nameOf(ref: FigureRef): string {
  return `${ref.table}|${ref.row}`;
}

function companyOf(clean: FileReport, line: number): Company {
  const totals = new Set<string>();
  const partners = new Set<string>();
  for (const check of clean.checks) {
    const refs = [check.result, ...check.terms];
    if (check.status === "skip" || !refs.some((ref) => ref.line === line)) continue;
    for (const ref of refs) if (ref.line !== line) partners.add(nameOf(ref));
    if (check.terms.length >= 2 && check.result.line !== line) totals.add(nameOf(check.result));
  }
  return { totals, partners };
}

/** The lines that a finding is about. */
function resultsOf(check: Check): string[] {
  return [check, ...check.related].map((item) => nameOf(item.result));
}

export function scoreRow(report: FileReport, clean: FileReport, line: number, slip: RowSlip): Score {
  const fails = newBreaks(report, clean);
  const { totals, partners } = companyOf(clean, line);
  const own = fails.filter((check) => resultsOf(check).some((name) => partners.has(name)));
  const named = own.filter(
    (check) => check.diagnosis?.slip === slip && resultsOf(check).some((name) => totals.has(name)),
  );
  const findings = fails.length;
  const [lead] = own;
  if (lead) {
    const first = named.length > 0;
    const said = `said ${lead.diagnosis?.slip ?? "nothing"} at ${lead.result.row}: ${lead.diagnosis?.message ?? ""}`;
    return { outcome: "detected", first, firstThree: first, findings, reason: first ? "" : said };
  }
  const warned = newOnes(report, clean, isWarning).some((check) => partners.has(nameOf(check.result)));
  const reason = missRowReason(clean, line, slip, totals.size > 0);
  return { outcome: warned ? "warned" : "missed", first: false, firstThree: false, findings, reason };
}

function missRowReason(clean: FileReport, line: number, slip: RowSlip, inSum: boolean): string {
  const isTotal = clean.checks.some(
    (check) => check.status !== "skip" && check.result.line === line && check.terms.length >= 2,
  );
  if (slip === "row-dropped" && isTotal)
    return "dropped total leaves no trace: its lines add up to the next one";
  if (!inSum) return "row in no sum";
  return slip === "row-dropped"
    ? "dropped row leaves no trace: without it its sum ties in no column, so it may be none"
    : "doubled row leaves no trace: its sum is found without it";
}
