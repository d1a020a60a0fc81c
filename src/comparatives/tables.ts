/** Which table of the earlier filing prints the same lines as a table of the later one. */
import type { Filing, StatementKind } from "../statements/filing.ts";
import { type Row, readable, type Table } from "../tables/table.ts";
import { type ColumnPair, commonColumns, homeCurrency } from "./columns.ts";
import { agree, figuresOf, type LinePair, matchLines } from "./lines.ts";

export interface TablePair {
  readonly later: Table;
  readonly earlier: Table;
  readonly columns: readonly ColumnPair[];
  readonly lines: readonly LinePair[];
  /** Lines that print something in a common column and have no counterpart. */
  readonly onlyLater: readonly Row[];
  readonly onlyEarlier: readonly Row[];
}

/** Pairs of figures that must agree before two tables are taken for the same. */
const fewestAgreeing = 2;

/**
 * For each table of the later filing the table of the earlier one that agrees with it best. Tables of which
 * most figures differ are of different things (another entity, pro forma, a basis changed throughout).
 */
export function pairTables(filing: Filing, prior: Filing): TablePair[] {
  const home = homeCurrency(filing);
  if (home !== homeCurrency(prior)) return [];
  return filing.tables.flatMap((later) => {
    let best: TablePair | null = null;
    let most = 0;
    for (const earlier of prior.tables) {
      const kinds = [filing.kindOf(later), prior.kindOf(earlier)] as const;
      if (!comparable(...kinds)) continue;
      const columns = commonColumns(later, earlier, home);
      if (columns.length === 0) continue;
      const lines = matchLines(filing, prior, later, earlier, columns);
      if (kinds.includes("other") && !coversHalf(later, earlier, lines)) continue;
      const { ties, breaks } = agreement(lines, columns);
      // A statement whose results were restated throughout is still that statement.
      const needed = kinds[0] === kinds[1] && kinds[0] !== "other" ? breaks / 2 : breaks;
      if (ties < fewestAgreeing || ties <= needed || ties * 2 - breaks <= most) continue;
      most = ties * 2 - breaks;
      best = { later, earlier, columns, lines, ...unmatched(later, earlier, lines, columns) };
    }
    return best ? [best] : [];
  });
}

/** A reconciliation that begins with the income statement's lines may be taken for one. */
function comparable(a: StatementKind, b: StatementKind): boolean {
  return a === b || (isOfResults(a) && isOfResults(b));
}

function isOfResults(kind: StatementKind): boolean {
  return kind === "income" || kind === "other";
}

/** Whether the matched lines are half of one of the tables: notes and reconciliations share single lines. */
function coversHalf(later: Table, earlier: Table, lines: readonly LinePair[]): boolean {
  return lines.length * 2 >= Math.min(itemsOf(later), itemsOf(earlier));
}

function itemsOf({ rows }: Table): number {
  return rows.filter((row) => row.kind === "item").length;
}

function agreement(
  lines: readonly LinePair[],
  columns: readonly ColumnPair[],
): { readonly ties: number; readonly breaks: number } {
  let ties = 0;
  let breaks = 0;
  for (const line of lines) {
    for (const column of columns) {
      const figures = figuresOf(line, column);
      if (!figures || !readable(figures[0]) || !readable(figures[1])) continue;
      if (agree(figures[0], figures[1])) ties++;
      else breaks++;
    }
  }
  return { ties, breaks };
}

function unmatched(
  later: Table,
  earlier: Table,
  lines: readonly LinePair[],
  columns: readonly ColumnPair[],
): Pick<TablePair, "onlyLater" | "onlyEarlier"> {
  const ours = new Set(lines.map((line) => line.later));
  const theirs = new Set(lines.map((line) => line.earlier));
  return {
    onlyLater: later.rows.filter((row) => !ours.has(row) && columns.some((c) => prints(row, c.later))),
    onlyEarlier: earlier.rows.filter(
      (row) => !theirs.has(row) && columns.some((c) => prints(row, c.earlier)),
    ),
  };
}

function prints(row: Row, at: number): boolean {
  const figure = row.figures[at];
  return figure !== undefined && !figure.nil && row.kind === "item";
}
