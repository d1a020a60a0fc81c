/** A table of the markup -> a grid with one column for captions and one for each printed column. */
import { append } from "../../lists.ts";
import type { Block, Cell, GridRow, TaggedFact } from "../document.ts";
import { type Columns, mostPrinted, type PrintedColumn, readColumns } from "./columns.ts";
import type { DraftRow } from "./drafts.ts";
import type { Lines } from "./lines.ts";
import { pieceOf } from "./numbers.ts";
import { placeCells } from "./place.ts";
import type { TextRun } from "./text-run.ts";
import { type Placed, readTokens, type Token } from "./tokens.ts";
import type { TagBook } from "./xbrl.ts";

/** What the conversion of a table needs of the source. */
export interface Source {
  readonly lines: Lines;
  readonly tags: TagBook;
  /** What had to be decided, for the user. */
  readonly notes: string[];
}

/** Up to here every row gets a cell in every column; a larger grid holds only what is printed. */
const densestGrid = 1_000_000;
/** Points that one blank sets a caption in. */
const blankWidth = 2.5;
/** Above a table, a line of title over its whole width is no longer. */
const longestTitle = 400;

/** Null for a table that prints no figures, or only references: it is text in rows. */
export function gridOf(rows: readonly DraftRow[], source: Source): Block[] | null {
  const placed = placeCells(rows);
  const marks = markColumns(placed);
  const tokens = placed.map((cells) => readTokens(cells, marks));
  const columns = readColumns(tokens);
  if (!columns || columns.printed.length === 0 || columns.printed.length > mostPrinted) return null;
  if (isList(tokens, columns, placed)) return null;
  const width = columns.printed.length + 1;
  const dense = width * rows.length <= densestGrid;
  const ruled = ruledColumns(rows, placed, tokens, columns.printed);
  const blocks: Block[] = [];
  const grid: GridRow[] = [];
  let isApart = false;
  for (const [i, own] of tokens.entries()) {
    if (own.length === 0) {
      isApart = true;
      continue;
    }
    const { line } = source.lines.at(own[0]?.run.sourceAt(0) ?? rows[i]?.at ?? 0);
    const cells = cellsOf(own, columns, source);
    if (grid.length === 0 && isTitle(cells, width)) {
      for (const token of own) append(blocks, paragraphsOf(token.run, source));
      continue;
    }
    if (cells[0]?.col !== 0) cells.unshift(blankCell(line, 0));
    const row: GridRow = {
      line,
      cells: dense ? filled(cells, width, line) : cells,
      indent: indentOf(placed[i] ?? [], columns),
      ...(ruled[i] === undefined ? {} : { ruled: ruled[i] }),
      ...(isApart ? { apart: true } : {}),
    };
    isApart = false;
    grid.push(row);
  }
  if (grid.length > 0) blocks.push({ kind: "grid", rows: grid });
  return blocks;
}

function blankCell(line: number, col: number): Cell {
  return { text: "", col, span: 1, line, column: 1, endColumn: 1 };
}

function filled(cells: readonly Cell[], width: number, line: number): Cell[] {
  const row: Cell[] = [];
  let next = 0;
  for (let col = 0; col < width; col++) {
    const cell = cells[next];
    if (cell?.col === col) {
      row.push(cell);
      next++;
    } else row.push(blankCell(line, col));
  }
  return row;
}

/** Starts of the columns that hold footnote marks in cells of their own, beside numbers or captions. */
function markColumns(rows: readonly (readonly Placed[])[]): Set<number> {
  const seen = new Map<number, { marks: number; others: number }>();
  for (const cells of rows) {
    for (const { run, start } of cells) {
      if (run.empty) continue;
      const piece = pieceOf(run.text);
      const own = seen.get(start) ?? { marks: 0, others: 0 };
      if (piece === "mark") own.marks++;
      else if (piece !== "suffix") own.others++;
      seen.set(start, own);
    }
  }
  return new Set(
    [...seen].filter(([, { marks, others }]) => marks > 0 && others === 0).map(([start]) => start),
  );
}

/** Heads the numbers of an index of exhibits, in however many columns. */
const exhibitHead = /^exhibit(?:\s*(?:no\.?|nos\.?|numbers?|#|index))?[.:]?$/i;

/** Numbers left of their texts (a list of exhibits), or linked ones (a table of contents). */
function isList(
  tokens: readonly (readonly Token[])[],
  columns: Columns,
  placed: readonly (readonly Placed[])[],
): boolean {
  const numbers = tokens.flat().filter((token) => token.kind === "number");
  if (
    tokens
      .slice(0, 4)
      .flat()
      .some((token) => token.kind === "text" && exhibitHead.test(token.text))
  )
    return true;
  const columnsOfNumbers = columns.printed.filter((column) => column.numbers);
  if (columnsOfNumbers.length > 1) return false;
  const [only] = columnsOfNumbers;
  const behind = tokens.filter((row) => {
    const at = row.findIndex((token) => token.kind === "number");
    return (
      at >= 0 && row.slice(at + 1).some((token) => token.kind === "text" && /\p{L}{3}/u.test(token.text))
    );
  });
  if (only && columns.captionEnd <= only.start && behind.length * 2 > numbers.length) return true;
  const linked = new Set<TextRun>();
  for (const cells of placed) for (const { cell, run } of cells) if (cell.linked) linked.add(run);
  return linked.size > 0 && numbers.filter((token) => linked.has(token.run)).length * 2 > numbers.length;
}

function isTitle(cells: readonly Cell[], width: number): boolean {
  const [only] = cells;
  if (!only || cells.length > 1 || only.col !== 0) return false;
  return (only.span ?? 1) >= width && only.text.length <= longestTitle;
}

/** Columns whose numbers in this row have a rule line right above them. */
function ruledColumns(
  rows: readonly DraftRow[],
  placed: readonly (readonly Placed[])[],
  tokens: readonly (readonly Token[])[],
  printed: readonly PrintedColumn[],
): (number[] | undefined)[] {
  let above = new Set<number>();
  const columnsAt = (start: number, end: number): number[] => {
    const found: number[] = [];
    for (const [i, column] of printed.entries())
      if (column.start < end && start < column.end) found.push(i + 1);
    return found;
  };
  return rows.map((row, i) => {
    const cells = placed[i] ?? [];
    const hasFigures = (tokens[i] ?? []).some((token) => token.kind === "number" || token.kind === "nil");
    const ruled = above;
    const below = new Set<number>(hasFigures || cells.some((cell) => !cell.run.empty) ? [] : above);
    for (const { cell, run, start, end } of cells) {
      const isLine = /^[-_=\u2010-\u2015]{3,}$/.test(run.text);
      if (!cell.ruleAbove && !cell.ruleBelow && !isLine && !row.ruleAbove && !row.ruleBelow) continue;
      if (end - start > 6) continue;
      for (const column of columnsAt(start, end)) {
        if (cell.ruleAbove || row.ruleAbove) (run.empty && !hasFigures ? below : ruled).add(column);
        if (cell.ruleBelow || row.ruleBelow || isLine) below.add(column);
      }
    }
    above = below;
    return hasFigures && ruled.size > 0 ? [...ruled].sort((a, b) => a - b) : undefined;
  });
}

function indentOf(cells: readonly Placed[], columns: Columns): number {
  const caption = cells.find((placed) => !placed.run.empty);
  if (!caption || caption.start >= Math.max(1, columns.captionEnd)) return 0;
  const points = caption.cell.indent + caption.run.leadingBlanks * blankWidth + caption.start * 10;
  return Math.round(points * 10) / 10;
}

function cellsOf(tokens: readonly Token[], { captionEnd, printed }: Columns, source: Source): Cell[] {
  const byColumn = new Map<number, Cell>();
  for (const token of tokens) {
    const { col, span } = columnOf(token, captionEnd, printed, byColumn);
    const cell = cellOf(token, col, span, source);
    const before = byColumn.get(col);
    // Two texts over one column are one; two numbers are damage that reading the figure shows.
    byColumn.set(col, before ? joined(before, cell) : cell);
  }
  return [...byColumn.values()].sort((a, b) => a.col - b.col);
}

function joined(before: Cell, cell: Cell): Cell {
  return {
    ...before,
    text: `${before.text} ${cell.text}`.trim(),
    span: Math.max(before.span ?? 1, cell.span ?? 1),
  };
}

function columnOf(
  token: Token,
  captionEnd: number,
  printed: readonly PrintedColumn[],
  taken: ReadonlyMap<number, Cell>,
): { col: number; span: number } {
  const isNumber = token.kind === "number" || token.kind === "nil";
  if (isNumber) {
    // Where a cell covers several columns its number stands at the right.
    const own = printed.findLastIndex((column) => column.start < token.end && token.start < column.end);
    if (own >= 0) return { col: own + 1, span: 1 };
  }
  const over: number[] = [];
  for (const [i, column] of printed.entries()) {
    if (column.from < token.end && token.start < column.to) over.push(i + 1);
  }
  if (token.start < captionEnd) return { col: 0, span: 1 + over.length };
  const [first] = over;
  if (first !== undefined) return { col: first, span: over.length };
  // Above a spacer: the nearest column that has nothing in this row yet.
  let nearest = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const [i, column] of printed.entries()) {
    if (taken.has(i + 1)) continue;
    const gap = token.start >= column.to ? token.start - column.to : column.from - token.end;
    if (gap < distance) {
      distance = gap;
      nearest = i + 1;
    }
  }
  return { col: nearest, span: 1 };
}

function cellOf(token: Token, col: number, span: number, source: Source): Cell {
  const { run } = token;
  const isNumber = token.kind !== "text";
  const text = isNumber ? token.text : run.text.replaceAll("\n", " ");
  const facts = isNumber || run.facts.length > 0 ? factsOf(run, source.tags) : [];
  return {
    text,
    col,
    span,
    ...(isNumber ? placeOfNumber(run, source.lines) : placeOf(run, 0, run.text.length, source.lines)),
    ...(token.mark === undefined ? {} : { mark: token.mark }),
    ...(run.bold === true ? { bold: true as const } : {}),
    ...(facts.length > 0 ? { facts } : {}),
  };
}

function factsOf(run: TextRun, tags: TagBook): TaggedFact[] {
  return run.facts.flatMap(({ fact }) => tags.resolve(fact) ?? []);
}

/** The digits of a number, with the bracket, sign and point that stand right beside them in the source. */
function placeOfNumber(run: TextRun, lines: Lines): { line: number; column: number; endColumn: number } {
  const { text } = run;
  let from = text.search(/\d/);
  if (from < 0) return placeOf(run, 0, text.length, lines);
  let to = from + 1;
  const beside = (a: number, b: number): boolean => run.sourceAt(b) - run.sourceAt(a) === 1;
  while (from > 0 && /[-.(\u2010-\u2015\u2212]/.test(text[from - 1] ?? "") && beside(from - 1, from)) from--;
  while (to < text.length && /[\d.,)%]/.test(text[to] ?? "") && beside(to - 1, to)) to++;
  return placeOf(run, from, to, lines);
}

function placeOf(
  run: TextRun,
  from: number,
  to: number,
  lines: Lines,
): { line: number; column: number; endColumn: number } {
  const { line, column } = lines.at(run.sourceAt(from));
  const end = lines.at(run.sourceAt(Math.max(from, to - 1)) + 1);
  return { line, column, endColumn: end.line === line ? end.column : column + Math.max(1, to - from) };
}

/** Each line of a run as a paragraph. */
export function paragraphsOf(run: TextRun, { lines, tags }: Source): Block[] {
  return run.lines().map((line): Block => {
    const [first, ...more] = line.places(lines);
    const facts = line.facts.flatMap(({ fact, start, end }) => {
      const resolved = tags.resolve(fact);
      return resolved ? [{ start, end, fact: resolved }] : [];
    });
    return {
      kind: "paragraph",
      line: first?.line ?? 1,
      column: first?.column ?? 1,
      text: line.text,
      ...(first && more.length > 0 ? { pieces: [first, ...more] } : {}),
      ...(facts.length > 0 ? { facts } : {}),
    };
  });
}
