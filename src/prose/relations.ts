/** Claims -> relations: with the tables' figures, between the two ends of a change, between two currencies. */
import {
  abs,
  compare,
  type Decimal,
  decimal,
  divide,
  negate,
  roundTo,
  sign,
  subtract,
  toPlain,
} from "../money/decimal.ts";
import { expectedResult, noReadings } from "../relations/evaluate.ts";
import { mostUnitsAddedUp } from "../relations/grade.ts";
import type { Relation } from "../relations/relation.ts";
import { evaluateTie } from "../relations/tie.ts";
import { rateAt, type TranslationRate } from "../statements/filing.ts";
import { type Figure, printedCaption } from "../tables/table.ts";
import type { ChangeClaim, Claim, ProseSection, Standing, Translated } from "./claim.ts";
import type { Fact } from "./facts.ts";
import { listRelation, make, shareRelation } from "./derived.ts";
import { ownArithmetic } from "./own-arithmetic.ts";
import { weightOf } from "./repeat.ts";
import { saidLine } from "../read/document.ts";

/** A relation, and what its break would show. */
export interface Told {
  readonly relation: Relation;
  readonly standing: Standing;
  /** Of an amount or a change; absent for what is computed otherwise. */
  readonly claim?: Claim;
}

/** All relations of one section, unjudged. */
export function* sectionRelations(section: ProseSection, rates: readonly TranslationRate[]): Generator<Told> {
  const repeated = section.claims.flatMap((claim) =>
    claim.fact ? [{ claim, fact: claim.fact, relation: repeats(claim, claim.fact) }] : [],
  );
  const tied = new Set(
    repeated.filter(({ relation }) => evaluateTie(relation) === true).map(({ claim }) => claim),
  );
  const said = new Set([...tied].flatMap((claim) => (claim.fact ? [cellSaid(claim, claim.fact)] : [])));
  const misnamed = new Set(repeated.filter(isMisnamed).map(({ claim }) => claim));
  for (const { relation, claim, fact } of oneOfEachWord(repeated, misnamed)) {
    // No sentence says one cell twice: where another of its numbers is that cell, this one is of another.
    const isTaken = !tied.has(claim) && said.has(cellSaid(claim, fact));
    yield { relation, standing: isTaken ? "none" : claim.standing, claim };
  }
  for (const change of section.changes) {
    const { claim, now, base } = change;
    // Of a change alone nothing says what it is of; an amount beside it that ties does.
    const isAlone = claim.standing === "alone" && ![now, base].some((end) => end !== null && tied.has(end));
    const standing = isAlone ? "none" : claim.standing;
    for (const relation of changes(change, tied)) {
      yield { relation, standing: isWordOfBoth(change, relation) ? "own" : standing, claim };
    }
  }
  yield* ownArithmetic(section.changes);
  for (const relation of others(section, rates, tied, misnamed)) yield { relation, standing: "sure" };
  for (const share of section.shares) {
    const { claim, part } = share;
    for (const relation of shareRelation(share, tied)) {
      yield { relation, standing: claim.standing === "none" && !tied.has(part) ? "none" : "sure" };
    }
  }
}

interface Repeated {
  readonly claim: Claim;
  readonly fact: Fact;
  readonly relation: Relation;
}

/** A wrong word gives the sign of every number that it is said of, in both currencies: it is told at the first. */
function oneOfEachWord(repeated: readonly Repeated[], misnamed: ReadonlySet<Claim>): readonly Repeated[] {
  const wrong = new Set<string>();
  return repeated.filter(({ claim }) => {
    if (!misnamed.has(claim)) return true;
    const { figure, sentence, subject } = claim;
    const key = `${sentence} ${figure.wording?.signWord?.said} ${subject}`;
    if (wrong.has(key)) return false;
    wrong.add(key);
    return true;
  });
}

/** The number is that of the table, and the word gives it the other sign. */
function isMisnamed({ claim: { figure }, fact, relation }: Repeated): boolean {
  if (!figure.wording?.signWord || evaluateTie(relation) !== false) return false;
  const { value } = figure;
  return compare(abs(roundTo(fact.figure.value, value.exponent)), abs(value)) === 0;
}

/** The sentence, and what it says: a row may print one amount under a component and in total. */
function cellSaid({ sentence }: Claim, { figure, row }: Fact): string {
  return `${sentence} ${figure.table.index}:${row.index} ${toPlain(abs(figure.value))}`;
}

function* others(
  section: ProseSection,
  rates: readonly TranslationRate[],
  tied: ReadonlySet<Claim>,
  misnamed: ReadonlySet<Claim>,
): Generator<Relation> {
  for (const pair of section.translated) {
    // Two amounts with one wrong word tie, and say nothing for it.
    if (misnamed.has(pair.claim) || misnamed.has(pair.original)) continue;
    const rate = rateAt(rates, pair.claim.figure.row.line);
    // Where the table has both, it is the table that is translated: parts may be added up there.
    if (tied.has(pair.claim) && tied.has(pair.original)) continue;
    if (rate && isAddedUpInTable(pair, rate)) continue;
    const relation = translates(pair, rate);
    if (relation) yield relation;
  }
  for (const list of section.lists) if (!("row" in list.whole)) yield listRelation(list);
}

/** The table's own translation misses the rate: the sentence repeats a figure that was added up. */
function isAddedUpInTable({ claim, original }: Translated, { rate }: TranslationRate): boolean {
  if (!claim.fact || !original.fact) return false;
  const [result, term] = [claim.fact.figure, original.fact.figure];
  const form = { kind: "translation", rate } as const;
  return evaluateTie(make({ title: "", form, result, terms: [term] })) === false;
}

function repeats(claim: Claim, fact: Fact): Relation {
  const { figure, row } = fact;
  const printedMinus = sign(claim.figure.value) < 0 && claim.figure.wording?.signInWords !== true;
  const weight = weightOf(claim.figure.value, printedMinus, fact);
  return make({
    title: `${claim.subject} in the text = ${weight < 0 ? "-" : ""}${printedCaption(row)} (${figure.table.title || "table"}, ${saidLine(row.line)})`,
    form: { kind: "linear", weights: [weight] },
    result: claim.figure,
    terms: [figure],
    sameFact: true,
    eitherSign: fact.convention === "magnitude",
  });
}

function translates({ claim, original }: Translated, rate: TranslationRate | null): Relation | null {
  if (!rate || claim.figure.column.currency !== rate.to || original.figure.column.currency !== rate.from)
    return null;
  const relation = make({
    title: `${claim.subject || "The amount"} in ${rate.to} = in ${rate.from} / ${rate.printed}`,
    form: { kind: "translation", rate: rate.rate },
    result: claim.figure,
    terms: [original.figure],
  });
  // "Cash, restricted cash and investments of": of amounts added up each may have been translated on its own.
  // Per share of many, the translated amount for one was multiplied.
  const sum = (!claim.fact && claim.subject.includes(",")) || claim.figure.unit === "per-share";
  // Of any other line a unit may come from parts that the sentence does not name.
  const units = sum ? mostUnitsAddedUp : 1n;
  return evaluateTie(relation) === false && isNear(claim.figure, original.figure, rate, units)
    ? null
    : relation;
}

/** Within so many units of the last digit of the translation. */
function isNear(result: Figure, original: Figure, { rate }: TranslationRate, units: bigint): boolean {
  const { exponent } = result.value;
  const translated = divide(original.value, rate, exponent, "nearest");
  return compare(abs(subtract(translated, result.value)), decimal(units, exponent)) <= 0;
}

/**
 * A change by the exact figures of the tables where they have both, else by the two of the text. The one
 * computed from the rounded figures of the text is a change rightly stated, too.
 */
function* changes(change: ChangeClaim, tied: ReadonlySet<Claim>): Generator<Relation> {
  const { claim, now, base, nowFact, baseFact } = change;
  if (claim.reason !== "") return;
  const printed =
    now && base && now.figure.unit === base.figure.unit ? ways(change, now.figure, base.figure) : [];
  const exact = nowFact && baseFact ? ways(change, nowFact.figure, baseFact.figure) : [];
  const tying = exact.find((relation) => evaluateTie(relation) === true);
  if (tying) yield tying;
  else {
    const rounded = printed.find((relation) =>
      exact.length === 0 ? evaluateTie(relation) === true : tiesAsPrinted(relation),
    );
    // An amount that misses its table figure is a finding of its own; the change is not of it.
    const sound = (end: Claim | null): boolean => end === null || end.fact === null || tied.has(end);
    const [first] = rounded ? [rounded] : exact.length > 0 ? exact : sound(now) && sound(base) ? printed : [];
    if (first) yield first;
  }
}

/**
 * The sentence prints both ends and the number of their change, and only the word is against them. Where the two
 * ends would make the same number the other way round, it may be that they were taken for each other.
 */
function isWordOfBoth({ now, base, claim }: ChangeClaim, relation: Relation): boolean {
  if (!now || !base || now.sentence !== claim.sentence || base.sentence !== claim.sentence) return false;
  const { form, result } = relation;
  if (form.kind !== "change" || evaluateTie(relation) !== false) return false;
  const [after, before] = [now.figure, base.figure];
  const ties = (terms: readonly Figure[], value: Decimal): boolean =>
    evaluateTie({
      ...relation,
      form: { kind: "change", magnitude: true },
      terms,
      result: { ...result, value },
      memo: {},
    }) === true;
  return ties([after, before], negate(result.value)) && !ties([before, after], result.value);
}

/** Whether the change of the values as printed, without their rounding, is the change as printed. */
function tiesAsPrinted(relation: Relation): boolean {
  const expected = expectedResult(relation, noReadings);
  if (!expected) return false;
  const { value } = relation.result;
  return compare(roundTo(expected.value, value.exponent), value) === 0;
}

/** The readings that the words allow, the plainest first. */
function ways(change: ChangeClaim, now: Figure, base: Figure): Relation[] {
  const { claim, loss, nowFact } = change;
  const result = claim.figure;
  // Only of a measure that can be a profit or a loss may the signed amounts be meant.
  const either = !loss && nowFact?.convention === "as-printed";
  if (now.nil || base.nil) return [];
  const crosses = sign(now.value) * sign(base.value) <= 0;
  const subject = claim.subject || "The amount";
  const shown = (form: Relation["form"]): Relation =>
    make({ title: `${subject}: the change that the text states`, form, result, terms: [now, base] });
  // From a loss to a profit no percentage means anything, and "increased" may be said of either.
  if (crosses) return [];
  const negative = sign(now.value) < 0;
  if (result.wording?.direction) {
    const forms = [shown({ kind: "direction", magnitude: true })];
    return negative && either ? [...forms, shown({ kind: "direction", magnitude: false })] : forms;
  }
  if (result.unit === "percent" && now.unit !== "percent") {
    const forms = [shown({ kind: "change", magnitude: true })];
    return negative && either ? [...forms, shown({ kind: "change", magnitude: false })] : forms;
  }
  if (result.unit !== now.unit) return [];
  // A percentage of a percentage is not told from points by everyone.
  if (now.unit === "percent" && !/point/.test(result.wording?.after ?? "")) return [];
  return [shown({ kind: "linear", weights: negative ? [-1, 1] : [1, -1] })];
}
