/** Relations of numbers that no table prints: shares, margins, lists of parts, and what is said twice. */
import { abs, compare, decimal, isZero, sign, subtract } from "../money/decimal.ts";
import { expectedResult, noReadings } from "../relations/evaluate.ts";
import type { Belief, Relation } from "../relations/relation.ts";
import { evaluateTie } from "../relations/tie.ts";
import { type Figure, periodKey } from "../tables/table.ts";
import type { Claim, ListClaim, MarginClaim, Prose, ShareClaim } from "./claim.ts";
import { noLine, noPeriod, partOfLine } from "./facts.ts";
import { subjectKey } from "./subject.ts";
import { saidLine } from "../read/document.ts";

const rule = "prose";
/** A sentence says so. */
const wording: Belief = {
  identity: false,
  structure: false,
  wording: true,
  complete: false,
  ties: 0,
  breaks: 0,
};

/** Believed where another of its kind ties. */
const onceItTies: Belief = { ...wording, wording: false, structure: true };

export function make(
  relation: Pick<Relation, "title" | "form" | "result" | "terms" | "sameFact" | "eitherSign">,
  belief: Belief = wording,
): Relation {
  return { rule, ...relation, belief, pattern: `${rule}:${relation.result.id}` };
}

/** By the table's figure of the part where there is one, else by that of the text. */
export function* shareRelation(
  { claim, part, whole }: ShareClaim,
  tied: ReadonlySet<Claim>,
): Generator<Relation> {
  const of = whole.figure;
  const share = (term: Figure): Relation =>
    make({
      title: `${claim.subject || "The amount"} / ${whole.row.caption} (${saidLine(whole.row.line)}): the share that the text states`,
      form: { kind: "quotient", scale: 0 },
      result: claim.figure,
      terms: [term, of],
    });
  // An amount that misses its own table figure is a finding of its own; the share is not of it.
  const printed = part.fact && !tied.has(part) ? [] : [part.figure];
  const terms = [...(part.fact ? [part.fact.figure] : []), ...printed].filter(
    (term) => !term.nil && !of.nil && sign(term.value) * sign(of.value) > 0,
  );
  const ways = terms.map(share);
  const tying = ways.find((way) => evaluateTie(way) === true);
  const [first] = ways;
  if (tying) yield tying;
  else if (first && !ways.some(isWithinOne)) yield first;
}

/**
 * Whole percents in running text are cut off as often as rounded, and set so that a column of them adds up:
 * 33.6% may be called 33%, and 61.4% 62%.
 */
function isWithinOne(relation: Relation): boolean {
  const { value } = relation.result;
  const expected = expectedResult(relation, noReadings);
  if (!expected || value.exponent < -2) return false;
  return compare(abs(subtract(expected.value, value)), decimal(1n, value.exponent)) < 0;
}

export function listRelation({ whole, parts }: ListClaim): Relation {
  const isLine = "row" in whole;
  const names = parts.map(({ subject }) => subject || "part").join(" + ");
  const called = isLine ? `${whole.row.caption} (${saidLine(whole.row.line)})` : whole.subject;
  // An expense may stand in brackets in its table, and "cash used" is divided into what was paid.
  const isTurned = sign(whole.figure.value) < 0 && (isLine || whole.figure.wording?.signInWords === true);
  const weight = isTurned ? -1 : 1;
  return make(
    {
      title: `${called || "The amount"} = ${names}, all that the sentence lists`,
      form: { kind: "linear", weights: parts.map(() => weight) },
      result: whole.figure,
      terms: parts.map(({ figure }) => figure),
    },
    // The line may be net of what the list leaves out; once another list of it ties, it is not.
    isLine ? onceItTies : wording,
  );
}

/** What stands in no sentence as an equation, but is computed alike wherever it is said. */
export interface Computed {
  readonly margins: readonly MarginClaim[];
  readonly lists: readonly ListClaim[];
}

/** Margins of one kind, and lists of one line: each confirms the reading of the others. */
export function computedRelations({ margins, lists }: Computed): Relation[][] {
  const kinds = new Map<string, Relation[]>();
  const put = (key: string, relation: Relation): void => {
    kinds.set(key, [...(kinds.get(key) ?? []), relation]);
  };
  for (const { claim, measure, revenue, isCertain } of margins) {
    if (measure.figure.nil || revenue.figure.nil) continue;
    const title = `${claim.subject} in the text = ${measure.row.caption} / ${revenue.row.caption}`;
    const terms = [measure.figure, revenue.figure];
    // What a company's own measure is divided by is for the company to say.
    const belief = isCertain ? wording : onceItTies;
    const form = { kind: "quotient", scale: 0 } as const;
    put(subjectKey(claim.subject), make({ title, form, result: claim.figure, terms }, belief));
  }
  for (const list of lists) {
    if ("row" in list.whole) put(`parts of ${subjectKey(list.whole.row.caption)}`, listRelation(list));
  }
  return [...kinds.values()];
}

/** A claim of which no table says more, with what it must share with another to be the same. */
interface Told {
  readonly claim: Claim;
  /** The sentence: statements of one line. */
  readonly line: number;
  readonly key: string;
}

/**
 * Numbers of a subject that no table prints, told in two places: groups of relations between the same two.
 * That the two speak of one thing is certain only where another of their numbers agrees, and all but one:
 * a slip is of one number.
 */
export function repeatedRelations({ sections }: Prose): Relation[][] {
  const known = new Map<string, Told>();
  const unsure = new Set<string>();
  const groups = new Map<string, Relation[]>();
  for (const claim of sections.flatMap((section) => section.claims)) {
    const told = toldOf(claim);
    if (!told) continue;
    const before = known.get(told.key);
    known.set(told.key, told);
    if (!before) continue;
    const relation = again(before.claim, claim);
    const group = `${before.line} ${told.line} ${subjectKey(claim.subject)}`;
    if (before.line !== told.line) groups.set(group, [...(groups.get(group) ?? []), relation]);
    else if (evaluateTie(relation) !== true) unsure.add(subjectKey(claim.subject));
  }
  return [...groups.entries()].flatMap(([group, relations]) => {
    const breaks = relations.filter((relation) => evaluateTie(relation) !== true).length;
    const isSure = breaks <= 1 && relations.some(tells);
    return isSure && !unsure.has(group.replace(/^\d+ \d+ /, "")) ? [relations] : [];
  });
}

const repeatable = new Set<Claim["said"]>(["figure", "comparison", "translation"]);

/** Words that two sentences would choose alike: a name without figures or commas, of more than one word. */
const name = /^(?!there\b)[A-Za-z()&/'’-]+(?: [A-Za-z()&/'’-]+){1,7}$/;

function toldOf(claim: Claim): Told | null {
  const { figure, subject, said, period, fact } = claim;
  if (fact || figure.nil || isZero(figure.value) || !name.test(subject)) return null;
  if (!period || !repeatable.has(said) || !isOpen(claim)) return null;
  const { line } = figure.place;
  const key = [subjectKey(subject), periodKey(period), figure.unit, figure.column.currency].join("|");
  return { claim, line, key };
}

/** Whether an agreement is no chance: of three digits or more. */
function tells(relation: Relation): boolean {
  const digits = [relation.result, ...relation.terms].map(({ raw }) => raw.replace(/\D/g, "").length);
  return Math.min(...digits) >= 3 && evaluateTie(relation) === true;
}

/** What keeps a claim from its table is only that no table has it. */
function isOpen({ reason }: Claim): boolean {
  return reason === "" || reason === noLine || reason === partOfLine || reason === noPeriod;
}

function again(before: Claim, claim: Claim): Relation {
  // The coarser of the two says less, so it is held against the finer.
  const isCoarser = claim.figure.value.exponent >= before.figure.value.exponent;
  const [result, term] = isCoarser ? [claim, before] : [before, claim];
  return make(
    {
      title: `${result.subject} = as ${saidLine(term.figure.place.line)} says`,
      form: { kind: "linear", weights: [1] },
      result: result.figure,
      terms: [term.figure],
      sameFact: true,
    },
    onceItTies,
  );
}
