/** Which table, column and row of one draft is which of another: they are the same filing, but for what was edited. */
import type { ColumnPair } from "../comparatives/columns.ts";
import { matchLines } from "../comparatives/lines.ts";
import { conceptKey } from "../statements/concepts.ts";
import type { Filing } from "../statements/filing.ts";
import { type Column, type Figure, periodKey, type Row, type Table } from "../tables/table.ts";

/** Figures of the earlier draft, each with the one of the later draft that stands in its place. */
export type Pairs = Map<Figure, Figure>;

/** Half of the lines in common make two tables the same. */
const fewestShared = 0.5;

function linesOf({ rows }: Table): readonly string[] {
  return rows.filter(({ kind }) => kind === "item").map(({ caption }) => conceptKey(caption));
}

interface Candidate {
  readonly later: Table;
  readonly earlier: Table;
  readonly score: number;
  readonly distance: number;
}

/** Pairs of tables, the most alike first; no table is in two of them. */
function pairTables(now: Filing, before: Filing): Candidate[] {
  const byLine = new Map<string, Set<Table>>();
  for (const table of before.tables) {
    for (const line of linesOf(table)) byLine.set(line, (byLine.get(line) ?? new Set()).add(table));
  }
  const candidates = now.tables.flatMap((later, i): Candidate[] => {
    const lines = linesOf(later);
    const shared = new Map<Table, number>();
    for (const line of new Set(lines)) {
      for (const table of byLine.get(line) ?? []) shared.set(table, (shared.get(table) ?? 0) + 1);
    }
    return [...shared].flatMap(([earlier, count]): Candidate[] => {
      const most = Math.max(new Set(lines).size, new Set(linesOf(earlier)).size);
      const share = count / most;
      if (share < fewestShared) return [];
      const alike = [
        later.title === earlier.title ? 1 : 0,
        sameColumns(later, earlier) ? 1 : 0,
        later.rows.length === earlier.rows.length ? 0.5 : 0,
      ];
      const score = share * 4 + alike.reduce((sum, part) => sum + part, 0);
      return [{ later, earlier, score, distance: Math.abs(i - before.tables.indexOf(earlier)) }];
    });
  });
  const taken = new Set<Table>();
  return candidates
    .sort((a, b) => b.score - a.score || a.distance - b.distance)
    .filter(({ later, earlier }) => {
      if (taken.has(later) || taken.has(earlier)) return false;
      taken.add(later).add(earlier);
      return true;
    });
}

function sameColumns(a: Table, b: Table): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column.label === b.columns[i]?.label)
  );
}

function meaningOf({ role, period, currency, total }: Column): string {
  return `${role} ${periodKey(period)} ${currency} ${total === true}`;
}

/** Columns by what they say, else by their labels, else by where they stand among as many. */
function pairColumns(later: Table, earlier: Table): ColumnPair[] {
  if (sameColumns(later, earlier)) return later.columns.map((_, i) => ({ later: i, earlier: i }));
  const pairs: ColumnPair[] = [];
  const match = (keyOf: (column: Column) => string): void => {
    for (const column of later.columns) {
      const free = (each: Column, side: "later" | "earlier"): boolean =>
        keyOf(each) === keyOf(column) && !pairs.some((pair) => pair[side] === each.index);
      const mine = later.columns.filter((each) => free(each, "later"));
      const theirs = earlier.columns.filter((each) => free(each, "earlier"));
      const [only] = theirs;
      if (mine.length === 1 && theirs.length === 1 && only)
        pairs.push({ later: column.index, earlier: only.index });
    }
  };
  match(meaningOf);
  match(({ label }) => label);
  // Columns of other days are not those of this filing.
  const isUndated = [...later.columns, ...earlier.columns].every(({ period }) => period === null);
  if (pairs.length === 0 && isUndated && later.columns.length === earlier.columns.length)
    return later.columns.map((_, i) => ({ later: i, earlier: i }));
  return pairs;
}

/** What tells a row among those that no caption of its own tells. */
function rowKey({ kind, section, caption }: Row): string {
  return `${kind} ${conceptKey(section.at(-1) ?? "")} ${conceptKey(caption)}`;
}

/** Rows that print their captions more than once, or none: the nth of as many is the nth. */
function byOrder(ours: readonly Row[], theirs: readonly Row[]): readonly (readonly [Row, Row])[] {
  const group = (rows: readonly Row[]): Map<string, Row[]> => {
    const groups = new Map<string, Row[]>();
    for (const row of rows) groups.set(rowKey(row), [...(groups.get(rowKey(row)) ?? []), row]);
    return groups;
  };
  const others = group(theirs);
  return [...group(ours)].flatMap(([key, rows]) => {
    const same = others.get(key) ?? [];
    return same.length === rows.length
      ? rows.flatMap((row, i): (readonly [Row, Row])[] => (same[i] ? [[row, same[i]]] : []))
      : [];
  });
}

/** Pairs the figures of the tables of two drafts. */
export function pairFigures(now: Filing, before: Filing, pairs: Pairs): void {
  for (const { later, earlier } of pairTables(now, before)) {
    const columns = pairColumns(later, earlier);
    const lines = matchLines(now, before, later, earlier, columns).map(
      (line) => [line.later, line.earlier] as const,
    );
    const [mine, theirs] = [new Set(lines.map(([row]) => row)), new Set(lines.map(([, row]) => row))];
    const rest = byOrder(
      later.rows.filter((row) => row.kind !== "heading" && !mine.has(row)),
      earlier.rows.filter((row) => row.kind !== "heading" && !theirs.has(row)),
    );
    for (const [row, other] of [...lines, ...rest]) {
      for (const column of columns) {
        const [figure, was] = [row.figures[column.later], other.figures[column.earlier]];
        if (figure && was && (figure.unit === was.unit || figure.nil || was.nil)) pairs.set(was, figure);
      }
    }
  }
}
