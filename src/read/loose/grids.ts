/** Loose rows -> grids: by the places of their cells where these tell the columns, else by count and shape. */
import type { Cell, Grid, GridRow } from "../document.ts";
import { alignRows, isFigure, isNil } from "./align.ts";
import { alignHeads, place } from "./heads.ts";
import type { LooseCell, LooseRow } from "./marks.ts";
import { withoutMerged } from "./merged.ts";
import { withoutShifts } from "./shifted.ts";

/** `headers`: how many of the first rows are known to be header. */
export function gridsFrom(printed: readonly LooseRow[], headers: number): Grid[] {
  const rows = withoutShifts(withoutMerged(printed), (cell) => isFigure(cell) || isNil(cell));
  const placed = lacksBlanks(rows) ? null : atTheirPlaces(rows);
  return placed ? [gridByPlace(placed, headers)] : alignRows(rows);
}

function figuresOf({ cells }: LooseRow): LooseCell[] {
  return cells.filter((cell) => isFigure(cell) || isNil(cell));
}

/**
 * The rows, where cells stand under their columns; null where they do not. A converter that gives "$" a cell of
 * its own and knows no spans shifts the rows without one: then the fullest rows have their numbers in different
 * places, or marks stand where others have their numbers. Where these belong below the mark, so do those with one.
 */
function atTheirPlaces(rows: readonly LooseRow[]): readonly LooseRow[] | null {
  if (!rows.some((row) => row.joined)) return rows;
  const figures = rows.map((row) => withoutNote(figuresOf(row)));
  const plain = new Set(
    figures.flatMap((own) => own.flatMap((cell) => (cell.markAt === undefined ? [cell.at] : []))),
  );
  const isShifted = ({ markAt }: LooseCell): boolean => markAt !== undefined && plain.has(markAt);
  const most = figures.reduce((a, b) => Math.max(a, b.length), 0);
  if (!figures.some((own) => own.some(isShifted))) {
    const fullest = figures.filter((own) => own.length === most).map((own) => own.map(({ at }) => at).join());
    return new Set(fullest).size <= 1 ? rows : null;
  }
  const moved = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (isShifted(cell) ? { ...cell, at: cell.markAt ?? cell.at } : cell)),
  }));
  const columns = new Set(moved.flatMap((row) => figuresOf(row).map(({ at }) => at)));
  return columns.size === most ? moved : null;
}

/**
 * Whether empty cells were dropped: the source has none at all, though its rows of figures are not equally
 * long. Where a short row lacks cells it may lack any of them.
 */
export function lacksBlanks(rows: readonly LooseRow[]): boolean {
  if (rows.some(({ cells }) => cells.some(({ text }) => text === ""))) return false;
  const lengths = rows.filter((row) => figuresOf(row).length > 0).map(({ cells }) => cells.length);
  return new Set(lengths).size > 1;
}

/**
 * `known`: how many rows stand above the delimiter row. They, and the rows without figures below them, are
 * header; their cells reach to the next one, unless their count or the length of the row says otherwise.
 */
function gridByPlace(rows: readonly LooseRow[], known: number): Grid {
  const first = rows.findIndex((row) => row.cells.some((cell) => isFigure(cell) || isNil(cell)));
  const headers = Math.max(known, first);
  const width = rows.reduce((most, row) => Math.max(most, row.width), 0);
  const columns = columnsOf(rows.slice(headers));
  const isWhole = rows.every(({ cells }) => cells.at(-1)?.text !== "");
  const most = rows.reduce((count, row) => Math.max(count, figuresOf(row).length), 0);
  const full = rows.filter((row) => figuresOf(row).length === most);
  const widths = new Set(full.map((row) => row.width));
  const [bodyWidth = 0] = widths.size === 1 && !isWhole ? widths : [];
  const squeezed = squeezedHeads(rows.slice(0, headers), columns, bodyWidth);
  return {
    kind: "grid",
    rows: rows.map((row, i): GridRow => {
      const { line, cells } = row;
      const head = squeezed?.get(row);
      if (head) return head;
      if (i >= headers) {
        const own = { line, cells: cells.map((cell) => place(cell, cell.at)) };
        return lostSpans(row, widths) ? { ...own, ragged: true } : own;
      }
      const filled = cells.filter(({ text, at }) => text !== "" && at > 0);
      if (filled.length === 0) return { line, cells: cells.map((cell) => place(cell, cell.at)) };
      const own =
        filled.length === columns.length || (!isWhole && row.width < width)
          ? overColumns(row, columns)
          : null;
      return own ?? byReach(row, width);
    }),
  };
}

/**
 * The header rows of a source that counts a cell over several columns as one: they have fewer cells than the
 * lines below, or, where they are filled up at their end, a row with a cell for each column ends before the last
 * columns. What such rows stand over, their counts say.
 */
function squeezedHeads(
  rows: readonly LooseRow[],
  columns: readonly number[],
  bodyWidth: number,
): ReadonlyMap<LooseRow, GridRow> | null {
  const heads = rows
    .map((row) => ({ row, filled: row.cells.filter(({ text }) => text !== "") }))
    .filter(({ filled }) => filled.some(({ at }) => at > 0));
  const last = columns.at(-2) ?? 0;
  const isShort = heads.some(
    ({ row, filled }) =>
      row.width < bodyWidth || (filled.length === columns.length && (filled.at(-1)?.at ?? last) < last),
  );
  if (columns.length < 3 || !isShort) return null;
  const aligned = alignHeads(
    heads.map(({ row, filled }) => ({ ...row, cells: filled })),
    columns.length,
  );
  return new Map(
    heads.flatMap(({ row }, i) => (aligned[i] ? [[row, underColumns(aligned[i], columns)]] : [])),
  );
}

/**
 * A line of figures with fewer cells than those that have all figures, the last of them empty: a cell over
 * several columns counts for one, and what stands behind it is out of its column.
 */
function lostSpans(row: LooseRow, widths: ReadonlySet<number>): boolean {
  return (
    row.cells.at(-1)?.text === "" &&
    widths.size === 1 &&
    [...widths].every((width) => row.width < width) &&
    figuresOf(row).length > 0
  );
}

/** Figures without the number of a note before them, which not every line has. */
function withoutNote(figures: readonly LooseCell[]): readonly LooseCell[] {
  const [first, ...others] = figures;
  return first && others.length > 0 && /^\d{1,2}(?:\s?\([a-z]{1,2}\))*$/.test(first.text) ? others : figures;
}

/** Where figures stand, from left to right. */
function columnsOf(rows: readonly LooseRow[]): number[] {
  const columns = new Set<number>();
  for (const { cells } of rows)
    for (const cell of cells) if ((isFigure(cell) || isNil(cell)) && cell.at > 0) columns.add(cell.at);
  return [...columns].sort((a, b) => a - b);
}

function byReach({ line, cells }: LooseRow, width: number): GridRow {
  const placed = cells.map((cell): Cell => {
    const { at } = cell;
    if (cell.text === "" || at === 0) return place(cell, at);
    const next = cells.find((other) => other.at > at && other.text !== "")?.at ?? width;
    return place(cell, at, next - at);
  });
  return { line, cells: placed };
}

/** A header row whose cells are fewer than those of the source's columns: what they stand over, their count says. */
function overColumns(row: LooseRow, columns: readonly number[]): GridRow | null {
  const cells = row.cells.filter(({ text }) => text !== "");
  const [aligned] = alignHeads([{ ...row, cells }], columns.length);
  if (!aligned || aligned.cells.slice(1).some(({ span }) => span === undefined)) return null;
  return underColumns(aligned, columns);
}

/** Cells over the columns of values by their number, from 1, put over those of the grid. */
function underColumns(row: GridRow, columns: readonly number[]): GridRow {
  return {
    ...row,
    cells: row.cells.map((cell): Cell => {
      const { col, span } = cell;
      if (col === 0) return cell;
      const from = columns[col - 1] ?? col;
      if (span === undefined) return { ...cell, col: from };
      const to = columns[col + span - 2] ?? from;
      return { ...cell, col: from, span: to - from + 1 };
    }),
  };
}
