/**
 * Amounts and counts printed in sentences, as figures: a table of one cell is put around each, so that
 * relations, diagnosis and reports need not know where a figure stands.
 */
import { type Decimal, parseDecimal, exactNumber } from "../../money/decimal.ts";
import type { Paragraph } from "../../read/document.ts";
import {
  periodKey,
  type Column,
  type Figure,
  type Period,
  type Row,
  type Table,
  type Unit,
} from "../../tables/table.ts";

/** Figures of sentences are numbered above those of tables and of an earlier filing. */
const numberedApart = 2_000_000_000;

/** A number as a sentence prints it. */
export interface Printed {
  readonly raw: string;
  /** In the scale that the sentence names, or in that of the print. */
  readonly value: Decimal;
  /** ISO code; null for a count. */
  readonly currency: string | null;
  /** Power of ten of "million" and the like; null where the sentence names none. */
  readonly scale: number | null;
  /** Where it begins in the text of the paragraph. */
  readonly at: number;
}

const currencies: Readonly<Record<string, string>> = {
  RMB: "CNY",
  US$: "USD",
  $: "USD",
  HK$: "HKD",
  NT$: "TWD",
  "€": "EUR",
  "£": "GBP",
};
const scales: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };
const amount =
  /(?<mark>RMB|(?:US|HK|NT)?\\?\$|€|£)\s?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|,\d)(?:\s(?<scale>thousand|million|billion))?/g;

export function amountsIn(text: string): Printed[] {
  return [...text.matchAll(amount)].map((match) => {
    const { mark = "", number = "", scale } = match.groups ?? {};
    return {
      raw: number,
      value: parseDecimal(number.replaceAll(",", "")),
      currency: currencies[mark.replace("\\", "")] ?? null,
      scale: scale === undefined ? null : (scales[scale] ?? null),
      at: match.index + match[0].indexOf(number),
    };
  });
}

/** The number as a figure called `caption`. */
export function figureOf(
  { raw, value, currency, at }: Printed,
  { line, column: start }: Paragraph,
  caption: string,
  period: Period,
  unit: Unit,
  scale: number,
): Figure {
  const rows: Row[] = [];
  const figures: Figure[] = [];
  const label = [periodKey(period), currency].filter((part) => part !== null).join(" ");
  const column: Column = { index: 0, label, period, currency, role: "amount", scale };
  // The place tells two numbers apart: no line is that long, no text has that many lines.
  const id = numberedApart + line * 100_000 + (at % 100_000);
  const table: Table = { index: id, title: "", heading: [], line, columns: [column], rows };
  const row: Row = { index: 0, line, caption, kind: "item", section: [], unit, figures };
  rows.push(row);
  const figure: Figure = {
    id,
    raw,
    place: { line, column: start + at, endColumn: start + at + raw.length },
    value: { coefficient: value.coefficient, exponent: value.exponent + scale },
    units: exactNumber(value.coefficient),
    unit,
    scale,
    nil: false,
    damage: null,
    row,
    column,
    table,
  };
  figures.push(figure);
  return figure;
}
