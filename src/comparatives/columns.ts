/** Columns of two filings that speak of the same period in the same currency. */
import type { Filing } from "../statements/filing.ts";
import { type Column, periodKey, type Table } from "../tables/table.ts";

/** Positions of the column in the later and in the earlier table. */
export interface ColumnPair {
  readonly later: number;
  readonly earlier: number;
}

/**
 * The currency that the filing reports in: the one most of its amounts are printed in, but for that of the
 * convenience translation. Translated columns are at another rate in every filing.
 */
export function homeCurrency(filing: Filing): string | null {
  const counts = new Map<string, number>();
  for (const { column, unit } of filing.figures) {
    const { currency } = column;
    if (unit !== "currency" || currency === null || currency === filing.rate?.to) continue;
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What a column must share with another to print the same facts; null where its header leaves that open. */
function keyOf(column: Column, home: string | null): string | null {
  const period = periodKey(column.period);
  if (period === null || (column.role !== "amount" && column.role !== "percent")) return null;
  return column.role === "amount" && column.currency !== home ? null : `${column.role} ${period}`;
}

/** Keys that one column alone has: of "as reported" and "as restated" side by side neither is sure. */
function uniqueKeys(table: Table, home: string | null): Map<string, number> {
  const keys = new Map<string, number>();
  const unsure = new Set<string>();
  for (const [index, column] of table.columns.entries()) {
    const key = keyOf(column, home);
    if (key === null) continue;
    if (keys.has(key)) unsure.add(key);
    keys.set(key, index);
  }
  for (const key of unsure) keys.delete(key);
  return keys;
}

export function commonColumns(later: Table, earlier: Table, home: string | null): ColumnPair[] {
  const theirs = uniqueKeys(earlier, home);
  return [...uniqueKeys(later, home)].flatMap(([key, index]) => {
    const other = theirs.get(key);
    return other === undefined ? [] : [{ later: index, earlier: other }];
  });
}
