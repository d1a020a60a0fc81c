import { columnWords } from "../../tables/column-words.ts";
import { abs, compare, decimal, type Decimal, sign, subtract } from "../../money/decimal.ts";
import type { Expression, Relation } from "../../relations/relation.ts";
import { countTies, evaluateTie, memoOf, mostTied } from "../../relations/tie.ts";
import {
  type Column,
  type Figure,
  printedCaption,
  readable,
  type Row,
  type Table,
} from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { FewChanges, tiesTurned } from "./change-few.ts";
import { changeWords } from "./told.ts";

const sound = `Aldermoor Limited
Results by service (RMB in thousands)
\tYear ended December 31,
\t2023\t2024\tChange\t% Change
Hosting\t790,406\t921,330\t130,924\t16.6%
Consulting\t310,208\t284,115\t(26,093)\t(8.4%)
Licences\t103,696\t172,480\t68,784\t66.3%
`;

const notMeaningful = `Aldermoor Limited
Results by service (RMB in thousands)
\tYear ended December 31,
\t2023\t2024\t% Change
Hosting\t790,406\t921,330\t16.6%
Consulting\t310,208\t284,115\t(8.4%)
Licences\t-\t172,480\tN.M.
Training\t412\t61,905\tN.M.
Support\t118,207\t118,266\t0.0%
`;

const lossesBySize = `Aldermoor Limited
Results by service (RMB in thousands)
\tYear ended December 31,
\t2023\t2024\t% Change
Loss of hosting\t(190,406)\t(121,330)\t(36.3%)
Loss of consulting\t(10,208)\t(14,115)\t38.3%
Loss of licences\t(3,696)\t(2,480)\t(32.9%)
`;

const bothGains = `Aldermoor Limited
Results by service (RMB in thousands)
\tYear ended December 31,
\t2023\t2024\t% Change
Hosting\t790,406\t921,330\t16.6%
Consulting\t310,208\t284,115\t(8.4%)
Exchange differences\t(1,370)\t579\t(142.3%)
Interest, net\t(300)\t(11,600)\t3766.7%
`;

const otherRates = `Aldermoor Limited
Results by service (RMB in thousands)
\tYear ended December 31,
\t2023\t2024\t% Change in constant currency
Hosting\t790,406\t921,330\t16.6%
Consulting\t310,208\t284,115\t(8.4%)
Licences\t103,696\t172,480\t64.9%
`;

const basisPoints = `Aldermoor Limited
Results by service (RMB in millions)
\tYear ended December 31,
\t2024\t2023\tChange
Hosting\t921.3\t790.4\t130.9
Gross profit\t421.9\t329.6\t92.3
Percent of hosting\t45.8\t41.7\t410
`;

const restatement = `Aldermoor Limited
Balance sheet, December 31, 2023 (in thousands)
\tOriginally reported\tChange\tAs restated
\tRMB\tRMB\tRMB
Cash\t292,587\t-\t292,587
Accounts payable\t37,698\t-\t37,698
Due to a partner\t33,980\t(33,980)\t-
Deficit\t(11,273,352)\t(33,980)\t(11,239,372)
Total deficit\t(1,272,871)\t(33,980)\t(1,238,891)
`;

const bySize = `Aldermoor Limited
Results of operations (in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
Revenues\t1,377,925\t1,204,310\t173,615\t14.4%
Gross profit\t459,311\t401,104\t58,207\t14.5%
Income tax expense\t(20,117)\t(8,760)\t11,357\t129.6%
Net income\t129,066\t118,420\t10,646\t9.0%
`;

const lessEffect = `Aldermoor Limited
Revenues by region (RMB in thousands)
\tYear ended December 31,
\t2023\t2024\tExchange effect\tConstant currency\t% change\t% change, exchange effect
Home\t790,406\t921,330\t-\t921,330\t17%\t0%
Europe\t310,208\t384,115\t41\t384,074\t24%\t0%
Asia\t103,696\t172,480\t(13,690)\t186,170\t66%\t(13%)
Elsewhere\t56,210\t61,905\t(1,608)\t63,513\t10%\t(3%)
`;

const movements = `Aldermoor Limited
Valuation allowances (in thousands)
\tBalance at beginning of year\tNet increase (decrease) to expense\tAcquisitions\tBalance at end of year
\tRMB\tRMB\tRMB\tRMB
Year ended December 31, 2024\t204,462\t91,667\t-\t296,129
Year ended December 31, 2023\t145,105\t59,357\t-\t204,462
Year ended December 31, 2022\t212,143\t(59,599)\t(7,439)\t145,105
`;

const betterOrWorse = `Aldermoor Limited
Depreciation by segment (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\t% Change Better (Worse)
Hosting\t199,310\t163,406\t(22.0%)
Consulting\t52,418\t43,402\t(20.8%)
Licences\t17,025\t16,118\t(5.6%)
Total\t268,753\t222,926\t(20.6%)
`;

const rates = `Aldermoor Limited
Rates of interest (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\tChange
Interest income\t48,210\t44,118\t4,092
Interest expense\t20,117\t18,760\t1,357
Net interest income\t28,093\t25,358\t2,735
Earning assets yield\t2.58%\t2.72%\t(0.14)%
Rate paid on deposits\t0.25%\t0.27%\t(0.02)%
Gross interest margin\t2.33%\t2.45%\t(0.12)%
Net interest margin\t2.40%\t2.53%\t(0.13)%
`;

/** Tables of one line, as a discussion of results prints them. */
const oneLine = (rent: string): string => `Aldermoor Limited
Rent (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
Rent\t20,421\t19,250\t${rent}\t6.1%

Training (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
Training\t61,905\t41,206\t20,699\t50.2%

Support (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
Support\t118,266\t131,207\t(12,941)\t(9.9%)

Insurance (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
Insurance\t8,415\t7,906\t509\t6.4%

Travel (RMB in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
Travel\t11,274\t10,118\t1,156\t11.4%
`;

const name = "change-column";

export const changeColumn = defineRule({
  name,
  summary: "A column of changes is the difference of two other columns, or that difference in percent",
  what: 'Finds the two columns that a column of changes compares, and recomputes the difference or the percentage in every row. Changes of percentages may be told in points. Losses may be compared by amount or by size, and costs by whether they are better or worse, if the whole table does the same. Tables of a line or two are taken together; "not meaningful" is left alone.',
  why: "Growth rates are what a table of highlights is read for.",
  fix: "Compute the change again. For losses, check whether the table takes the change of the amount or of its size.",
  source: "The quotient of two printed figures, each of which may be off by half a unit of its last digit",
  examples: {
    passes: [
      { title: "Changes as amounts and in percent", filing: sound },
      { title: "Costs whose rise is told as worse", filing: betterOrWorse },
      { title: "Changes of rates in points", filing: rates },
      { title: "Tables of one line", filing: oneLine("1,171") },
    ],
    fails: [
      { title: "Two digits transposed in a table of one line", filing: oneLine("1,711") },
      { title: "One digit wrong among costs", filing: betterOrWorse.replace("(20.8%)", "(26.8%)") },
      { title: "Two digits transposed", filing: sound.replace("130,924", "139,024") },
      { title: "A sign that no percentage confirms", filing: bySize.replace("129.6%", "(129.6%)") },
    ],
    quiet: [
      { title: "Not meaningful changes", filing: notMeaningful },
      { title: "A sign of its own in a table of one line", filing: oneLine("(1,171)") },
      { title: "Losses that grow and shrink by their size", filing: lossesBySize },
      { title: "A share without its mark, and its change in basis points", filing: basisPoints },
      { title: "Signs that differ where a line turns from loss to gain", filing: bothGains },
      { title: "Changes at the exchange rates of another year", filing: otherRates },
      { title: "What was reported, the change, and what is", filing: restatement },
      { title: "An expense whose growth is printed as such, in percent too", filing: bySize },
      { title: "The effect of exchange rates in points", filing: lessEffect },
      { title: "Movements of a balance, one of which is an increase", filing: movements },
    ],
  },
  *check(filing) {
    const few = new FewChanges();
    for (const table of filing.tables) {
      const found = table.columns.flatMap((column): (readonly Relation[])[] => {
        if (column.role !== "percent" && column.role !== "change") return [];
        if (otherBase.test(column.label) || isMovement(table, column)) return [];
        const ways = pairsFor(table, column).flatMap(([now, before]) => signings(table, column, now, before));
        const best = mostTied(ways);
        const isTold = countTies(best) >= 2 && countTies(best) * 5 >= best.length * 3;
        if (!isTold && changeWords.test(column.label)) few.keep(best);
        if (!isTold) return [];
        return [isOfOtherPair(table, column, best) ? best.filter(tiesAsPrinted) : best];
      });
      for (const changes of found) {
        const isOther = found.some(
          (other) => isSamePair(other, changes) && countTies(other) > countTies(changes),
        );
        yield* withSupport(isOther ? changes.filter(tiesAsPrinted) : changes);
      }
      for (const column of table.columns) yield* inPoints(table, column);
    }
    for (const changes of few.confirmed()) yield* withSupport(changes);
  },
});

/** What changed between two percentages, in points, where the column prints it with a percent sign. */
function* inPoints(table: Table, column: Column): Generator<Relation> {
  if (column.role !== "percent" && column.role !== "change") return;
  const rows = table.rows.filter(({ unit, kind }) => unit === "percent" && kind === "item");
  if (rows.length < fewestPoints || otherBase.test(column.label)) return;
  const ways = pairsFor(table, column).map(([now, before]) =>
    rows.flatMap(({ figures }): Relation[] => {
      const [result, a, b] = [column, now, before].map(({ index }) => figures[index]);
      if (!readable(result) || !readable(a) || !readable(b)) return [];
      if ([result, a, b].some(({ unit, nil }) => unit !== "percent" || nil)) return [];
      return [differenceOf(result, a, b)];
    }),
  );
  const best = mostTied(ways);
  const ties = countTies(best);
  if (ties >= fewestPoints && ties * 5 >= best.length * 4) yield* withSupport(best);
}

/** Differences of percentages are of few digits. */
const fewestPoints = 3;

/**
 * Whether two columns that the headers do not suggest explain more lines: then a header was put over the wrong
 * columns, and what breaks says nothing.
 */
function isOfOtherPair(table: Table, column: Column, best: readonly Relation[]): boolean {
  const ties = countTies(best);
  if (ties === best.length) return false;
  const amounts = table.columns.filter(({ role }) => role === "amount" || role === "count");
  if (amounts.length > mostAmounts) return false;
  return amounts.some((now) =>
    amounts.some(
      (before) =>
        now !== before &&
        now.currency === before.currency &&
        !isBackwards(now, before) &&
        signings(table, column, now, before).some((way) => countTies(way) > ties),
    ),
  );
}

/** With more columns there are too many pairs to try. */
const mostAmounts = 12;

function tiesAsPrinted(relation: Relation): boolean {
  return evaluateTie(relation) === true;
}

/**
 * Whether two columns of percentages were found to be changes of the same amounts. Only one of them is: the
 * other is a change at the rates of another year, or without a part, and is equal where that makes no difference.
 */
function isSamePair([a]: readonly Relation[], [b]: readonly Relation[]): boolean {
  if (!a || !b || a.form.kind !== "change" || b.form.kind !== "change" || a.result.column === b.result.column)
    return false;
  return a.terms.every((term, i) => term.column === b.terms[i]?.column);
}

/** Changes of amounts that the table does not print: at the rates of another year, without parts. */
const otherBase =
  /\bconstant\b|\blocal currenc|\bex-?(?:cluding)?[ -](?:fx|currency|foreign)|\bexcluding\b|\borganic\b|\bcomparable\b|\blike[ -]for[ -]like\b|\bsame[ -]store\b|\bvolume\b|\bprice\b|\b(?:fx|hedg\w+|currency|exchange|acquisitions?|divestitures?)\b.*\b(?:effects?|impacts?)\b|\bcurrency[- ]neutral\b|\bunderlying\b|\bpro[- ]?forma\b/i;

const restated = /\b(?:restated|revised|recast|as (?:adjusted|corrected))\b/i;
const original = /\b(?:original(?:ly)?|previously|as reported|as filed)\b/i;

/** "As reported, change, as restated": the change leads from what was reported to what is. */
function isBackwards(now: Column, before: Column): boolean {
  return restated.test(before.label) && !restated.test(now.label) && original.test(now.label);
}

const opening = /\b(?:beginning|opening|start of|brought forward)\b/i;
const closing = /\b(?:end of|ending|closing|carried forward|at end)\b/i;

/** "Balance at beginning, net increase, other, balance at end": one movement of several is not a change of the balance. */
function isMovement(table: Table, { index }: Column): boolean {
  const first = table.columns.findIndex(({ label }) => opening.test(label) && !closing.test(label));
  const last = table.columns.findIndex(({ label }) => closing.test(label) && !opening.test(label));
  if (first < 0 || index < first || index > last) return false;
  return table.columns
    .slice(first + 1, last)
    .some(({ index: other, role }) => other !== index && role !== "note");
}

/** What kind of measure a header names, where it names one. */
function measureOf({ label }: Column): string {
  return /\bnon-?\s?gaap\b|\badjusted\b/i.test(label)
    ? "adjusted"
    : /\bgaap\b|\bas reported\b/i.test(label)
      ? "reported"
      : /\badj(?:ustments?)?\b\.?/i.test(label)
        ? "adjustment"
        : "";
}

/** "2023 vs. 2022" names what it compares; a fiscal year may end early in the year after that of its name. */
function isOfOtherYears({ label }: Column, now: Column, before: Column): boolean {
  const [last = 0, first = 0, ...others] = [...new Set(label.match(/\b(?:19|20)\d\d\b/g))]
    .map(Number)
    .sort((a, b) => b - a);
  if (first === 0 || others.length > 0 || !now.period || !before.period) return false;
  const [ends, began] = [now.period, before.period].map(({ end }) => Number(end.slice(0, 4)));
  if (ends === undefined || began === undefined) return false;
  return ends - began !== last - first || ends < last || ends > last + 1;
}

/** Two amount columns of one currency: those left of the change, nearest first, later period first. */
function pairsFor(table: Table, column: Column): [Column, Column][] {
  const amounts = table.columns.filter((other) => other.role === "amount" || other.role === "count");
  const pairs: [Column, Column][] = [];
  for (const now of amounts) {
    for (const before of amounts) {
      if (now === before || now.currency !== before.currency || measureOf(now) !== measureOf(before))
        continue;
      if (isBackwards(now, before)) continue;
      if (measureOf(column) !== "" && measureOf(now) !== "" && measureOf(column) !== measureOf(now)) continue;
      if (now.period && before.period && now.period.end < before.period.end) continue;
      if (isOfOtherYears(column, now, before)) continue;
      pairs.push([now, before]);
    }
  }
  const isBehind = (pair: readonly Column[]): boolean => pair.some(({ index }) => index < column.index);
  const behind = pairs.filter(isBehind);
  // What stands right of a change belongs to the next one, unless nothing stands left of it.
  if (behind.length > 0) pairs.splice(0, pairs.length, ...behind);
  const distance = ([a, b]: readonly [Column, Column]): number =>
    Math.abs(column.index - a.index) + Math.abs(column.index - b.index);
  return pairs.sort((a, b) => distance(a) - distance(b)).slice(0, 12);
}

/** The change signed, or of the magnitudes ("loss decreased by 18.1%"): one convention for the table. */
function signings(table: Table, column: Column, now: Column, before: Column): Relation[][] {
  if (column.role === "change") {
    const relations = table.rows.flatMap((row) => difference(row, column, now, before));
    // Costs that fall are printed as favourable: the sign is that of the effect, line by line.
    const turned = relations.filter((relation) => evaluateTie(relation) === false && tiesTurned(relation));
    return [turned.length < 2 ? relations : relations.filter((relation) => !turned.includes(relation))];
  }
  const lines = table.rows.map((row) => ratios(row, column, now, before));
  const ways = [lines.flatMap(({ signed }) => signed), lines.flatMap(({ sized }) => sized)];
  return isFavourable(ways[0] ?? []) ? [...ways, favourable(table, column, now, before)] : ways;
}

/** Whether nothing but the sign is off in the lines of a column of changes, and in more of them than tie. */
function isFavourable(relations: readonly Relation[]): boolean {
  const turned = relations.filter((relation) => evaluateTie(relation) === false && tiesTurned(relation));
  return turned.length >= 2 && turned.length > countTies(relations);
}

/** Costs that rise are worse: "Better (Worse)" prints what a cost changed with the other sign, line by line. */
function favourable(table: Table, column: Column, now: Column, before: Column): Relation[] {
  const expression: Expression = {
    kind: "-",
    left: { kind: "constant", value: decimal(1n), text: "1" },
    right: { kind: "/", left: { kind: "term", index: 0 }, right: { kind: "term", index: 1 } },
  };
  return table.rows.flatMap((row) => {
    const [result, a, b] = [column, now, before].map(({ index }) => row.figures[index]);
    if (!readable(result) || !readable(a) || !readable(b) || row.kind === "ghost") return [];
    if ([result, a, b].some(({ nil }) => nil) || a.unit === "percent") return [];
    if (sign(a.value) <= 0 || sign(b.value) <= 0) return [];
    return [{ ...changeOf(result, a, b, false), form: { kind: "formula" as const, expression } }];
  });
}

/** One line's change in percent, as the change of the amount and as that of its size. */
interface Ratios {
  readonly signed: readonly Relation[];
  readonly sized: readonly Relation[];
}

function ratios(row: Row, column: Column, now: Column, before: Column): Ratios {
  const result = row.figures[column.index];
  const terms = [row.figures[now.index], row.figures[before.index]];
  const [a, b] = terms;
  const none = { signed: [], sized: [] };
  if (!result || result.nil || !a || !b || a.nil || b.nil || row.kind === "ghost") return none;
  // The change of a percentage is told in points, of the kind the filing likes.
  if (a.unit === "percent") return none;
  const signed = changeOf(result, a, b, false);
  // Above zero the two are one relation: tried once, since there are many pairs of columns to try.
  const isOne = sign(a.value) > 0 && sign(b.value) > 0;
  const memo = isOne ? memoOf(signed) : {};
  const sized: Relation = { ...signed, form: { kind: "change", magnitude: true }, memo };
  if (sign(a.value) >= 0 && sign(b.value) >= 0) {
    const isLeftOut = isEffect(signed, row);
    const isSizedLeftOut = isOne ? isLeftOut : isEffect(sized, row);
    return { signed: isLeftOut ? [] : [signed], sized: isSizedLeftOut ? [] : [sized] };
  }
  // With losses every filing has its own sign, and some change it from line to line.
  const ties = [signed, sized].filter((relation) => evaluateTie(relation) === true);
  const [tied = null] = ties;
  if (tied === null && (tiesTurned(signed) || tiesTurned(sized))) return none;
  return { signed: [tied ?? signed], sized: [ties.at(-1) ?? sized] };
}

function wordsOf({ column, table }: Figure): string {
  return columnWords(column, table);
}

function changeOf(result: Figure, a: Figure, b: Figure, magnitude: boolean): Relation {
  return {
    rule: name,
    title: `${printedCaption(result.row)}: ${wordsOf(result)} = change from ${wordsOf(b)} to ${wordsOf(a)}`,
    form: { kind: "change", magnitude },
    result,
    terms: [a, b],
    belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
    pattern: `${name}:${result.table.index}:${result.column.index}`,
  };
}

/** Whether a percentage that does not tie is printed with the sign of its effect. */
function isEffect(relation: Relation, row: Row): boolean {
  const { result, terms } = relation;
  const [a, b] = terms;
  return (
    a !== undefined &&
    b !== undefined &&
    evaluateTie(relation) === false &&
    showsEffect(row, result, a, b) &&
    (tiesTurned(relation) || tiesTurned({ ...relation, terms: [b, a], memo: {} }))
  );
}

/**
 * Whether the line also prints the change as an amount, with the sign of the percentage: a saving is
 * printed as favourable in both.
 */
function showsEffect({ figures }: Row, result: Figure, a: Figure, b: Figure): boolean {
  // As printed: a column of amounts under a header of percentages is still one of amounts.
  const change = abs(subtract(asPrinted(a), asPrinted(b)));
  return figures.some(
    (figure) =>
      readable(figure) &&
      figure !== result &&
      !figure.nil &&
      sign(figure.value) === sign(result.value) &&
      compare(abs(asPrinted(figure)), change) === 0,
  );
}

function asPrinted({ value, scale }: Figure): Decimal {
  return { coefficient: value.coefficient, exponent: value.exponent - scale };
}

/** A line of percentages may stand without a mark, and tell its change in hundredths of a point. */
function isBasisPoints(result: Figure, a: Figure, b: Figure): boolean {
  const { coefficient, exponent } = abs(subtract(asPrinted(a), asPrinted(b)));
  return coefficient !== 0n && compare(abs(asPrinted(result)), { coefficient, exponent: exponent + 2 }) === 0;
}

/**
 * Whether a line of losses prints by how much they grew: the change has the other sign than that of the amounts, and
 * the line prints it in percent as well, with the sign of the change.
 */
function isOfSizes(row: Row, result: Figure, a: Figure, b: Figure): boolean {
  if (!readable(a) || !readable(b) || sign(a.value) >= 0 || sign(b.value) >= 0) return false;
  const growth = subtract(abs(a.value), abs(b.value));
  if (result.nil || !readable(result) || compare(growth, result.value) !== 0) return false;
  return row.figures.some((figure) => {
    if (!readable(figure) || figure.nil || figure.unit !== "percent") return false;
    if (sign(figure.value) !== sign(result.value)) return false;
    return evaluateTie(changeOf(figure, a, b, true)) === true;
  });
}

function difference(row: Row, column: Column, now: Column, before: Column): Relation[] {
  const result = row.figures[column.index];
  const a = row.figures[now.index];
  const b = row.figures[before.index];
  if (!result || !a || !b || row.kind === "ghost" || (result.nil && a.nil && b.nil)) return [];
  if (a.unit === "percent" || isBasisPoints(result, a, b)) return [];
  if (isOfSizes(row, result, a, b)) return [];
  return [differenceOf(result, a, b)];
}

function differenceOf(result: Figure, a: Figure, b: Figure): Relation {
  return {
    rule: name,
    title: `${printedCaption(result.row)}: ${wordsOf(result)} = ${wordsOf(a)} - ${wordsOf(b)}`,
    form: { kind: "linear", weights: [1, -1] },
    result,
    terms: [a, b],
    belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
    pattern: `${name}:${result.table.index}:${result.column.index}${result.unit === "percent" ? ":points" : ""}`,
  };
}
