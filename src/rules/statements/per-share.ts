import {
  abs,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  sign,
  toNumber,
  zero,
} from "../../money/decimal.ts";
import { expectedResult, noReadings } from "../../relations/evaluate.ts";
import type { Explanation, Expression, Form, Relation } from "../../relations/relation.ts";
import { countTies, evaluateTie, mostTied } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { sumRelations, withSupport } from "../sums.ts";
import { notedNumerators, type Numerator, numeratorsOf } from "./numerators.ts";
import {
  basicOf,
  type Denominator,
  denominatorsOf,
  dilution,
  notedShares,
  sharesAt,
} from "./share-counts.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands, except share and per share data)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net loss attributable to ordinary shareholders\t(410,655)\t(389,712)\t(349,525)
Net loss per share, basic and diluted\t(0.34)\t(0.32)\t(0.29)
Weighted average shares, basic and diluted\t1,198,400,210\t1,204,316,077\t1,210,558,344
`;

const perAds = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands, except per share data)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net (loss) income attributable to ordinary shareholders\t(410,655)\t(389,712)\t349,525
(Loss) earnings per share:
Basic\t(0.34)\t(0.32)\t0.29
Diluted\t(0.34)\t(0.32)\t0.28
(Loss) earnings per ADS:
Basic\t(5.14)\t(4.85)\t4.33
Diluted\t(5.14)\t(4.85)\t4.26
Weighted average number of shares used in the computation:
Basic\t1,198,400\t1,204,316\t1,210,558
Diluted\t1,198,400\t1,204,316\t1,230,802
`;

const parts = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands, except per share data)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Basic earnings per share:
Earnings before cumulative effect of accounting change\t0.34\t0.32\t0.29
Cumulative effect of accounting change\t-\t(1.06)\t-
Earnings (loss) per share\t0.34\t(0.74)\t0.29
`;

const ofNeither = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in RMB)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Loss from operations\t(1,566,455)\t(3,430,328)
Interest on the trust\t22,819,453\t8,696,302
Net income\t21,252,998\t5,265,974
Weighted average shares outstanding of Class A\t34,500,000\t20,693,851
Basic and diluted net income per share, Class A\t0.49\t0.18
Weighted average shares outstanding of Class B\t8,625,000\t8,625,000
Basic and diluted net income per share, Class B\t0.49\t0.18
`;

const name = "per-share";

export const perShare = defineRule({
  name,
  summary: "Earnings per share are the parent's result divided by the weighted average number of shares",
  what: "Divides the result by the printed number of shares, basic by basic and diluted by diluted, and compares the quotient as it would be printed. Where the result per share is printed in parts (continuing, discontinued, an effect of accounting), they are added up. Classes of shares with one common result per share are added together. Where the note on earnings per share divides another profit, and that ties in more columns, that profit is used. Lines per depositary share (ADS) are checked only where the number of them is printed. A line that ties in no column is not reported.",
  why: "The per-share figure is the one most often quoted from a release.",
  fix: "Divide the attributable result by the printed weighted average number of shares. Check basic against diluted, and the scale of each line.",
  source: "IAS 33.9-12; ASC 260-10-45-10",
  examples: {
    passes: [
      { title: "Amounts in thousands, shares in units", filing: sound },
      { title: "The parts of a result per share", filing: parts },
      { title: "Classes of shares, called neither basic nor diluted", filing: ofNeither },
    ],
    fails: [
      { title: "Two digits transposed", filing: sound.replace("(0.29)", "(0.92)") },
      { title: "Two digits transposed in a part", filing: parts.replace("(1.06)", "(1.60)") },
    ],
    quiet: [{ title: "Lines per ADS, of fifteen shares each, without a count of ADSs", filing: perAds }],
  },
  *check(filing) {
    for (const table of filing.tables) {
      for (const row of table.rows) {
        if (row.unit !== "per-share" || row.kind !== "item" || isOfPart(row)) continue;
        yield* sumOfParts(table, row);
        const counts = denominatorsOf(table, row);
        if (counts.length === 0) {
          yield* overNotedShares(filing, row);
          continue;
        }
        const basic = dilution(row) === "01" ? basicOf(table, row) : undefined;
        yield* bestNumerator(filing, row, counts, basic);
      }
    }
  },
});

/**
 * Per share of a part of the result: before an item, of continuing or discontinued operations, of an effect. A
 * caption that says no more than "Basic" is of what the heading above it says.
 */
function isOfPart({ caption, section }: Row): boolean {
  const isPlain = /^\W*(?:basic|(?:assuming )?diluti(?:on|ed)|diluted|basic and diluted)\W*$/i.test(caption);
  return /\b(?:before|continuing|discontinued|cumulative|extraordinary|effect|dividends?|book value)\b/i.test(
    isPlain ? `${section.at(-1) ?? ""} ${caption}` : caption,
  );
}

const partWords = /\b(?:before|continuing|discontinued|cumulative|extraordinary|effect|accounting change)\b/i;

/**
 * The lines above a result per share that are parts of it, all of them or from the last one "before" an item;
 * some columns tell which.
 */
function* sumOfParts(table: Table, row: Row): Generator<Relation> {
  const lines: Row[] = [];
  for (let i = row.index - 1; i >= 0; i--) {
    const line = table.rows[i];
    if (line?.unit !== "per-share" || line.kind !== "item" || !partWords.test(line.caption)) break;
    lines.unshift(line);
  }
  const last = lines.findLastIndex(({ caption }) => /\bbefore\b/i.test(caption));
  const ways = [lines, lines.slice(Math.max(0, last))].filter(({ length }) => length >= 2);
  const belief = { identity: true, structure: true, complete: true };
  const options = ways.map((way) => [
    ...sumRelations(
      name,
      row,
      way.map((line) => ({ row: line, weight: 1 })),
      belief,
    ),
  ]);
  const best = mostTied(options);
  if (countTies(best) > 0) yield* best;
}

/** Amounts and numbers of shares in one scale, or in others than their headers say. */
const scales = [0, 3, -3, 6, -6];

/** The line that the per-share line divides, and by which: of all that may be, those that tie most often. */
function* bestNumerator(
  filing: Filing,
  row: Row,
  counts: readonly Denominator[],
  basic: Row | undefined,
): Generator<Relation> {
  const inCents = /\b(?:cents?|pence|fils|sen)\b|[¢]|\((?:c|p)\)/i.test(
    `${row.section.at(-1) ?? ""} ${row.caption}`,
  );
  const { ways: numerators, isOther } = numeratorsOf(filing, row);
  const waysOf = (profits: readonly Numerator[]): (readonly Relation[])[] =>
    counts.flatMap((count) =>
      profits.flatMap((profit) =>
        scales.map((scale) => [...quotients(row, count, profit, inCents ? scale + 2 : scale)]),
      ),
    );
  let best = mostTied(waysOf(numerators));
  if (!isOther && countTies(best) < best.length) {
    best = mostTied([best, ...waysOf(notedNumerators(filing, row))]);
  }
  if (countTies(best) === 0) return;
  yield* withSupport(
    best.filter((relation) => !(isOther ? isNear(relation) : mayBeAdjusted(relation, basic))),
  );
}

/**
 * Interest on what is converted, or the gain on it, changes the diluted result by no more than this share; nor
 * do shares that dilute an adjusted profit and not the loss that was adjusted.
 */
const mostAdjusted = 0.25;

/**
 * The diluted result is before interest on convertible debt and without gains on warrants (IAS 33.33): where
 * shares are diluted, a quotient near the print is not an error.
 */
function mayBeAdjusted(relation: Relation, basic: Row | undefined): boolean {
  const [, shares] = relation.terms;
  const undiluted = basic?.figures[relation.result.column.index];
  // In a year of loss nothing dilutes: what is printed as diluted shares alone is the number of an adjusted profit.
  const isLoss = sign(relation.result.value) < 0 && dilution(relation.result.row) === "01";
  if (basic === undefined && isLoss) return isNear(relation);
  return (
    shares !== undefined &&
    undiluted !== undefined &&
    compare(undiluted.value, shares.value) !== 0 &&
    isNear(relation)
  );
}

/** It breaks, and by little. */
function isNear(relation: Relation): boolean {
  const [profit] = relation.terms;
  const { result } = relation;
  const expected = expectedResult(relation, noReadings);
  if (!profit || !expected || isZero(expected.value) || evaluateTie(relation) !== false) return false;
  const ratio = Math.abs(toNumber(result.value) / toNumber(expected.value));
  return sign(result.value) === sign(profit.value) && Math.abs(ratio - 1) <= mostAdjusted;
}

function* quotients(row: Row, count: Denominator, numerator: Numerator, scale: number): Generator<Relation> {
  for (const result of row.figures) {
    const counted = count
      .flatMap((line) => (result && sharesAt(line, result)) ?? [])
      .filter(({ nil }) => !nil);
    // A column of changes may have lost shares; nobody has fewer than none.
    if (!result || counted.length === 0 || counted.some(({ value }) => sign(value) <= 0)) continue;
    if (result.column.role !== "amount") continue;
    const profit = numerator(result);
    if (!profit) continue;
    const shares = counted.reduce((sum, { value }) => add(sum, value), zero);
    yield {
      rule: name,
      title: `${printedCaption(row)} = ${printedCaption(profit.row)} / weighted shares${count.length > 1 ? " of all classes" : ""}`,
      form: counted.length > 1 ? overAll(counted.length, scale) : { kind: "quotient", scale },
      result,
      terms: [profit, ...counted],
      belief: { identity: true, structure: false, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `${name}:${row.index}`,
      ...(isLeast(result, profit, shares, scale) ? { explained: lessThanACent(row) } : {}),
    };
  }
}

/**
 * The face prints the result per share and the note the shares. In two columns at least, and where it ties in all
 * of them but for one of three: so many figures of a few digits do not agree by accident.
 */
function* overNotedShares(filing: Filing, row: Row): Generator<Relation> {
  const shares = notedShares(filing, row);
  const { ways, isOther } = numeratorsOf(filing, row);
  if (!shares || isOther) return;
  const best = mostTied(
    ways.flatMap((profit) => scales.map((scale) => [...quotients(row, [shares], profit, scale)])),
  );
  const ties = countTies(best);
  if (ties < 2 || ties < best.length - 1) return;
  // In a year of loss nothing dilutes, and the shares of another table may be those of an adjusted profit.
  const isDiluted = dilution(row) !== "10";
  yield* withSupport(isDiluted ? best.filter((relation) => !isNear(relation)) : best);
}

/** The first term over the sum of the others. */
function overAll(count: number, scale: number): Form {
  const term = (index: number): Expression => ({ kind: "term", index });
  const factor: Expression = { kind: "constant", value: decimal(1n, scale), text: "" };
  let shares = term(1);
  for (let i = 2; i <= count; i++) shares = { kind: "+", left: shares, right: term(i) };
  return {
    kind: "formula",
    expression: { kind: "/", left: { kind: "*", left: term(0), right: factor }, right: shares },
  };
}

/** One unit of the last digit is printed for less than one, where rounding would give zero: many filings do. */
function isLeast({ value }: Figure, profit: Figure, shares: Decimal, scale: number): boolean {
  if (abs(value).coefficient !== 1n) return false;
  const amount = { ...profit.value, exponent: profit.value.exponent + scale };
  return divide(abs(amount), abs(shares), value.exponent, "down").coefficient === 0n;
}

function lessThanACent({ caption }: Row): Explanation {
  return {
    key: `${name}:least:${caption}`,
    sentence: `${caption}: a result that rounds to zero is printed as the smallest amount that can be shown`,
  };
}
