import type { Weighed } from "../defence/defend.ts";
import type {
  Check,
  Confidence,
  FileReport,
  FileStatus,
  Note,
  RuleTally,
  Skipped,
  Status,
} from "../report/report.ts";
import type { Collected } from "../rules/collect.ts";
import type { Observation } from "../rules/rule.ts";
import type { Filing } from "../statements/filing.ts";
import { type Column, type Figure, periodKey } from "../tables/table.ts";
import type { Judged, Verdicts } from "../verdict/judge.ts";
import { checkOf, checkOfCause, checkOfDamage, explainedChecks, observationCheck } from "./check.ts";
import { claimsRead, claimsSkipped } from "./claims.ts";
import { contentOf } from "./content.ts";
import { emptyReport } from "../report/empty.ts";
import { listedFigure } from "./listed.ts";
import { figureRef } from "./refs.ts";
import { doubtfulFigures } from "./meant.ts";
import { rated, type Severities, suspected } from "./severity.ts";
import { untiedStatements } from "./untied-statements.ts";
import { columnName, lineName } from "./words.ts";
import { saidLine, saidPlace } from "../read/document.ts";
import { withQuotes } from "./quote.ts";

/** What the report is to hold besides the findings, and how grave these are. */
export interface Wanted {
  /**
   * Breaks of this confidence or a higher one are findings, and only certain ones are errors. null: every break that
   * no innocent reading clears is an error.
   */
  readonly confidence: Confidence | null;
  /** Also what ties, what was skipped, and every figure. */
  readonly all: boolean;
  /** The filing itself. */
  readonly content: boolean;
  readonly severities: Severities;
  /** Every rule was asked for, so that what is not tied is known to be not tied. */
  readonly everyRule: boolean;
}

/** `everyVerdict` and `everyCause` may speak of rules that were not asked for: these are evidence and not reported. */
export function fileReport(
  filing: Filing,
  collected: Collected,
  everyVerdict: Verdicts,
  everyCause: readonly Weighed[],
  { confidence, all, content, severities, everyRule }: Wanted,
): FileReport {
  const { path, format } = filing.document;
  const printedDocument = filing.document.printed ?? filing.document;
  const doubtful = doubtfulFigures(filing, everyVerdict.readings);
  const printed = filing.figures.filter(
    (figure) => !figure.nil && figure.row.kind !== "ghost" && !doubtful.has(figure),
  );
  if (printed.length === 0) {
    const said = filing.document.notes.length > 0 ? ` (${filing.document.notes.join("; ")})` : "";
    return {
      ...emptyReport(path, "unrecognized", `no financial table was found in it${said}; nothing was checked`),
      format,
    };
  }
  const [verdicts, causes] = askedOf(collected, everyVerdict, everyCause);
  const counts = tieCounts(verdicts.judged);
  const isTied = (figure: Figure): boolean => (counts.get(figure.id) ?? 0) > 0;
  const claims = claimsRead(filing);
  const inText = claims.map((claim) => claim.figure);
  const shown = [...printed, ...inText];
  const figures = {
    printed: shown.length,
    tied: shown.filter(isTied).length,
    inText: { printed: inText.length, tied: inText.filter(isTied).length },
  };
  const unrecognized = (error: string): FileReport => ({
    ...emptyReport(path, "unrecognized", error),
    format,
    figures: { ...figures, damaged: 0, recovered: 0 },
  });
  const tried = verdicts.judged.filter((item) => item.status !== "skip");
  const untied = everyRule ? untiedStatements(filing, verdicts.judged) : [];
  const [told, withheld] = apart(causes, confidence ?? "possible");
  const findings = withQuotes(
    findingsOf(filing, collected, verdicts, told, counts, doubtful, {
      severities,
      weighed: confidence !== null,
    }),
    printedDocument,
    inText,
  );
  if (tried.length === 0 && findings.length === 0) {
    // Of a few rules that were asked for each says what it lacks.
    const lacking = everyRule ? [] : collected.omissions.slice(0, 3);
    const why = lacking.map(({ rule, omitted }) => `; ${rule}: ${omitted}`).join("");
    return unrecognized(
      `${figures.printed} figures were found, but none of them could be checked against another${[why, ...untied.map((sentence) => `; ${sentence}`)].join("")}`,
    );
  }
  if (everyRule && findings.length === 0 && isIncidental(filing, figures.tied, figures.printed)) {
    return unrecognized(
      `no financial statement was recognised, and only ${figures.tied} of its ${figures.printed} figures could be checked against another`,
    );
  }
  const passed = verdicts.judged.filter((item) => item.status === "pass");
  const skipped = [
    ...verdicts.judged.filter((item) => item.status === "skip"),
    ...withheld.flatMap(unproved),
  ];
  const fail = findings.filter((check) => check.status === "fail").length;
  const warn = findings.length - fail;
  const status: FileStatus = fail > 0 ? "fail" : warn > 0 ? "warn" : "pass";
  return {
    path,
    format,
    status,
    error: null,
    issuer: filing.issuer,
    periods: unique(filing.figures.map((figure) => periodKey(figure.column.period))),
    currencies: unique(filing.figures.map((figure) => figure.column.currency)),
    scale: scaleWord(printed),
    figures: {
      ...figures,
      damaged: printed.filter((f) => f.damage).length,
      recovered: printed.filter((figure) => verdicts.readings.has(figure.id)).length,
    },
    counts: {
      pass: passed.length,
      warn,
      fail,
      skip: skipped.length,
      ...(withheld.length > 0 ? { withheld: withheld.length } : {}),
    },
    checks: all
      ? [...findings, ...[...passed, ...skipped].map((item) => checkOf(item, verdicts.readings))]
      : findings,
    ...(all
      ? {
          figureList: shown.map((figure) => listedFigure(figure, counts.get(figure.id) ?? 0, filing)),
        }
      : {}),
    ...(content ? { content: contentOf(printedDocument, [...filing.figures, ...inText]) } : {}),
    ...(filing.prior
      ? {
          prior: {
            path: filing.prior.document.path,
            compared: tried.filter((item) => item.relation.rule === "comparatives").length,
          },
        }
      : {}),
    notes: [
      ...filing.document.notes.map((note) => ({ rule: "document", note })),
      ...collected.remarks.map(({ rule, remark }) => ({ rule, note: remark })),
      ...toleranceNotes(verdicts.judged),
    ],
    rules: ruleTallies(collected.asked, findings, passed, skipped),
    ...(untied.length > 0 ? { untiedStatements: untied } : {}),
    untied: shown.filter((figure) => !counts.has(figure.id)).map(figureRef),
    skipped: [
      ...skippedReasons(skipped),
      ...claimsSkipped(claims, collected, verdicts.judged),
      ...collected.omissions.map(({ rule, omitted }) => ({ rule, reason: omitted })),
      ...idleReasons(filing, collected.idle, claims.length > 0),
    ],
  };
}

/** What was asked for of all that was judged; the rest is evidence. */
export function judgedAsked({ relations, besides }: Collected, judged: readonly Judged[]): readonly Judged[] {
  if (besides.length === 0) return judged;
  const asked = new Set(relations);
  return judged.filter(({ relation }) => asked.has(relation));
}

/** The same of verdicts and causes. */
function askedOf(
  collected: Collected,
  verdicts: Verdicts,
  causes: readonly Weighed[],
): readonly [Verdicts, readonly Weighed[]] {
  if (collected.besides.length === 0) return [verdicts, causes];
  const own = (judged: readonly Judged[]): readonly Judged[] => judgedAsked(collected, judged);
  const told = causes.flatMap((weighed) => {
    const failing = own(weighed.cause.failing);
    return failing.length === 0 ? [] : [{ ...weighed, cause: { ...weighed.cause, failing } }];
  });
  return [{ ...verdicts, judged: own(verdicts.judged) }, told];
}

const ranks: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 };

/** Whether a break of this confidence is told where that of `least` and above is. */
export function isSure(confidence: Confidence, least: Confidence): boolean {
  return ranks[confidence] >= ranks[least];
}

/** Causes that are told, and those that are not proved well enough. */
function apart(
  causes: readonly Weighed[],
  least: Confidence,
): readonly [readonly Weighed[], readonly Weighed[]] {
  const isTold = ({ confidence }: Weighed): boolean => isSure(confidence, least);
  return [causes.filter(isTold), causes.filter((cause) => !isTold(cause))];
}

/** How each rule came out; one that found nothing to check has zeros only. */
function ruleTallies(
  asked: readonly string[],
  findings: readonly Check[],
  passed: readonly Judged[],
  skipped: readonly Judged[],
): RuleTally[] {
  const tallies = new Map(asked.map((rule) => [rule, { rule, pass: 0, warn: 0, fail: 0, skip: 0 }]));
  const add = (rule: string, status: Status): void => {
    const tally = tallies.get(rule);
    if (tally) tally[status]++;
  };
  for (const { rule, status } of findings) add(rule, status);
  for (const { relation } of passed) add(relation.rule, "pass");
  for (const { relation } of skipped) add(relation.rule, "skip");
  return [...tallies.values()];
}

/** In how many relations that tie each figure takes part. */
function tieCounts(judged: readonly Judged[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { relation, status } of judged) {
    if (status !== "pass" && status !== "warn") continue;
    for (const figure of [relation.result, ...relation.terms])
      counts.set(figure.id, (counts.get(figure.id) ?? 0) + 1);
  }
  return counts;
}

/** Failures and warnings, failures first, each in the order of the filing. */
function findingsOf(
  filing: Filing,
  collected: Collected,
  verdicts: Verdicts,
  causes: readonly Weighed[],
  counts: ReadonlyMap<number, number>,
  doubtful: ReadonlySet<Figure>,
  { severities, weighed }: { readonly severities: Severities; readonly weighed: boolean },
): Check[] {
  const scanned = filing.figures.some((figure) => figure.damage !== null);
  const failures = causes.flatMap(
    (cause) => checkOfCause(cause, verdicts.readings, { scanned, weighed }) ?? [],
  );
  const warned = verdicts.judged.filter((item) => item.status === "warn");
  const isExplained = ({ grade, relation }: Judged): boolean =>
    grade === "broken" && relation.explained !== undefined;
  const strained = [
    ...warned.filter((item) => !isExplained(item)).map((item) => checkOf(item, verdicts.readings)),
    ...explainedChecks(warned.filter(isExplained), verdicts.readings),
  ];
  const failing = new Set(
    causes.flatMap(({ cause }) =>
      cause.failing.flatMap(({ relation }) => [relation.result.id, ...relation.terms.map((term) => term.id)]),
    ),
  );
  const recoveries = new Map(verdicts.recoveries.map((recovery) => [recovery.figure.id, recovery]));
  const scales = collected.observations.some(({ rule }) => rule === "scale");
  const compared = scales ? comparedColumns(verdicts.judged) : new Set<Column>();
  const observed = collected.observations.flatMap((observation: Observation): Check[] => {
    const { figure, rule } = observation;
    if (rule === "malformed-figure") {
      return doubtful.has(figure) ? [] : [checkOfDamage(observation, recoveries.get(figure.id))];
    }
    // What an equation confirms, or already accuses, needs no suspicion. A column adds up in any scale.
    const confirmed = rule === "scale" ? compared.has(figure.column) : counts.has(figure.id);
    if (!observation.stands && (confirmed || failing.has(figure.id))) return [];
    return [observationCheck(observation, null, "strained")];
  });
  const byPlace = (a: Check, b: Check): number =>
    (a.place.page ?? 0) - (b.place.page ?? 0) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column;
  const found = [
    ...[...failures, ...strained].map((check) => rated(check, severities)),
    ...observed.map((check) => suspected(check, severities)),
  ];
  const isFailure = (check: Check): boolean => check.status === "fail";
  return [
    ...found.filter(isFailure).sort(byPlace),
    ...found.filter((check) => !isFailure(check)).sort(byPlace),
  ];
}

/** Columns that tie with another column. */
function comparedColumns(judged: readonly Judged[]): Set<Column> {
  const compared = new Set<Column>();
  for (const { relation, status } of judged) {
    if (status !== "pass") continue;
    const columns = new Set([relation.result, ...relation.terms].map((figure) => figure.column));
    if (columns.size > 1) for (const column of columns) compared.add(column);
  }
  return compared;
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** The scale of most currency figures, in a word. */
function scaleWord(figures: readonly Figure[]): string | null {
  const counts = new Map<number, number>();
  for (const figure of figures) {
    if (figure.unit === "currency") counts.set(figure.scale, (counts.get(figure.scale) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return { 3: "thousands", 6: "millions", 9: "billions" }[most] ?? null;
}

/** Rules that found nothing to compare. Those that look at every figure looked, and saw nothing odd. */
function idleReasons({ prior }: Filing, idle: readonly string[], hasClaims: boolean): Skipped[] {
  return idle.flatMap((rule): Skipped[] => {
    if (looking.has(rule) || (rule === "prose" && hasClaims)) return [];
    const isMissing = rule === "comparatives" && !prior;
    const reason = isMissing ? "no earlier filing was given (--prior)" : "nothing in this filing to check";
    return [{ rule, reason }];
  });
}

const looking = new Set(["malformed-figure", "header", "slipped-line", "sign", "scale"]);

/** How often each tolerance was used: what is accepted is told, never silent. */
function toleranceNotes(judged: readonly Judged[]): Note[] {
  const uses = new Map<string, Note & { readonly times: number }>();
  for (const { relation, tolerated } of judged) {
    if (tolerated === undefined) continue;
    const key = `${relation.rule} ${tolerated}`;
    const times = (uses.get(key)?.times ?? 0) + 1;
    const relations = times === 1 ? "1 relation ties" : `${times} relations tie`;
    uses.set(key, { times, rule: relation.rule, note: `${relations} by tolerance: ${tolerated}` });
  }
  return [...uses.values()].map(({ rule, note }) => ({ rule, note }));
}

function skippedReasons(skipped: readonly Judged[]): Skipped[] {
  return skipped.map(({ relation: { rule, result }, reason, cleared }) => {
    const [line, column, at] = [lineName(result), columnName(result), result.place.line];
    return {
      rule,
      reason: `${line}, ${column} (${saidLine(at)}): ${reason}`,
      about: { line, column, printed: null, where: saidPlace(at), why: reason },
      ...(cleared ? { cleared: { reading: cleared.reading, figures: cleared.figures.map(figureRef) } } : {}),
    };
  });
}

/** Breaks that are not told, each with the option that tells it. */
function unproved({ cause, confidence }: Weighed): readonly Judged[] {
  const reason = `it breaks, but it is only ${confidence} that this is an error (--confidence ${confidence} lists it)`;
  return cause.failing.map((item) => ({ ...item, status: "skip", reason }));
}

/** Less is an extract that somebody made to have it checked. */
const fewestIncidental = 50;

/**
 * Lists of exhibits, fees or addresses in which a few numbers happen to add up: to call such a file checked
 * would say more than was done.
 */
function isIncidental(filing: Filing, tied: number, printed: number): boolean {
  return (
    printed >= fewestIncidental &&
    tied * 3 < printed &&
    filing.tables.every((table) => filing.kindOf(table) === "other")
  );
}
