/** Verdicts and causes -> Checks, the shape that reports and scripts see. */
import type { Cause, Fix } from "../diagnose/cause.ts";
import type { Weighed } from "../defence/defend.ts";
import { shownOf } from "../diagnose/shown.ts";
import { nameSlip } from "../diagnose/slips.ts";
import { subtract, toPlain } from "../money/decimal.ts";
import { saidLine } from "../read/document.ts";
import { expectedResult, type Readings } from "../relations/evaluate.ts";
import type { Check, Confidence, Diagnosis, PlaceRef, Severity, Status, Suspect } from "../report/report.ts";
import type { Observation } from "../rules/rule.ts";
import { type Figure, periodKey, printedCaption } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Recovery } from "../verdict/recover.ts";
import { excerptOf } from "./excerpt.ts";
import { fingerprint, relationFingerprint } from "./fingerprint.ts";
import { figureRef, placeRef } from "./refs.ts";
import {
  columnName,
  equationOf,
  fileOf,
  isOtherWord,
  lineName,
  printedAs,
  recomputedAs,
  saidAs,
  shownAs,
  signedAs,
  sourceOf,
} from "./words.ts";

const severities: Readonly<Record<Status, Severity>> = {
  fail: "error",
  warn: "warning",
  pass: "note",
  skip: "note",
};

/** The check of one relation. Passing checks carry no excerpt: there may be thousands. */
export function checkOf(item: Judged, readings: Readings): Check {
  const { relation, status, grade } = item;
  const { result, terms, form } = relation;
  const expected = item.expected ?? expectedResult(relation, readings);
  const recomputed = expected ? recomputedAs(expected, result) : "";
  const isWord = expected !== undefined && isOtherWord(result, expected.value);
  const difference = isWord
    ? theWord
    : item.difference
      ? signedAs(item.difference, result)
      : status === "pass"
        ? "0"
        : "";
  const where = [lineName(result), columnName(result)].filter((part) => part !== "").join(", ");
  const printed = shownAs(result);
  const said = saidIn(result);
  const unlikely = grade === "strained" ? "; it may be rounding, but rounding rarely does this" : "";
  const loud = status === "fail" || status === "warn";
  return {
    rule: relation.rule,
    status,
    grade,
    severity: severities[status],
    title: relation.title,
    message: loud
      ? `${where}: ${said} ${saidAs(result, expected?.value)}, ${sourceOf(relation)} ${recomputed} ${offBy(difference)}${unlikely}`
      : status === "pass"
        ? `${where}: ${printed} ties`
        : `${where}: not checked, ${item.reason}`,
    period: periodKey(result.column.period),
    currency: result.column.currency,
    result: figureRef(result),
    terms: terms.map((term, i) => ({
      ...figureRef(term),
      weight: weightOf(
        form.kind === "linear" ? form.weights[i] : i === 1 && form.kind !== "formula" ? -1 : 1,
      ),
    })),
    expected: expected
      ? { value: toPlain(expected.value), low: toPlain(expected.low), high: toPlain(expected.high) }
      : null,
    difference: item.difference ? toPlain(item.difference) : status === "pass" ? "0" : null,
    diagnosis: null,
    confidence: null,
    fingerprint: relationFingerprint(relation),
    display: {
      line: lineName(result),
      period: columnName(result),
      printed,
      recomputed,
      difference,
      equation: equationOf(relation),
      sum: recomputed,
    },
    place: placeRef(result.place),
    excerpt: loud ? excerptOf(relation, { marked: [], beside: [] }) : null,
    related: [],
  };
}

/** The place of a figure of the file under check. */
function here(figure: Figure): PlaceRef | undefined {
  return figure.table.path === undefined ? placeRef(figure.place) : undefined;
}

/** Changes that have one explanation, as one finding: the first line shown, the others under it. */
export function explainedChecks(items: readonly Judged[], readings: Readings): Check[] {
  const groups = new Map<string, Judged[]>();
  for (const item of items) {
    const key = item.relation.explained?.key ?? "";
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group): Check[] => {
    const [first, ...others] = group.map((item) => checkOf(item, readings));
    const sentence = group[0]?.relation.explained?.sentence;
    if (!first || sentence === undefined) return [];
    return [{ ...first, message: sentence, related: others.map((check) => ({ ...check, excerpt: null })) }];
  });
}

/** In place of a difference, where the number is right. */
const theWord = "the word";

function offBy(difference: string): string {
  return difference === theWord ? "(the word is wrong)" : `(difference ${difference})`;
}

function saidIn(figure: Figure): string {
  return figure.wording ? "the sentence says" : "printed";
}

function weightOf(weight: 1 | -1 | undefined): string {
  return weight === -1 ? "-1" : "1";
}

/** What a break is told as: only certain ones are errors. */
const told: Readonly<Record<Confidence, { readonly status: Status; readonly severity: Severity }>> = {
  certain: { status: "fail", severity: "error" },
  likely: { status: "warn", severity: "warning" },
  possible: { status: "warn", severity: "note" },
};

/** One finding for one cause: the relation that shows it best, the others under it. */
export function checkOfCause(
  { cause, confidence, witnesses }: Weighed,
  readings: Readings,
  { scanned, weighed }: { readonly scanned: boolean; readonly weighed: boolean },
): Check | null {
  const [suspect] = cause.suspects;
  const shown = shownOf(cause);
  if (!shown) return null;
  const check = checkOf(shown, readings);
  const alone = cause.row ? rowDiagnosis(cause, cause.row) : cellDiagnosis(cause, scanned);
  const diagnosis = { ...alone, message: `${alone.message}${printedToo(witnesses)}` };
  const doubled = cause.row?.doubled[0];
  const figures = cause.suspects.map((fix) => fix.figure);
  const marked = figures.includes(shown.relation.result) ? shown.relation.result : figures[0];
  const single = cause.suspects.length === 1 || onlySlip(cause, scanned) ? suspect : undefined;
  return {
    ...check,
    ...told[weighed ? confidence : "certain"],
    confidence,
    ...(weighed ? { weighed: true as const } : {}),
    // A suspect in the earlier filing is named by the diagnosis; the finding is of this filing.
    ...(single && here(single.figure) ? saidOfSuspect(check, single) : {}),
    diagnosis,
    ...(witnesses.length > 0 ? { confirmedBy: witnesses.map(figureRef) } : {}),
    ...(single && diagnosis.suspects[0] ? { suspect: diagnosis.suspects[0] } : {}),
    place: (single && here(single.figure)) ?? (doubled ? placeRef(doubled.place) : check.place),
    excerpt: excerptOf(shown.relation, {
      marked: cause.row ? cause.row.doubled : [single?.figure ?? marked ?? []].flat(),
      beside: figures,
    }),
    related: cause.failing
      .filter((item) => item !== shown)
      .map((item) => ({ ...checkOf(item, readings), excerpt: null })),
  };
}

/** "; line 188 (Segments) prints it so": the place that contradicts the suspect. */
function printedToo([witness, ...others]: readonly Figure[]): string {
  if (!witness) return "";
  const what = witness.wording ? "a sentence" : witness.table.title;
  const more =
    others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "place" : "places"}`;
  return `; ${saidLine(witness.place.line)}${what === "" ? "" : ` (${what})`}${more} ${others.length === 0 ? "prints" : "print"} it so`;
}

/** Where one cell explains all, people are told of that cell; the message and the equation stay those of the relation. */
function saidOfSuspect(check: Check, { figure, value }: Fix): Pick<Check, "display"> {
  const recomputed = printedAs(value, figure);
  const difference = isOtherWord(figure, value) ? theWord : signedAs(subtract(figure.value, value), figure);
  const [line, period] = [lineName(figure), columnName(figure)];
  const message = `${line}, ${period}: ${saidIn(figure)} ${saidAs(figure, value)}, recomputed ${recomputed} ${offBy(difference)}`;
  return {
    display: {
      ...check.display,
      ...(message === check.message ? {} : { message }),
      line,
      period,
      printed: shownAs(figure),
      recomputed,
      difference,
      sum: check.display.recomputed,
    },
  };
}

function cellDiagnosis(cause: Cause, scanned: boolean): Diagnosis {
  const [first] = cause.suspects;
  const count = (n: number): string => (n === 1 ? "the broken relation" : `${n} broken relations`);
  if (!first) {
    return {
      slip: "unknown",
      suspects: [],
      message: "no single figure could be changed to explain it without breaking another relation",
    };
  }
  const suspects = cause.suspects.map(
    (fix): Suspect => ({
      ...figureRef(fix.figure),
      reading: printedAs(fix.value, fix.figure),
      settles: fix.settles.length,
    }),
  );
  const name = nameSlip(first.figure, first.value, scanned);
  const likeliest = suspects.length === 1 || onlySlip(cause, scanned);
  const [lead] = suspects;
  if (!likeliest || !lead) {
    const named = cause.suspects
      .slice(0, 6)
      .map((fix) => `${lineName(fix.figure)}${fileOf(fix.figure)} ${printedAs(fix.value, fix.figure)}`);
    const more = suspects.length > 6 ? ` or ${suspects.length - 6} more` : "";
    const message = `Any one of ${suspects.length} figures may be wrong; it ties if one of them reads as follows: ${named.join("; ")}${more}`;
    return { slip: name.slip, suspects, message };
  }
  const what = name.words === "" ? "" : ` (${name.words})`;
  const others = cause.suspects
    .slice(1, 5)
    .map((fix) => `${lineName(fix.figure)}${fileOf(fix.figure)} ${printedAs(fix.value, fix.figure)}`);
  const also = others.length > 0 ? `; less likely: ${others.join(" or ")}` : "";
  const message = `${lineName(first.figure)}, ${columnName(first.figure)}${fileOf(first.figure)}: ${lead.reading} instead of ${saidAs(first.figure, first.value)} makes ${count(lead.settles)} tie${what}${also}`;
  return { slip: name.slip, suspects, message };
}

/** Whether the first suspect is a common slip from the print and no other is. */
function onlySlip(cause: Cause, scanned: boolean): boolean {
  const named = cause.suspects.map((fix) => nameSlip(fix.figure, fix.value, scanned).slip !== "unknown");
  return named[0] === true && named.filter((slip) => slip).length === 1;
}

function rowDiagnosis(cause: Cause, row: NonNullable<Cause["row"]>): Diagnosis {
  const amounts = row.amounts.map(({ judged, value }) => printedAs(value, judged.relation.result)).join(", ");
  if (row.slip === "row-dropped") {
    return {
      slip: "row-dropped",
      suspects: [],
      message: `It breaks in all ${cause.failing.length} columns: a line of ${amounts} is missing from the sum`,
    };
  }
  const columns = new Set(row.amounts.map(({ judged }) => judged.relation.result.column)).size;
  const all = columns === 1 ? "its column foots" : `all ${columns} columns foot`;
  return {
    slip: "row-doubled",
    suspects: row.doubled.map((figure) => ({
      ...figureRef(figure),
      reading: "",
      settles: cause.failing.length,
    })),
    message: `"${row.doubled[0] ? printedCaption(row.doubled[0].row) : ""}" is printed twice; without the second line ${all}`,
  };
}

/** A damaged cell: what the equations imply, or that nothing does. */
export function checkOfDamage(observation: Observation, recovery: Recovery | undefined): Check {
  const { figure } = observation;
  const value = recovery?.value ?? null;
  const where = `${lineName(figure)}, ${columnName(figure)}`;
  const reading = value ? printedAs(value, figure) : "";
  const ghost = figure.row.kind === "ghost";
  const [by] = recovery?.by ?? [];
  const name = figure.row.caption === "" ? "without a caption" : `"${printedCaption(figure.row)}"`;
  const message = ghost
    ? `${saidLine(figure.place.line)} (${name}) is a second, garbled reading of a line beside it and was left out`
    : value
      ? `${where}: printed ${figure.raw} (${observation.message}); read as ${reading}, which ${by?.rule ?? "an equation"} implies`
      : `${where}: printed ${figure.raw} cannot be read (${observation.message}), and no equation implies it`;
  const base = observationCheck(observation, message, value ? "recovered" : "unread");
  return {
    ...base,
    expected: value ? { value: toPlain(value), low: toPlain(value), high: toPlain(value) } : null,
    terms: (by?.terms ?? [])
      .filter((term) => term.id !== figure.id)
      .map((term) => ({ ...figureRef(term), weight: "1" })),
    display: {
      ...base.display,
      recomputed: ghost ? "read twice" : reading || "unread",
      equation: by ? by.title : "",
    },
  };
}

export function observationCheck(
  observation: Observation,
  said: string | null,
  grade: Check["grade"],
): Check {
  const { figure, rule, title } = observation;
  const where = `${lineName(figure)}, ${columnName(figure)}`;
  return {
    rule,
    status: "warn",
    grade,
    severity: "warning",
    title,
    message: said ?? observation.said ?? `${where}: ${figure.raw} ${observation.message}`,
    period: periodKey(figure.column.period),
    currency: figure.column.currency,
    result: figureRef(figure),
    terms: [],
    expected: null,
    difference: null,
    diagnosis: null,
    confidence: observation.confidence ?? null,
    fingerprint: fingerprint(rule, figure, []),
    display: {
      line: lineName(figure),
      period: columnName(figure),
      printed: figure.raw,
      recomputed: observation.reading ?? "",
      difference: "",
      equation: "",
      sum: "",
    },
    place: placeRef(figure.place),
    excerpt: null,
    related: [],
  };
}
