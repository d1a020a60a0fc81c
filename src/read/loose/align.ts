/**
 * Rows whose empty cells a converter dropped -> columns. How many values a full row has, the header and the
 * other rows say; a row with another count stands under its columns only where the shapes of its numbers
 * leave one way to place them. Any other is ragged: its cells are kept, but none says where it stands.
 */
import { append } from "../../lists.ts";
import { type Printed, readFigure } from "../../money/figure.ts";
import type { Cell, Grid, GridRow } from "../document.ts";
import type { LooseCell, LooseRow } from "./marks.ts";
import { alignHeads, dated, gridRow, place } from "./heads.ts";

interface Segment {
  readonly header: LooseRow[];
  readonly body: LooseRow[];
}

export function alignRows(rows: readonly LooseRow[]): Grid[] {
  const filled = rows.flatMap((row, i): LooseRow[] => {
    const own = withoutBlanks(row);
    const isApart = rows[i - 1]?.cells.every(({ text }) => text === "") === true;
    return own.cells.length === 0 ? [] : [isApart ? { ...own, apart: true } : own];
  });
  return segmentsOf(filled).map(alignSegment);
}

function withoutBlanks(row: LooseRow): LooseRow {
  return { ...row, cells: row.cells.filter((cell) => cell.text !== "") };
}

const isYear = (text: string): boolean => /^(?:FY\s?)?(?:19|20)\d\d$/i.test(text);

/** What a cell says, asked many times of each. */
const kindsOfCells = new WeakMap<LooseCell, Printed["kind"]>();

function kindOf(cell: LooseCell): Printed["kind"] {
  const known = kindsOfCells.get(cell);
  if (known !== undefined) return known;
  const { kind } = readFigure(cell.text);
  kindsOfCells.set(cell, kind);
  return kind;
}

/** Years are none: they name columns and lines. */
export function isFigure(cell: LooseCell): boolean {
  const kind = kindOf(cell);
  return (kind === "figure" || kind === "damaged") && !isYear(cell.text);
}

export function isNil(cell: LooseCell): boolean {
  return kindOf(cell) === "nil";
}

/** Where a header follows a body another table begins; lines that say its period belong to it. */
function segmentsOf(rows: readonly LooseRow[]): Segment[] {
  const segments: Segment[] = [];
  let open: Segment = { header: [], body: [] };
  const close = (): void => {
    if (open.header.length + open.body.length > 0) segments.push(open);
    open = { header: [], body: [] };
  };
  let hasFigures = false;
  for (const row of rows) {
    const figures = row.cells.some(isFigure);
    const isHeader = !figures && row.cells.length > 1 && !row.cells.some(isNil);
    if (isHeader && (!hasFigures || row.cells.some(({ text }) => dated.test(text)))) {
      const titles: LooseRow[] = [];
      while (isTitle(open.body.at(-1))) titles.unshift(...open.body.splice(-1));
      if (hasFigures) close();
      else titles.unshift(...open.body.splice(0));
      append(open.header, titles);
      open.header.push(row);
      hasFigures = false;
    } else {
      open.body.push(row);
      hasFigures ||= figures;
    }
  }
  close();
  return segments.map(withLoneHeader);
}

/** One cell that says a period. */
function isTitle(row: LooseRow | undefined): boolean {
  return row !== undefined && row.cells.length === 1 && !row.cells.some(isFigure) && dated.test(textOf(row));
}

function textOf(row: LooseRow): string {
  return row.cells[0]?.text ?? "";
}

/** A table of one column has a header of one cell. */
function withLoneHeader(segment: Segment): Segment {
  if (segment.header.length > 0) return segment;
  const end = segment.body.findIndex((row) => !isTitle(row));
  const isTop = end > 0 && segment.body.some((row) => row.cells.some(isFigure));
  return isTop ? { header: segment.body.slice(0, end), body: segment.body.slice(end) } : segment;
}

/** Cells behind the caption; all of them where the row has none. */
function valuesOf(row: LooseRow, width: number): readonly LooseCell[] {
  return isCaptioned(row, width) ? row.cells.slice(1) : row.cells;
}

function isCaptioned({ cells }: LooseRow, width: number): boolean {
  const [first] = cells;
  if (first === undefined) return false;
  if (!isFigure(first) && !isNil(first) && !isYear(first.text)) return true;
  return cells.length === width + 1;
}

const notesHeader = /^notes?\.?$/i;
const noteReference = /^\d{1,2}(?:\s?\([a-z]{1,3}\))*(?:,\s?\d{1,2}(?:\([a-z]{1,3}\))*)*$/i;

/**
 * A column of notes, which not every line has: the others get an empty cell there. A line is short of it where
 * it has as many cells as the rest of the header and begins with what can be no note.
 */
function withNotes(header: readonly LooseRow[], body: readonly LooseRow[]): readonly LooseRow[] {
  const own = header.find(({ cells }) => cells.some(({ text }) => notesHeader.test(text)));
  const at = own?.cells.findIndex(({ text }) => notesHeader.test(text)) ?? -1;
  if (!own || at > 1) return body;
  const columns = own.cells.length - at;
  const isNoted = ({ cells }: LooseRow): boolean =>
    cells.length === columns + 1 && noteReference.test(cells[1]?.text ?? "");
  if (columns < 3 || !body.some(isNoted)) return body;
  return body.map((row) => {
    const [caption, first] = row.cells;
    const isShort = row.cells.length === columns && caption && first && !noteReference.test(first.text);
    if (!isShort || isFigure(caption)) return row;
    const blank = { text: "", line: row.line, column: first.column, endColumn: first.column, at: first.at };
    return { ...row, cells: [caption, blank, ...row.cells.slice(1)] };
  });
}

function alignSegment({ header, body: printed }: Segment): Grid {
  const body = withNotes(header, printed);
  const width = widthOf(header, body);
  const full = body.filter((row) => row.cells.some(isFigure) && valuesOf(row, width).length === width);
  const shapes = shapesOf(full, width);
  return {
    kind: "grid",
    rows: [...alignHeads(header, width), ...body.map((row) => bodyRow(row, width, shapes))],
  };
}

/** How many values a full row has: as many as the last header has cells, or one less where it names the captions. */
function widthOf(header: readonly LooseRow[], body: readonly LooseRow[]): number {
  const withFigures = body.filter((row) => row.cells.some(isFigure));
  const sure = withFigures.filter(isPlain);
  const counts = new Map<number, number>();
  for (const row of sure.length > 0 ? sure : withFigures) {
    const count = valuesOf(row, 0).length;
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const rows = (count: number): number => counts.get(count) ?? 0;
  const heads = header.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (heads > 1 && rows(heads) + rows(heads - 1) > 0) {
    return rows(heads) >= rows(heads - 1) ? heads : heads - 1;
  }
  return [...counts].reduce((best, one) => (one[1] >= best[1] ? one : best), [1, 0])[0];
}

/** A footnote mark in a cell of its own, set close; a negative number of these converters is not. */
const footnote = /^\((?:\d{1,2}|[a-z])\)$/;

/** A caption in words and no cell that may be a footnote mark: its count of values is certain. */
function isPlain({ cells }: LooseRow): boolean {
  return /\p{L}/u.test(cells[0]?.text ?? "") && !cells.some(({ text }) => footnote.test(text));
}

type Shape = "percent" | "number" | "text";

function shapeOf(cell: LooseCell): Shape | null {
  if (isNil(cell)) return null;
  if (!isFigure(cell)) return "text";
  return cell.text.includes("%") ? "percent" : "number";
}

/** What full rows print in each column; fewer than three say nothing. */
function shapesOf(full: readonly LooseRow[], width: number): readonly ReadonlySet<Shape>[] {
  if (full.length < 3) return [];
  return Array.from({ length: width }, (_, col) => {
    const seen = full.flatMap((row) => {
      const cell = valuesOf(row, width)[col];
      const shape = cell && shapeOf(cell);
      return shape ? [shape] : [];
    });
    return new Set(seen);
  });
}

/** The one way to place the cells in order under columns of their shape, or null where there are more or none. */
function onlyPlacement(
  cells: readonly LooseCell[],
  shapes: readonly ReadonlySet<Shape>[],
): readonly number[] | null {
  if (cells.length === 0 || cells.length > shapes.length) return null;
  const fits = (cell: LooseCell, col: number): boolean => {
    const shape = shapeOf(cell);
    return shape !== null && shapes[col]?.has(shape) === true && shapes[col].size === 1;
  };
  // As far left and as far right as the shapes allow: where both agree there is no other way.
  const columns = [...shapes.keys()];
  const left = inOrder(cells, columns, fits);
  const right = inOrder([...cells].reverse(), columns.reverse(), fits)?.reverse();
  return left !== null && left.every((col, i) => col === right?.[i]) ? left : null;
}

/** The first column for each cell, in this order; null where one finds none. */
function inOrder(
  cells: readonly LooseCell[],
  columns: readonly number[],
  fits: (cell: LooseCell, col: number) => boolean,
): number[] | null {
  const taken: number[] = [];
  let next = 0;
  for (const cell of cells) {
    const found = columns.findIndex((col, i) => i >= next && fits(cell, col));
    if (found < 0) return null;
    taken.push(columns[found] ?? 0);
    next = found + 1;
  }
  return taken;
}

function bodyRow(row: LooseRow, width: number, shapes: readonly ReadonlySet<Shape>[]): GridRow {
  const own = alignBody(row, width, shapes);
  return row.apart ? { ...own, apart: true } : own;
}

function alignBody(row: LooseRow, width: number, shapes: readonly ReadonlySet<Shape>[]): GridRow {
  const caption = isCaptioned(row, width) ? row.cells[0] : undefined;
  let values = valuesOf(row, width);
  if (values.length > width) {
    const noted = values.filter(({ text }) => !footnote.test(text));
    if (noted.length === width) values = noted;
  }
  const isBody = values.some(isFigure) || values.some(isNil);
  if (values.length === width || !isBody) {
    return gridRow(
      row.line,
      caption,
      values.map((cell, i) => place(cell, i + 1)),
    );
  }
  const placed = onlyPlacement(values, shapes);
  if (placed) {
    const cells = values.map((cell, i) => place(cell, (placed[i] ?? 0) + 1));
    return gridRow(row.line, caption, withLast(cells, width, row.line));
  }
  return {
    ...gridRow(
      row.line,
      caption,
      values.map((cell, i) => place(cell, i + 1)),
    ),
    ragged: true,
  };
}

/** An empty cell under the last column tells that the row reaches it. */
function withLast(cells: readonly Cell[], width: number, line: number): readonly Cell[] {
  const last = cells.at(-1);
  if (last === undefined || last.col === width) return cells;
  return [...cells, { text: "", col: width, line, column: last.endColumn, endColumn: last.endColumn }];
}
