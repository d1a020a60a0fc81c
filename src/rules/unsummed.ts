/** In which columns of a table figures add up at all: in a column of rates a sum that breaks says nothing. */
import type { Filing } from "../statements/filing.ts";
import { findColumnSums } from "../tables/column-sums.ts";
import type { Sum } from "../tables/fit.ts";
import type { Column, Row, Table } from "../tables/table.ts";

/** Columns in which other sums of the table tie, or which add up across. */
export function summedElsewhere(filing: Filing, { table, result }: Sum): ReadonlySet<Column> {
  const others = filing.sumsOf(table).filter((other) => other.result !== result);
  return new Set(
    table.columns.filter(
      (column) => others.some(({ ties }) => ties.includes(column.index)) || addsAcross(table, column),
    ),
  );
}

/** Sums that must tie in a column of percentages before one that breaks is out of place. */
const fewestShares = 3;

/** So many sums break in a column that does not add up at all; one wrong figure breaks two at most. */
const fewestUnsummed = 3;

/**
 * Columns of percentages that are not shares: changes, rates, margins of each line. Shares of a whole show
 * themselves by adding up like the amounts beside them. And columns without a period in which hardly a sum of the
 * others ties: their header may have been lost.
 */
export function unsummed(filing: Filing, table: Table): ReadonlySet<Column> {
  const known = unsummedColumns.get(table);
  if (known) return known;
  const columns = new Set<Column>();
  for (const column of table.columns) {
    let ties = 0;
    const broken: Sum[] = [];
    for (const sum of filing.sumsOf(table)) {
      if (sum.ties.includes(column.index)) ties++;
      else if (sum.breaks.includes(column.index)) broken.push(sum);
    }
    const few = broken.length * (haveCommonRow(broken) ? 2 : 4) <= ties;
    const isOther =
      column.role === "percent"
        ? ties < fewestShares || !few
        : column.period === null &&
          broken.length >= fewestUnsummed &&
          broken.length > 2 * ties &&
          !addsAcross(table, column);
    if (isOther) columns.add(column);
  }
  unsummedColumns.set(table, columns);
  return columns;
}

/** One wrong percentage breaks every sum that it is in. */
function haveCommonRow([first, ...others]: readonly Sum[]): boolean {
  if (!first || others.length === 0) return false;
  const rowsOf = ({ result, terms }: Sum): readonly Row[] => [result, ...terms.map(({ row }) => row)];
  return rowsOf(first).some((row) => others.every((other) => rowsOf(other).includes(row)));
}

/** Whether the column adds up with those beside it: then it is of their kind, however its own sums break. */
function addsAcross(table: Table, column: Column): boolean {
  let columns = acrossColumns.get(table);
  if (!columns) {
    columns = new Set(
      findColumnSums(table.columns, [table]).flatMap(({ result, terms }) => [
        result,
        ...terms.map((term) => term.column),
      ]),
    );
    acrossColumns.set(table, columns);
  }
  return columns.has(column);
}

const acrossColumns = new WeakMap<Table, ReadonlySet<Column>>();

const unsummedColumns = new WeakMap<Table, ReadonlySet<Column>>();
