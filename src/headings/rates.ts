/** A stated rate of translation at which nothing was translated, and the rate one slip away at which all was. */
import { slipsOf } from "../diagnose/slips.ts";
import { abs, compare, type Decimal, sign, toPlain } from "../money/decimal.ts";
import { meet, multiplyIntervals, point, printedInterval } from "../money/interval.ts";
import type { Document, Paragraph } from "../read/document.ts";
import { columnPairs } from "../rules/agreement/translation.ts";
import type { Filing, TranslationRate } from "../statements/filing.ts";
import { readDates } from "../tables/period.ts";
import { type Column, readable, type Table } from "../tables/table.ts";
import { type HeaderChange, placeOfSpot } from "./change.ts";

/** An amount and its translation. */
type Pair = readonly [Decimal, Decimal];

/** Fewer figures than these may tie at a rate by chance. */
const fewestFigures = 8;

/** Of small amounts every rate near the true one gives the same translation. */
const fewestDigits = 3;

export function* rateChanges(filing: Filing): Generator<HeaderChange> {
  for (const stated of filing.rates) {
    const pairs = translatedPairs(filing, stated);
    const missed = pairs.filter((pair) => !tiesAt(pair, stated.rate));
    if (missed.length < fewestFigures) continue;
    const meant = rateMeant(stated.rate, pairs, missed);
    const owner = meant && paragraphOf(filing.document, stated);
    if (!meant || !owner) continue;
    const other = filing.rates.find(({ rate }) => compare(rate, meant) === 0);
    if (other && !sameDate(owner, paragraphOf(filing.document, other))) continue;
    const print = toPlain(stated.rate);
    const start = owner.text.indexOf(print);
    if (start < 0) continue;
    const at = { owner, start, end: start + print.length };
    yield {
      subject: "Rate of the translation",
      printed: print,
      meant: toPlain(meant),
      place: placeOfSpot(at),
      fewest: other ? 1 : fewestFigures,
      at,
    };
  }
}

function translatedPairs({ tables }: Filing, rate: TranslationRate): readonly Pair[] {
  return tables.flatMap((table) =>
    [...columnPairs(table, rate)].flatMap((columns) => pairsOf(table, columns)),
  );
}

/** For each two columns of one period in the two currencies: how many amounts stand in both, and how many tie. */
export function translationTies(table: Table, rate: TranslationRate): { ties: number; pairs: number }[] {
  return [...columnPairs(table, rate)].map((columns) => {
    const pairs = pairsOf(table, columns);
    return { ties: pairs.filter((pair) => tiesAt(pair, rate.rate)).length, pairs: pairs.length };
  });
}

function pairsOf({ rows }: Table, [from, to]: readonly [Column, Column]): Pair[] {
  const pairs: Pair[] = [];
  for (const { figures, kind } of rows) {
    const [original, result] = [figures[from.index], figures[to.index]];
    if (kind === "ghost" || !readable(original) || !readable(result)) continue;
    if (result.unit !== "currency" || original.nil || result.nil) continue;
    const size = abs(result.value);
    if (size.coefficient.toString().length < fewestDigits) continue;
    pairs.push([abs(original.value), size]);
  }
  return pairs;
}

function tiesAt([original, result]: Pair, rate: Decimal): boolean {
  return meet(multiplyIntervals(printedInterval(result), point(rate)), printedInterval(original));
}

/**
 * The one rate a slip of digits away at which four fifths of the translations tie, and ten times as many as tie at
 * the stated one alone. Subtotals that were added up from translated parts tie at no rate.
 */
function rateMeant(stated: Decimal, pairs: readonly Pair[], missed: readonly Pair[]): Decimal | null {
  const digits = stated.coefficient.toString().length;
  const seen = new Set<bigint>();
  let best: { rate: Decimal; ties: number } | null = null;
  let isAlone = false;
  for (const rate of slipsOf(stated)) {
    if (sign(rate) <= 0 || rate.exponent !== stated.exponent || seen.has(rate.coefficient)) continue;
    seen.add(rate.coefficient);
    if (rate.coefficient.toString().length !== digits) continue;
    // Most slips are told by the first few figures.
    if (!missed.slice(0, fewestFigures).some((pair) => tiesAt(pair, rate))) continue;
    const ties = pairs.filter((pair) => tiesAt(pair, rate)).length;
    if (!best || ties > best.ties) [best, isAlone] = [{ rate, ties }, true];
    else if (ties === best.ties) isAlone = false;
  }
  if (!best || !isAlone || best.ties * 5 < pairs.length * 4) return null;
  const { rate } = best;
  const gained = missed.filter((pair) => tiesAt(pair, rate)).length;
  const lost = pairs.filter((pair) => tiesAt(pair, stated) && !tiesAt(pair, rate)).length;
  return gained >= fewestFigures && lost * 10 <= gained ? rate : null;
}

function paragraphOf({ blocks }: Document, { line, rate }: TranslationRate): Paragraph | null {
  const print = toPlain(rate);
  for (const block of blocks) {
    if (block.kind === "paragraph" && block.line === line && block.text.includes(print)) return block;
  }
  return null;
}

/** Whether two statements of a rate may be of the same day: rates of two days are two rates. */
function sameDate(one: Paragraph, other: Paragraph | null): boolean {
  const [own, others] = [one, other].map((paragraph) =>
    readDates(paragraph?.text ?? "").map(({ year, month, day }) => `${year}-${month}-${day}`),
  );
  return (
    !own || !others || own.length === 0 || others.length === 0 || own.some((day) => others.includes(day))
  );
}
