import { abs, add, compare, type Decimal, decimal, isZero, zero } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Figure, printedCaption, type Row } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const markers = `Aldermoor Limited
Loans (in thousands)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Leisure\t1,005,118\t1,183,512\t961,320
Homes\t402,337\t626,399\t436,772
Fleets\t88,104\t92,899\t76,696
Partners 572 (a)\t\t90\t24
Total gross loans\t1,496,131\t1,902,900\t1,474,812
`;

const digit = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
Loans of 2016\t\t
Deposits\t12,708\t13,960
Total receivables\t218,085\t245,054
`;

/** A cell of the column that the sum does not take, its amounts being read as part of the caption. */
interface Held {
  readonly row: Row;
  readonly amounts: readonly Decimal[];
}

/** Behind a caption stand no more columns than these. */
const mostAmounts = 8;

function amountsIn(caption: string): readonly Decimal[] {
  const printed = caption.match(/(?<![\w.,])\(?\d[\d,]*(?:\.\d+)?(?![\w%])/g) ?? [];
  return printed.slice(0, mostAmounts).flatMap((raw) => {
    const [whole, fraction] = raw.replace(/[(,]/g, "").split(".");
    if (whole === undefined) return [];
    const sign = raw.startsWith("(") ? -1n : 1n;
    return decimal(sign * BigInt(whole + (fraction ?? "")), -(fraction?.length ?? 0));
  });
}

/** The lines between the ends of the sum that print nothing in its column, and amounts in their captions. */
function heldBy({ result, terms }: Relation): readonly Held[] {
  const indexes = [result.row, ...terms.map(({ row }) => row)].map(({ index }) => index);
  const between = result.table.rows.slice(Math.min(...indexes), Math.max(...indexes) + 1);
  return between.flatMap((row) => {
    if (row.kind === "ghost" || isPrinted(row.figures[result.column.index])) return [];
    const amounts = amountsIn(printedCaption(row)).map((amount) => scaled(amount, result.scale));
    return amounts.length > 0 ? [{ row, amounts }] : [];
  });
}

function isPrinted(figure: Figure | undefined): boolean {
  return figure !== undefined && !figure.nil;
}

function scaled({ coefficient, exponent }: Decimal, scale: number): Decimal {
  return decimal(coefficient, exponent + scale);
}

/** Lines whose captions hold amounts are few where a column was lost; among more some sum agrees by chance. */
const mostLines = 4;

/** One amount of each of some lines that together are the difference. */
function chosen(held: readonly Held[], difference: Decimal, sum: Decimal = zero): readonly Row[] | null {
  if (compare(sum, difference) === 0 && !isZero(sum)) return [];
  const [first, ...rest] = held;
  if (!first) return null;
  for (const amount of first.amounts) {
    const found = chosen(rest, difference, add(sum, amount));
    if (found) return [first.row, ...found];
  }
  return chosen(rest, difference, sum);
}

/** A shorter amount agrees by chance. */
const fewestDigits = 3;

function explains({ relation, difference }: Judged): readonly Row[] | null {
  const { form, result, terms } = relation;
  if (!difference || form.kind !== "linear" || result.wording) return null;
  if (terms.some(({ column, table }) => table !== result.table || column !== result.column)) return null;
  const held = heldBy(relation);
  return held.length > mostLines ? null : chosen(held, difference);
}

function isSame(rows: readonly Row[] | null, others: readonly Row[]): boolean {
  return rows?.length === others.length && rows.every((row, i) => row === others[i]);
}

function isLong({ difference }: Judged): boolean {
  return difference !== undefined && abs(difference).coefficient.toString().length >= fewestDigits;
}

export const amountInCaption = defineReading({
  name: "amount-in-caption",
  summary: "The difference stands behind the caption of a line whose cells were not told from it",
  what: "Looks for lines between the ends of the sum that print nothing in its column, and amounts in their captions: a mark of a footnote, a dash or a lost tab stop between the cells keeps the reader from seeing them. The sum must tie to the unit with one amount of each of these lines. A difference of one or two digits is cleared only where a longer one of another column is explained by the same lines.",
  examples: {
    cleared: [{ title: "A mark of a footnote stands in the way", filing: markers }],
    stands: [
      { title: "A digit is wrong, and a caption names a year", filing: digit.replace("231,094", "231,894") },
    ],
  },
  clear({ broken }, scene: Scene): Innocent | null {
    const rows = explains(broken);
    if (!rows || rows.length === 0) return null;
    const others = scene.siblings(broken.relation).filter((item) => item.grade === "broken");
    const isProved = others.some((other) => isLong(other) && isSame(explains(other), rows));
    if (!isLong(broken) && !isProved) return null;
    const names = rows.map((row) => `"${printedCaption(row)}"`).join(" and ");
    return {
      sentence: `it ties with the amount behind the caption ${names}`,
      figures: rows.flatMap(({ figures }) => figures.filter((figure) => figure !== undefined)),
    };
  },
});
