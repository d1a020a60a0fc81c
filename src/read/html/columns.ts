/**
 * Which printed columns a table has. Converters use several columns of markup for each printed one (the
 * currency mark, the number, the bracket, a spacer), and not the same ones in every row. Numbers whose
 * cells overlap from row to row stand in one printed column.
 */
import { smallest } from "../../lists.ts";
import type { Token } from "./tokens.ts";

export interface PrintedColumn {
  /** Columns of the markup that its numbers, with their marks, cover. */
  from: number;
  to: number;
  /** Those that most of its numbers cover. */
  readonly start: number;
  readonly end: number;
  readonly numbers: boolean;
}

export interface Columns {
  /** Captions start left of this column of the markup. */
  readonly captionEnd: number;
  readonly printed: readonly PrintedColumn[];
}

/** More are no table that anyone printed. */
export const mostPrinted = 120;

interface Interval {
  readonly start: number;
  readonly end: number;
  from: number;
  to: number;
  count: number;
}

/** Stretches of markup columns that tokens cover, the most frequent first, of these the narrowest. */
function intervals(tokens: Iterable<Token>): Interval[] {
  const found = new Map<number, Interval>();
  for (const { start, end, from, to } of tokens) {
    const key = start * 100_000 + end;
    const own = found.get(key);
    if (!own) found.set(key, { start, end, from, to, count: 1 });
    else {
      own.count++;
      own.from = Math.min(own.from, from);
      own.to = Math.max(own.to, to);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.end - a.start - (b.end - b.start));
}

function cluster(
  all: readonly Interval[],
  numbers: boolean,
  taken: readonly PrintedColumn[],
): PrintedColumn[] {
  const columns: PrintedColumn[] = [...taken];
  for (const { start, end, from, to } of all) {
    const over = columns.filter((column) => column.start < end && start < column.end);
    const [one] = over;
    if (!one) {
      if (columns.length > mostPrinted) return columns;
      columns.push({ start, end, from, to, numbers });
    } else if (over.length === 1 && one.numbers === numbers) {
      one.from = Math.min(one.from, from);
      one.to = Math.max(one.to, to);
    }
  }
  return columns;
}

/** Null where the table prints no number. */
export function readColumns(rows: readonly (readonly Token[])[]): Columns | null {
  const isNumber = (token: Token): boolean => token.kind === "number" || token.kind === "nil";
  const numbers = rows.flatMap((row) => row.filter((token) => token.kind === "number"));
  if (numbers.length === 0) return null;
  const nils = rows.flatMap((row) => row.filter((token) => token.kind === "nil"));
  let columns = cluster(intervals(numbers), true, []);
  columns = cluster(intervals(nils), true, columns);
  const first = smallest(columns.map((column) => column.from));
  const captionEnd = captionsEnd(rows, first);
  const firstRow = rows.findIndex((row) => row.some(isNumber));
  const texts = rows
    .slice(firstRow)
    .flatMap((row) => row.filter((token) => !isNumber(token) && token.start >= captionEnd));
  columns = cluster(intervals(texts), false, columns);
  const printed = columns
    .filter((column) => column.start >= captionEnd || column.numbers)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, column] of printed.entries()) {
    // Extents that a wide cell stretched over the next column are cut back.
    const next = printed[i + 1];
    if (next && column.to > next.start) column.to = Math.max(column.end, next.start);
    if (next && next.from < column.end) next.from = Math.min(next.start, column.end);
  }
  return { captionEnd, printed };
}

/** Where captions end: most rows with numbers begin with a text that ends there. */
function captionsEnd(rows: readonly (readonly Token[])[], first: number): number {
  const ends = new Map<number, number>();
  for (const row of rows) {
    const at = row.findIndex((token) => token.kind === "number" || token.kind === "nil");
    const lead = at > 0 ? row[0] : undefined;
    if (lead && lead.start < first) {
      const end = Math.min(lead.end, first);
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  }
  let best = 0;
  let most = 0;
  for (const [end, count] of ends) {
    if (count > most || (count === most && end < best)) {
      best = end;
      most = count;
    }
  }
  return best;
}
