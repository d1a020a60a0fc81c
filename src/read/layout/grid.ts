/** The lines of a table -> a grid: captions left, figures in their columns, headers above them. */
import type { Cell, Grid, GridRow } from "../document.ts";
import type { TableLines } from "./blocks.ts";
import { assign, type Columns, findColumns } from "./columns.ts";
import { cutGlued, type Figure, type Split } from "./figures.ts";
import { headerRows } from "./header.ts";
import { mendLigatures } from "./letters.ts";
import { type Extent, type Line, textOf, type Word } from "./line.ts";
import { isPageRule, type Shape, wideGap } from "./shape.ts";
import { joinWrapped } from "./wrapped.ts";

/** Null where the lines are no table: one row and nothing above it, or columns that cannot be told. */
export function makeGrid(shapes: readonly Shape[], lines: TableLines): Grid | null {
  const whole = gridOf(shapes, lines);
  return overPages(shapes, lines, whole) ?? whole?.grid ?? null;
}

/**
 * A table over pages whose columns have other places on each, since a converter set every page for itself: as a
 * whole it shows more columns, or none. Null where the pages do not show as many each.
 */
function overPages(
  shapes: readonly Shape[],
  { header, body, end }: TableLines,
  whole: Placed | null,
): Grid | null {
  const starts = [body];
  for (let i = body + 1; i < end; i++) if (shapes[i]?.line.marks.includes("page")) starts.push(i);
  if (starts.length < 2) return null;
  const pages = starts.map((start, i) =>
    gridOf(shapes, { header: i === 0 ? header : start, body: start, end: starts[i + 1] ?? end }),
  );
  const [first] = pages;
  if (!first || (whole?.placed === true && whole.columns <= first.columns)) return null;
  if (!pages.every((page) => page?.placed === true && page.columns === first.columns)) return null;
  return { kind: "grid", rows: pages.flatMap((page) => page?.grid.rows ?? []) };
}

interface Placed {
  readonly grid: Grid;
  readonly placed: boolean;
  readonly columns: number;
}

function gridOf(shapes: readonly Shape[], { header, body: bodyStart, end }: TableLines): Placed | null {
  const bodyShapes = shapes.slice(bodyStart, end);
  const splits = bodyShapes.flatMap((shape) => (shape.split ? [shape.split] : []));
  const certain = splits.filter(isApart);
  const printed = (certain.length > 0 ? certain : splits).map(({ figures }) => figures);
  const columns = findColumns(printed, areTabbed(bodyShapes));
  if (!columns) return null;
  if (splits.length === 1 && (header === bodyStart || columns.extents.length < 2)) return null;
  const headerShapes = shapes
    .slice(header, bodyStart)
    .filter(({ kind }) => kind === "text" || kind === "rule");
  const over = { ...columns, extents: stretched(columns, shapes.slice(header, end)) };
  const rows: GridRow[] = headerRows(
    headerShapes.map(({ line, pieces, kind }) => ({ line, pieces, isRule: kind === "rule" })),
    over,
  ).map(({ line, cells }) => ({ line: line.line, cells: withStub(cells, line), header: true }));
  const body: GridRow[] = [];
  let ruled: number[] = [];
  for (const shape of bodyShapes) {
    if (shape.kind === "rule") {
      if (!isPageRule(shape)) ruled = [...new Set([...ruled, ...underRule(shape.line, columns.extents)])];
      continue;
    }
    const row = bodyRow(shape, columns);
    if (!row) continue;
    const isRow = shape.kind === "figures";
    body.push(isRow && ruled.length > 0 ? { ...row, ruled } : row);
    if (isRow) ruled = [];
  }
  return {
    grid: { kind: "grid", rows: [...rows, ...joinWrapped(body, roomOfCaptions(bodyShapes))] },
    placed: columns.placed,
    columns: columns.extents.length,
  };
}

/** Whether one tab stands between all cells, whatever their lengths: then it parts them, and reaches to no place. */
function areTabbed(shapes: readonly Shape[]): boolean {
  let single = 0;
  let rows = 0;
  for (const { kind, line } of shapes) {
    if (kind !== "figures") continue;
    rows++;
    if (/\t/.test(line.source) && !/\t[\t ]| {2,}/.test(line.source.trim())) single++;
  }
  return rows > 0 && single * 5 >= rows * 4;
}

/** A caption that is shorter still was not broken for want of room. */
const narrowestRoom = 28;

/** Where captions end at most: the right edge of the longest. */
function roomOfCaptions(shapes: readonly Shape[]): number {
  let room = narrowestRoom;
  for (const { line, split, kind } of shapes) {
    const last = kind === "figures" ? split?.caption.at(-1) : undefined;
    if (last) room = Math.max(room, line.leader ?? last.right);
  }
  return room;
}

function isApart({ gap }: Split): boolean {
  return gap >= wideGap;
}

/** A header row always starts with the cell of the captions, which is where readers of grids look for one. */
function withStub(cells: readonly Cell[], line: Line): Cell[] {
  return cells[0]?.col === 0 ? [...cells] : [blankCell(0, line), ...cells];
}

function blankCell(col: number, line: Line): Cell {
  return { text: "", col, line: line.line, column: 1, endColumn: 1 };
}

/** The extents of columns with those of the rule lines that stand over one of them only. */
function stretched(columns: Columns, shapes: readonly Shape[]): Extent[] {
  const extents = columns.extents.map(({ left, right }) => ({ left, right }));
  if (!columns.placed) return extents;
  for (const { kind, line } of shapes) {
    if (kind !== "rule") continue;
    for (const rule of line.words) {
      const under = extents.filter((column) => column.left < rule.right && rule.left < column.right);
      const [only] = under;
      if (!only || under.length > 1) continue;
      only.left = Math.min(only.left, rule.left);
      only.right = Math.max(only.right, rule.right);
    }
  }
  return extents;
}

function underRule(line: Line, columns: readonly Extent[]): number[] {
  return columns.flatMap((column, i) =>
    line.words.some((rule) => rule.left < column.right && column.left < rule.right) ? [i + 1] : [],
  );
}

function bodyRow(shape: Shape, columns: Columns): GridRow | null {
  const { line, split, kind } = shape;
  if (kind === "text") {
    const { words, isUnread } = captionOf(shape, columns);
    const cells = [captionCell(line, words), ...columns.extents.map((_, i) => blankCell(i + 1, line))];
    return {
      line: line.line,
      cells,
      header: false,
      ...(isUnread ? { ragged: true } : {}),
      indent: line.words[0]?.left ?? 0,
    };
  }
  if (kind !== "figures" || !split) return null;
  const { caption, figures, columnsOf, certain } = place(line, split, columns);
  const cells: Cell[] = [captionCell(line, caption)];
  if (columnsOf) {
    for (const [i] of columns.extents.entries()) {
      const at = columnsOf.indexOf(i);
      const figure = figures[at];
      cells.push(figure ? figureCell(line, figure, i + 1) : blankCell(i + 1, line));
    }
  } else {
    // Which figure stands in which column is not certain: such a row is never told wrong.
    for (const [i, figure] of figures.slice(0, columns.extents.length).entries()) {
      cells.push(figureCell(line, figure, i + 1));
    }
  }
  return {
    line: line.line,
    cells,
    header: false,
    ...(certain ? {} : { ragged: true }),
    ...(caption[0] ? { indent: caption[0].left } : {}),
  };
}

/**
 * The words of a line without figures that stand left of the columns: words right of them are other text. With
 * digits or brackets among them it is a row that could not be read, and all of it is kept.
 */
function captionOf(
  { line, pieces }: Shape,
  { extents, placed }: Columns,
): { readonly words: readonly Word[]; readonly isUnread: boolean } {
  const left = extents[0]?.left ?? 0;
  const own = placed ? pieces.filter((piece) => piece.left < left) : [];
  const others = pieces.filter((piece) => !own.includes(piece));
  if (own.length === 0) return { words: line.words, isUnread: false };
  const isUnread = others.some(({ text }) => /[\d()]/.test(text));
  return { words: isUnread ? line.words : own.flatMap(({ words }) => words), isUnread };
}

interface PlacedRow {
  readonly caption: readonly Word[];
  readonly figures: readonly Figure[];
  readonly columnsOf: readonly number[] | null;
  readonly certain: boolean;
}

/** The column of each figure, or null; a number glued to the caption belongs to it unless a column wants it. */
function place(line: Line, split: Split, { extents, placed }: Columns): PlacedRow {
  const { caption } = split;
  const inOrder = extents.map((_, i) => i);
  const tries: (readonly Figure[])[] = [split.figures];
  const withoutNotes = split.figures.filter(
    (figure, i) => !figure.noteLike || !isBehind(figure, split.figures[i - 1]),
  );
  if (withoutNotes.length < split.figures.length) tries.push(withoutNotes);
  if (!isApart(split) && split.figures.length > 1) tries.push(split.figures.slice(1));
  const glued = split.figures.length === extents.length - 1 ? cutGlued(caption) : null;
  if (glued) {
    const columnsOf = placed ? assign(split.figures, extents) : inOrder.slice(1);
    if (columnsOf && !columnsOf.includes(0)) {
      // A short number may as well be the mark of a footnote.
      const { figure } = glued;
      return {
        caption: glued.caption,
        figures: [figure, ...split.figures],
        columnsOf: inOrder,
        certain: !figure.noteLike,
      };
    }
  }
  for (const figures of tries) {
    const isWhole = figures.length === extents.length;
    if (isWhole && placed && figures === split.figures && startsInCaption(split, extents)) continue;
    const columnsOf = isWhole ? inOrder : placed ? assign(figures, extents) : null;
    if (!columnsOf) continue;
    const [first] = figures;
    const words =
      first === split.figures[0]
        ? caption
        : line.words.filter(
            ({ column }) => column < (first?.column ?? 0) && !/^[$€£¥]$/.test(textAt(line, column)),
          );
    return { caption: words, figures, columnsOf, certain: true };
  }
  return { caption, figures: split.figures, columnsOf: null, certain: false };
}

/** Whether the first figure is the last word of the caption: left of all columns, while the next stands in one. */
function startsInCaption({ caption, figures, gap }: Split, extents: readonly Extent[]): boolean {
  const [first, next] = figures;
  const [column] = extents;
  if (!first || !next || !column || caption.length === 0 || gap >= wideGap) return false;
  return first.right < column.left && assign(figures.slice(1), extents) !== null;
}

function textAt(line: Line, column: number): string {
  return line.words.find((word) => word.column === column)?.text ?? "";
}

function isBehind(figure: Figure, before: Figure | undefined): boolean {
  return before !== undefined && figure.left - before.right < wideGap;
}

function captionCell(line: Line, words: readonly Word[]): Cell {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return blankCell(0, line);
  return {
    text: mendLigatures(textOf(words)),
    col: 0,
    line: line.line,
    column: first.column,
    endColumn: last.endColumn,
  };
}

function figureCell(line: Line, { text, column, endColumn }: Figure, col: number): Cell {
  return { text, col, line: line.line, column, endColumn };
}
