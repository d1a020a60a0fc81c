/**
 * Columns that a converter put into one cell a line: "28,606 $ 24,016" under "2023 2022". They are parted where
 * every number of the column has as many beside it, and some cannot be one number with blanks between its digits.
 */
import { readFigure } from "../../money/figure.ts";
import type { LooseCell, LooseRow } from "./marks.ts";

/** Fewer lines may hold two numbers by chance. */
const fewestLines = 3;
const mostParts = 12;

/** A number with the marks that belong to it, a dash for nil, or a year with its words in a header. */
const numberPart =
  /(?:(?:US|HK|C|A)?[$€£¥]\s*)?[-–−]?(?:\(\s*)?(?:[$€£¥]\s*)?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*%)?(?:\s?\))?(?:\s*%)?|(?:[$€£¥]\s*)?[-–—](?=\s|$)/g;
const groupedByBlanks = /^\D*\d{1,3}(?:\s\d{3})+\D*$/;

interface Part {
  readonly text: string;
  readonly from: number;
}

export function withoutMerged(rows: readonly LooseRow[]): readonly LooseRow[] {
  const counts = new Map<number, number>();
  for (const at of new Set(
    rows.flatMap(({ cells }) => cells.filter((cell) => isMerged(cell)).map((cell) => cell.at)),
  )) {
    const count = partsOfColumn(rows, at);
    if (count > 1) counts.set(at, count);
  }
  if (counts.size === 0) return rows;
  return rows.map((row) => parted(row, counts));
}

function isMerged(cell: LooseCell): boolean {
  return cell.at > 0 && cell.stacked !== true && partsOf(printed(cell)).length > 1;
}

function printed({ text, spaced }: LooseCell): string {
  return spaced ?? text;
}

/** How many numbers each line of the column holds; 1 where they do not agree. */
function partsOfColumn(rows: readonly LooseRow[], at: number): number {
  let count = 0;
  let lines = 0;
  let certain = false;
  for (const { cells } of rows) {
    const cell = cells.find((other) => other.at === at);
    if (!cell || cell.text === "" || /\p{L}{2}/u.test(cell.text)) continue;
    const parts = partsOf(printed(cell));
    if (count === 0) count = parts.length;
    if (parts.length !== count || count < 2 || count > mostParts) return 1;
    certain ||= !groupedByBlanks.test(printed(cell));
    lines++;
  }
  return certain && lines >= fewestLines ? count : 1;
}

/** The numbers that the text is made of; none where anything else stands between them, or no blank does. */
function partsOf(text: string): readonly Part[] {
  if (!/\d/.test(text) || !/\S\s+\S/.test(text)) return [];
  const parts: Part[] = [];
  let at = 0;
  for (const { index, 0: part } of text.matchAll(numberPart)) {
    const between = text.slice(at, index);
    if (/\S/.test(between) || (at > 0 && between === "")) return [];
    if (!["figure", "nil"].includes(readFigure(part.replace(/\s+/g, "")).kind)) return [];
    parts.push({ text: part, from: index });
    at = index + part.length;
  }
  return /\S/.test(text.slice(at)) ? [] : parts;
}

/** Words over the columns: parted by wide blanks, or days of months ("April 30 July 31"). */
function partsOfHeader({ text }: LooseCell, count: number): readonly Part[] | null {
  if (!/\p{L}{3}/u.test(text)) return null;
  for (const own of [/\S+(?:\s\S+)*/g, /\p{L}{3,9}\.?\s\d{1,2}(?:,\s?\d{4})?,?/gu]) {
    const found = [...text.matchAll(own)].map(({ index, 0: part }) => ({ text: part, from: index }));
    if (
      found.length === count &&
      found.reduce((sum, part) => sum + part.text.replace(/\s/g, "").length, 0) ===
        text.replace(/\s/g, "").length
    )
      return found;
  }
  return null;
}

/** The row with as many cells for one; headers that have as many years or words are parted too. */
function parted(row: LooseRow, counts: ReadonlyMap<number, number>): LooseRow {
  let added = 0;
  const cells = row.cells.flatMap((cell): LooseCell[] => {
    const count = counts.get(cell.at) ?? 1;
    const at = cell.at + added;
    added += count - 1;
    if (count === 1)
      return [{ ...cell, at, ...(cell.markAt === undefined ? {} : { markAt: cell.markAt + at - cell.at }) }];
    const parts = partsOfHeader(cell, count) ?? partsOf(printed(cell));
    if (parts.length !== count) {
      const blank = { ...cell, text: "", column: cell.endColumn };
      return Array.from({ length: count }, (_, i) => ({ ...(i === 0 ? cell : blank), at: at + i }));
    }
    return parts.map(({ text, from }, i) => ({
      ...cell,
      text: text.replace(/(?<=[$€£¥(])\s+|\s+(?=[)%])/g, ""),
      at: at + i,
      column: cell.column + from,
      endColumn: cell.column + from + text.length,
    }));
  });
  return { ...row, cells, width: row.width + added };
}
