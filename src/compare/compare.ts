/**
 * Two drafts of one filing: which figures were changed, and what was not changed along with them. The result is
 * the report of the later draft, its findings those that the change brought.
 */
import { claimsRead } from "../findings/claims.ts";
import { isSure, judgedAsked } from "../findings/file-report.ts";
import { figureRef, placeRef } from "../findings/refs.ts";
import { withWhereabouts } from "../findings/whereabouts.ts";
import type { Document } from "../read/document.ts";
import { findingSentence } from "../report/finding-sentence.ts";
import type { Change, Check, FileReport } from "../report/report.ts";
import { type CheckOptions, reportOn, type Tried, tried } from "../run.ts";
import type { Figure } from "../tables/table.ts";
import { type Break, brokenBy, changesOf } from "./breaks.ts";
import { findingOf, type Group, groupsOf } from "./finding.ts";
import { Repeats } from "./repeats.ts";
import { pairClaims } from "./sentences.ts";
import { pairFigures, type Pairs } from "./tables.ts";

type Findings = FileReport["checks"];

function claimsOf({ filing }: Tried): readonly Figure[] {
  return claimsRead(filing).map(({ figure }) => figure);
}

/** The figures of two drafts that stand in each other's place. */
function pairsOf(now: Tried, before: Tried): Pairs {
  const pairs: Pairs = new Map();
  pairFigures(now.filing, before.filing, pairs);
  pairClaims(
    { document: now.filing.document, claims: claimsOf(now) },
    { document: before.filing.document, claims: claimsOf(before) },
    pairs,
  );
  return pairs;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly page?: number | null;
}

function placeKey({ page, line, column }: Place): string {
  return `${page ?? ""}:${line}:${column}`;
}

const isOpen = ({ status }: Check): boolean => status === "fail" || status === "warn";

/** What a finding is about, whatever its numbers: the rule, and where its result stands in the later draft. */
function identityOf(check: Check, place: (of: Place) => string | undefined): string {
  return `${check.rule} ${place(check.result) ?? "gone"}`;
}

/** Checks the later draft and compares it with the earlier one. `path` is that of the earlier draft. */
export function compareDrafts(earlier: Document, later: Document, options: CheckOptions): FileReport {
  const now = tried(later, null, options);
  const before = tried(earlier, null, options);
  // Of breaks that are not told in one draft it must be known, too, whether the other one has them.
  const every = options.confidence === undefined ? options : { ...options, confidence: "possible" as const };
  const report = reportOn(now, every);
  const was = reportOn(before, { ...every, path: earlier.path, content: false, all: false });
  // A draft in which nothing can be checked has nothing to compare.
  if (report.error !== null || was.error !== null)
    return report.error === null ? unread(report, was) : report;
  const pairs = pairsOf(now, before);
  const changed = changesOf(pairs);
  const breaks = brokenBy(now, before, pairs, changed);
  const grouped = groupsOf(breaks, changed, new Repeats(before, pairs));
  const told = grouped.map((group) => findingOf(group, changed, now));
  const isTold = ({ confidence }: Check): boolean =>
    confidence === null || isSure(confidence, options.confidence ?? "possible");
  const { fresh, known, resolved } = sorted({ report, was, isTold }, pairs, breaks);
  const withheld = fresh.filter((check) => !isTold(check)).length;
  const checks = [...told, ...fresh.filter(isTold)].sort((a, b) => rank(a) - rank(b) || byPlace(a, b));
  const count = (status: Check["status"]): number => checks.filter((check) => check.status === status).length;
  const [fail, warn] = [count("fail"), count("warn")];
  const whole: FileReport = {
    ...report,
    status: fail > 0 ? "fail" : warn > 0 ? "warn" : "pass",
    counts: { ...report.counts, fail, warn, ...(withheld > 0 ? { withheld } : {}) },
    checks: [...checks, ...report.checks.filter((check) => !isOpen(check))],
    since: { known, figures: 0, resolved },
    changes: { path: earlier.path, compared: pairs.size, figures: changesIn(changed, now, before, grouped) },
  };
  return later.whereabouts ? withWhereabouts(whole, later.whereabouts) : whole;
}

/** The earlier draft cannot be compared with. */
function unread(report: FileReport, { path, error }: FileReport): FileReport {
  return { ...report, status: "unreadable", error: `the earlier draft ${path} cannot be compared: ${error}` };
}

function rank({ status }: Check): number {
  return status === "fail" ? 0 : 1;
}

function byPlace(a: Check, b: Check): number {
  return (
    (a.place.page ?? 0) - (b.place.page ?? 0) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column
  );
}

interface Sorted {
  /** Findings of the later draft that the earlier one did not have, and that no change explains. */
  readonly fresh: Findings;
  readonly known: number;
  readonly resolved: NonNullable<FileReport["since"]>["resolved"];
}

interface Both {
  readonly report: FileReport;
  readonly was: FileReport;
  /** Whether a finding is as certain as was asked. */
  readonly isTold: (check: Check) => boolean;
}

function sorted({ report, was, isTold }: Both, pairs: Pairs, breaks: readonly Break[]): Sorted {
  const moved = new Map(
    [...pairs].map(([old, figure]) => [placeKey(placeRef(old.place)), placeKey(placeRef(figure.place))]),
  );
  const inLater = (place: Place): string => placeKey(place);
  const carried = (place: Place): string | undefined => moved.get(placeKey(place));
  const before = new Map(
    was.checks.filter(isOpen).map((check) => [identityOf(check, carried), check] as const),
  );
  const told = new Set(
    breaks.flatMap(({ judged: { relation }, left }) => {
      const place = (figure: Figure): string => placeKey(placeRef(figure.place));
      return [
        `${relation.rule} ${place(relation.result)}`,
        ...relation.terms.map((term) => `${relation.rule} ${place(term)}`),
        ...(left ? [place(left)] : []),
      ];
    }),
  );
  const isExplained = (check: Check): boolean =>
    [check, ...check.related].some(
      (each) => told.has(identityOf(each, inLater)) || told.has(placeKey(each.result)),
    );
  const open = report.checks.filter(isOpen);
  const now = new Set(open.map((check) => identityOf(check, inLater)));
  const known = open.filter((check) => before.has(identityOf(check, inLater)));
  return {
    fresh: open.filter((check) => !known.includes(check) && !isExplained(check)),
    known: known.filter(isTold).length,
    resolved: [...before].flatMap(([identity, check]) =>
      now.has(identity) || isExplained(check) || !isTold(check)
        ? []
        : [{ rule: check.rule, message: findingSentence(check), fingerprint: check.fingerprint }],
    ),
  };
}

/** Every figure that was changed, with how it ties now and did before. */
function changesIn(
  changed: ReadonlyMap<Figure, Figure>,
  now: Tried,
  before: Tried,
  grouped: readonly Group[],
): readonly Change[] {
  const broken = new Set<Figure>();
  const left = new Map<Figure, Set<Figure>>();
  for (const { breaks, places } of grouped) {
    for (const { judged, changed: causes, left: own } of breaks) {
      for (const figure of [judged.relation.result, ...judged.relation.terms]) broken.add(figure);
      for (const cause of causes) {
        const known = left.get(cause) ?? new Set(places);
        left.set(cause, own ? known.add(own) : known);
      }
    }
  }
  const [ties, tied] = [tieOf(now), tieOf(before)];
  const changes = [...changed].map(
    ([figure, was]): Change => ({
      was: was.raw,
      figure: figureRef(figure),
      before: tied(was),
      now: broken.has(figure) ? "breaks" : ties(figure),
      left: left.get(figure)?.size ?? 0,
    }),
  );
  return changes.sort(
    ({ figure: a }, { figure: b }) => (a.page ?? 0) - (b.page ?? 0) || a.line - b.line || a.column - b.column,
  );
}

/** How a figure stands in a draft: what breaks outweighs what ties. */
function tieOf({ collected, verdicts }: Tried): (figure: Figure) => Change["now"] {
  const states = new Map<number, "ties" | "breaks">();
  for (const { relation, status } of judgedAsked(collected, verdicts.judged)) {
    if (status !== "pass" && status !== "fail") continue;
    for (const { id } of [relation.result, ...relation.terms]) {
      if (status === "fail") states.set(id, "breaks");
      else if (!states.has(id)) states.set(id, "ties");
    }
  }
  return ({ id }) => states.get(id) ?? "untied";
}
