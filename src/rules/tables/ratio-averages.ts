/** The average of a total, or of a closing balance, from the lines that make it. */
import { columnWords } from "../../tables/column-words.ts";
import { toNumber } from "../../money/decimal.ts";
import { expectedResult, noReadings } from "../../relations/evaluate.ts";
import type { Expression, Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import type { Sum } from "../../tables/fit.ts";
import { type Column, type Figure, printedCaption, readable, type Table } from "../../tables/table.ts";
import { withSupport } from "../sums.ts";
import { changeWords, isTold } from "./told.ts";

/** An average that rounding leaves open by a larger part of its value says nothing. */
const mostOpen = 0.05;
/** Powers of ten by which the averages of a column are narrower than the rates that they are of. */
const fewestPowers = 1;
/** Averages of a filing that must tie before one that does not is out of place. */
const fewestTies = 4;
/** More lines are no schedule. */
const mostLines = 40;

/**
 * All averages of a filing. Those that do not tie only where one figure explains them: what vests, or is valued anew,
 * has averages of its own in many filings, and then nothing rolls.
 */
export function* averages(rule: string, filing: Filing): Generator<Relation> {
  const found = filing.tables.flatMap((table) => averagesIn(rule, filing, table));
  const tied = found.filter((relation) => evaluateTie(relation) === true);
  const broken = found.filter((relation) => evaluateTie(relation) !== true);
  const isSound = tied.length >= fewestTies && haveCommonFigure(broken) && broken.every(isFarOff);
  yield* withSupport(isSound ? found : tied);
}

/** What was averaged over unrounded rates, or by the day, is not far from the average of what is printed. */
function isFarOff(relation: Relation): boolean {
  const expected = expectedResult(relation, noReadings);
  if (!expected) return false;
  const off = Math.abs(toNumber(relation.result.value) - toNumber(expected.value));
  return off > mostOpen * Math.abs(toNumber(expected.value));
}

function haveCommonFigure([first, ...others]: readonly Relation[]): boolean {
  if (!first) return true;
  return [first.result, ...first.terms].some((figure) =>
    others.every(({ result, terms }) => result === figure || terms.includes(figure)),
  );
}

function averagesIn(rule: string, filing: Filing, table: Table): Relation[] {
  const rates = table.columns.filter(
    ({ role, label }) => (role === "rate" || role === "percent") && !changeWords.test(label),
  );
  if (rates.length === 0) return [];
  const weights = table.columns.filter(({ role }) => role === "amount" || role === "count");
  const sums = filing.sumsOf(table).filter(({ terms }) => terms.length >= 2 && terms.length <= mostLines);
  if (weights.length === 0 || sums.length === 0) return [];
  return rates.flatMap((rate) => {
    let best: readonly Relation[] = [];
    let most = 0;
    for (const weight of nearestFirst(weights, rate)) {
      const relations = sums.flatMap((sum) => averageOf(rule, sum, rate, weight));
      const powers = relations.reduce((all, relation) => all + narrowness(relation), 0);
      if (powers <= most) continue;
      [best, most] = [relations, powers];
    }
    if (most >= fewestPowers) return best;
    const [nearest] = nearestFirst(weights, rate);
    if (!nearest || !averageWords.test(rate.label)) return [];
    // Without a tie nothing but the header says that it is an average: then only a break is kept, to be weighed.
    return sums
      .flatMap((sum) => averageOf(rule, sum, rate, nearest))
      .filter((relation) => evaluateTie(relation) === false);
  });
}

const averageWords = /\baverage\b/i;

function nearestFirst(columns: readonly Column[], { index }: Column): readonly Column[] {
  return columns.toSorted((a, b) => Math.abs(index - a.index) - Math.abs(index - b.index));
}

/** By how many powers of ten the average that ties is told more narrowly than the rates leave it open; 0 where it breaks. */
function narrowness(relation: Relation): number {
  if (evaluateTie(relation) !== true) return 0;
  const expected = expectedResult(relation, noReadings);
  if (!expected) return 0;
  const rates = relation.terms.flatMap(({ column, value }) =>
    column === relation.result.column ? [toNumber(value)] : [],
  );
  const spread = Math.max(...rates) - Math.min(...rates);
  const width = toNumber(expected.high) - toNumber(expected.low) + 10 ** relation.result.value.exponent;
  return spread > width ? Math.log10(spread / width) : 0;
}

function averageOf(rule: string, sum: Sum, rate: Column, weight: Column): Relation[] {
  if (!sum.ties.includes(weight.index)) return [];
  const result = sum.result.figures[rate.index];
  const whole = sum.result.figures[weight.index];
  if (!isTold(result) || !isTold(whole)) return [];
  const terms: Figure[] = [];
  let expression: Expression | null = null;
  for (const { row, weight: sign } of sum.terms) {
    const amount = row.figures[weight.index];
    if (!amount || amount.nil || amount.value.coefficient === 0n) continue;
    const own = row.figures[rate.index];
    // Prices and rates of interest are above zero; a rate that is not is what something changed by.
    if (!isTold(own) || own.value.coefficient < 0n || !readable(amount)) return [];
    const product: Expression = {
      kind: "*",
      left: { kind: "term", index: terms.length },
      right: { kind: "term", index: terms.length + 1 },
    };
    terms.push(amount, own);
    expression = expression ? { kind: sign < 0 ? "-" : "+", left: expression, right: product } : product;
    if (terms.length === 2 && sign < 0) return [];
  }
  if (!expression || terms.length < 4) return [];
  terms.push(whole);
  const relation: Relation = {
    rule,
    title: `${printedCaption(sum.result) || "Line without a caption"}: ${columnWords(rate, result.table)} = average of its lines, weighted by ${columnWords(weight, result.table)}`,
    form: {
      kind: "formula",
      expression: { kind: "/", left: expression, right: { kind: "term", index: terms.length - 1 } },
    },
    result,
    terms,
    belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
    pattern: `${rule}:${result.table.index}:${rate.index}:average`,
    memo: {},
  };
  return isNarrow(relation) && isAmong(relation) ? [relation] : [];
}

/** Shares of a whole add up to it; averages of lines that are all added do not. */
function isAmong({ result, terms }: Relation): boolean {
  const rates = terms.filter(({ column }) => column === result.column).map(({ value }) => toNumber(value));
  const amounts = terms.filter(({ column }) => column !== result.column);
  const isOpen = amounts.some(({ value }) => toNumber(value) < 0);
  const own = toNumber(result.value);
  const sum = rates.reduce((all, rate) => all + rate, 0);
  return isOpen || sum / own > 1 + mostOpen || rates.length < 2;
}

function isNarrow(relation: Relation): boolean {
  const expected = expectedResult(relation, noReadings);
  if (!expected) return false;
  const value = Math.abs(toNumber(expected.value));
  return toNumber(expected.high) - toNumber(expected.low) <= mostOpen * value;
}
