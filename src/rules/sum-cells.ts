/** The cells of a sum in one column. */
import type { Sum, Term } from "../tables/fit.ts";
import type { Figure, Row } from "../tables/table.ts";

/** How subtotals of the table are made up, by their row. */
export type Subtotals = ReadonlyMap<Row, readonly Term[]>;

export interface SumCells {
  readonly parts: readonly Figure[];
  readonly weights: readonly (1 | -1)[];
  /** A cell of a line is not read for certain, or holds words. */
  readonly lacksPart: boolean;
  /** A subtotal is blank in this column, and stands for its parts. */
  readonly isSpread: boolean;
}

/** A subtotal of subtotals of … : deeper ones are none. */
const mostLevels = 4;

export function subtotalsOf(sums: readonly Sum[]): Subtotals {
  const subtotals = new Map<Row, readonly Term[]>();
  for (const { result, terms, ties, only } of sums) {
    const isCertain =
      ties.length > 0 && only === undefined && [result, ...terms.map(({ row }) => row)].every(isPlaced);
    if (isCertain && !subtotals.has(result)) subtotals.set(result, terms);
  }
  return subtotals;
}

function isPlaced(row: Row): boolean {
  return row.ragged !== true;
}

/** `subtotals` is empty where a blank cell is to be taken for nothing. */
export function cellsOf(terms: readonly Term[], col: number, subtotals: Subtotals): SumCells {
  const parts: Figure[] = [];
  const weights: (1 | -1)[] = [];
  let lacksPart = false;
  let isSpread = false;
  const taken = new Set(terms.map(({ row }) => row));
  const add = ({ row, weight }: Term, level: number): void => {
    const part = row.figures[col];
    if (part) {
      parts.push(part);
      weights.push(weight);
      return;
    }
    lacksPart ||= row.ragged === true || row.texts?.includes(col) === true;
    const own = subtotals.get(row);
    if (!own || level >= mostLevels || row.texts?.includes(col) || own.some((term) => taken.has(term.row)))
      return;
    isSpread = true;
    for (const term of own) {
      taken.add(term.row);
      add({ row: term.row, weight: term.weight === weight ? 1 : -1 }, level + 1);
    }
  };
  for (const term of terms) add(term, 0);
  return { parts, weights, lacksPart, isSpread };
}
