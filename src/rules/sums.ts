/** From sums found in tables, and from identities between concepts, to relations column by column. */
import { compare } from "../money/decimal.ts";
import type { Concept } from "../statements/concepts.ts";
import type { Filing } from "../statements/filing.ts";
import { addsUp, type Sum, type Term } from "../tables/fit.ts";
import { type Column, type Figure, printedCaption, type Row, type Table } from "../tables/table.ts";
import { evaluateTie, printedTie } from "../relations/tie.ts";
import type { Belief, Relation } from "../relations/relation.ts";
import { cellsOf, type Subtotals, subtotalsOf } from "./sum-cells.ts";
import { summedElsewhere, unsummed } from "./unsummed.ts";

/** "Gross profit = Total revenues - Cost of revenues". */
export function titleOf(result: Row, terms: readonly Term[]): string {
  const name = (row: Row): string =>
    printedCaption(row)
      .replace(/[:：]$/, "")
      .trim() || "subtotal without a caption";
  const head = name(result);
  if (terms.length > 6) return `${head} = sum of ${terms.length} lines`;
  const parts = terms.map(({ row, weight }, i) => {
    const caption = name(row).replace(/^less:?\s*/i, "");
    if (i === 0) return weight < 0 ? `-${caption}` : caption;
    return `${weight < 0 ? "-" : "+"} ${caption}`;
  });
  return `${head} = ${parts.join(" ")}`;
}

export interface SumBelief {
  readonly identity: boolean;
  readonly structure: boolean;
  readonly complete: boolean;
  /** Columns whose figures do not add up in this table: what breaks there says nothing. */
  readonly unsummed?: ReadonlySet<Column>;
  /** Columns in which other sums of the table tie, or which add up across. */
  readonly summed?: ReadonlySet<Column>;
  /** The columns it holds for; all where absent. */
  readonly only?: ReadonlySet<number> | undefined;
  /** The lines are added as they are printed. */
  readonly signed?: boolean | undefined;
  /** In how many columns of other tables the same lines make the same total. */
  readonly elsewhere?: number | undefined;
  /** What subtotals among the lines are made of, for columns in which they are blank. */
  readonly subtotals?: Subtotals;
}

const noSubtotals: Subtotals = new Map();

/** One relation for each column in which the result and at least one term are printed. */
export function* sumRelations(
  rule: string,
  result: Row,
  terms: readonly Term[],
  belief: SumBelief,
): Generator<Relation> {
  const relations: Relation[] = [];
  const open = new Set<Relation>();
  // A column that prints the result and none of its parts (a segment told in one figure): what includes
  // that column does not add up from the parts either, so only what ties says something.
  let undisclosed = false;
  const title = titleOf(result, terms);
  const table = result.figures.find((figure) => figure)?.table.index ?? 0;
  const pattern = `${table}:${result.index}=${terms.map((t) => t.weight * (t.row.index + 1)).join(",")}`;
  for (const [col, figure] of result.figures.entries()) {
    if (!figure || !addsUp(figure.column) || belief.only?.has(col) === false) continue;
    const whole = cellsOf(terms, col, belief.subtotals ?? noSubtotals);
    // A blank subtotal may also be nothing at all: what ties tells.
    const ways = whole.isSpread ? [whole, cellsOf(terms, col, noSubtotals)] : [whole];
    const printed = !figure.nil || whole.parts.some(({ nil }) => !nil);
    if (!printed) continue;
    if (whole.parts.every((part) => part.nil)) {
      undisclosed = true;
      continue;
    }
    const [first, second] = ways.map(
      ({ parts, weights }): Relation => ({
        rule,
        title,
        form: { kind: "linear", weights },
        result: figure,
        terms: parts,
        belief: {
          identity: belief.identity,
          structure: belief.structure,
          complete: belief.complete && !isShare(figure, result),
          wording: false,
          ties: 0,
          breaks: 0,
        },
        pattern,
        memo: {},
      }),
    );
    if (!first) continue;
    const relation = second && evaluateTie(first) === false && evaluateTie(second) === true ? second : first;
    relations.push(relation);
    if (whole.lacksPart) open.add(relation);
  }
  const tied = relations.filter((relation) => evaluateTie(relation) === true);
  const told = relations.filter(
    (relation) =>
      (evaluateTie(relation) !== false && !isAccident(relation, belief.unsummed)) ||
      // A sum that is printed as nil where its parts are not is not disclosed in that column.
      !(
        undisclosed ||
        open.has(relation) ||
        relation.result.nil ||
        isAverage(relation, belief.summed, tied) ||
        belief.unsummed?.has(relation.result.column) ||
        (belief.signed !== true && isSignOpen(relation, tied))
      ),
  );
  // Shares add up as their amounts do, other percentages do not: only percentages can tell.
  const shares = told.filter((relation) => isShare(relation.result, result));
  for (const relation of withSupport(told, belief.elsewhere)) {
    if (isShare(relation.result, result)) continue;
    yield belief.summed?.has(relation.result.column) !== true && ofOtherMeasure(relation)
      ? doubted(relation)
      : relation;
  }
  yield* withSupport(shares);
}

/**
 * Whether the result of a column in which no other sum ties lies among its parts, none of them negative or
 * deducted: an average of them, or what is left after the last. The column has no period, or prints decimals
 * where those that tie print none.
 */
function isAverage(
  { form, result, terms }: Relation,
  summed: ReadonlySet<Column> | undefined,
  tied: readonly Relation[],
): boolean {
  if (form.kind !== "linear" || form.weights.includes(-1) || summed?.has(result.column)) return false;
  const isFiner =
    result.value.exponent < result.scale &&
    tied.length > 0 &&
    tied.every((other) => other.result.value.exponent > result.value.exponent);
  if (result.column.period !== null && !isFiner) return false;
  const parts = terms.filter(({ nil }) => !nil);
  // Of two balances between which nothing moved, and which differ: what is left of a term.
  if (isFiner && parts.length === 1 && terms.length >= 3) return true;
  if (parts.length < 2 || [result, ...parts].some(({ units }) => !(units > 0))) return false;
  const isAbove = parts.some((term) => compare(result.value, term.value) >= 0);
  return isAbove && parts.some((term) => compare(result.value, term.value) <= 0);
}

/** What ties just so in a column whose figures do not add up. */
function isAccident(relation: Relation, others: ReadonlySet<Column> | undefined): boolean {
  return others?.has(relation.result.column) === true && printedTie(relation) === "strained";
}

/**
 * Whether a line takes part with an amount in no column that ties, and would make this column tie with the
 * other sign or left out: what the columns agree on then says nothing of its sign.
 */
function isSignOpen(relation: Relation, tied: readonly Relation[]): boolean {
  if (relation.form.kind !== "linear" || tied.length === 0) return false;
  const { weights } = relation.form;
  return relation.terms.some((term, i) => {
    const shown = tied.some((other) => other.terms.some((part) => part.row === term.row && !part.nil));
    if (shown || term.nil) return false;
    const turned = weights.map((weight, k): 1 | -1 => (k === i ? (weight === 1 ? -1 : 1) : weight));
    const without = (_: unknown, k: number): boolean => k !== i;
    return (
      evaluateTie({ ...relation, form: { kind: "linear", weights: turned }, memo: {} }) === true ||
      (weights.length > 1 &&
        evaluateTie({
          ...relation,
          form: { kind: "linear", weights: weights.filter(without) },
          terms: relation.terms.filter(without),
          memo: {},
        }) === true)
    );
  });
}

/**
 * Columns without a period may be different measures ("Shares", "Intrinsic value"), of which one adds up
 * and the other does not: a single one that ties says nothing of the rest.
 */
function ofOtherMeasure({ result, belief }: Relation): boolean {
  const { period, label } = result.column;
  return period === null && belief.ties === 1 && !endOfRange.test(label) && !undatedPeriod.test(label);
}

/** The ends of what is expected are of one measure. */
const endOfRange = /\b(?:low|high|minimum|maximum|mid-?point)(?: end)?(?: of range)?\s*$/i;

/** Nor are periods other measures, though the header does not date them. */
const undatedPeriod =
  /^(?:the )?(?:current|previous|prior|this|last|preceding)\s(?:fiscal\s|financial\s)?(?:year|quarter|month|period)(?:\s?-?to-?\s?-?date)?\b/i;

function doubted(relation: Relation): Relation {
  return { ...relation, belief: { ...relation.belief, structure: false, complete: false } };
}

/** A percentage in a row of amounts. */
function isShare(figure: Figure, row: Row): boolean {
  return (
    figure.unit === "percent" && row.figures.some((other) => other && !other.nil && other.unit !== "percent")
  );
}

/**
 * Tells each relation in how many others of its pattern the same equation ties or breaks; `elsewhere` tie
 * in other tables of the same pattern. The relations are new, so they are told in place.
 */
export function* withSupport(relations: readonly Relation[], elsewhere = 0): Generator<Relation> {
  let ties = elsewhere;
  let breaks = 0;
  for (const relation of relations) {
    const tie = evaluateTie(relation);
    if (tie === true) ties++;
    else if (tie === false) breaks++;
  }
  for (const relation of relations) {
    const tie = evaluateTie(relation);
    const told: { belief: Belief } = relation;
    told.belief = {
      ...relation.belief,
      ties: ties - (tie === true ? 1 : 0),
      breaks: breaks - (tie === false ? 1 : 0),
    };
    yield relation;
  }
}

/** Relations of the sums whose result has one of the concepts, in every table. */
export function* conceptSums(
  rule: string,
  filing: Filing,
  concepts: readonly Concept[],
): Generator<Relation> {
  for (const table of filing.tables) {
    for (const sum of filing.sumsOf(table)) {
      const concept = filing.conceptOf(sum.result);
      if (!concept || !concepts.includes(concept)) continue;
      yield* relationsOf(rule, filing, sum);
    }
  }
}

/** The relations of one sum, built once: several rules may yield the same sum, and the first of a run names it. */
export function* relationsOf(rule: string, filing: Filing, sum: Sum): Generator<Relation> {
  let built = builtSums.get(sum);
  if (!built) {
    const recognised = [sum.result, ...sum.terms.map((term) => term.row)].every(
      (row) => filing.conceptOf(row) !== null && !filing.isNamedByTags(row),
    );
    const belief = {
      identity: recognised,
      structure: sum.structure || sum.doubled,
      complete: sum.ties.length > 0 || sum.doubled || sum.complete === true || soundHouse(filing, sum),
      unsummed: unsummed(filing, sum.table),
      summed: summedElsewhere(filing, sum),
      only: sum.only,
      signed: sum.signed,
      elsewhere: sum.elsewhere,
      subtotals: subtotalsIn(filing, sum.table),
    };
    built = [...sumRelations(rule, sum.result, sum.terms, belief)];
    builtSums.set(sum, built);
  }
  yield* built;
}

function subtotalsIn(filing: Filing, table: Table): Subtotals {
  let known = subtotalsByTable.get(table);
  if (!known) {
    known = subtotalsOf(filing.sumsOf(table));
    subtotalsByTable.set(table, known);
  }
  return known;
}

const subtotalsByTable = new WeakMap<Table, Subtotals>();

const builtSums = new WeakMap<Sum, readonly Relation[]>();

/**
 * Whether a total that ties nowhere may still be called broken: the table was read well, since at least
 * two other sums of it tie wherever they can be tried and no other breaks as often as it ties.
 */
function soundHouse(filing: Filing, sum: Sum): boolean {
  const others = filing
    .sumsOf(sum.table)
    .filter((other) => other !== sum && other.ties.length + other.breaks.length > 0);
  const sound = others.filter((other) => other.independent > 0 && other.breaks.length === 0);
  return (
    sound.length >= 2 &&
    others.every((other) => other.ties.length > other.breaks.length) &&
    sum.unknown.length === 0
  );
}
