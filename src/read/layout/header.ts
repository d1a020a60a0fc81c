/** Header lines -> cells over the columns they stand above, spans and all. */
import type { Cell } from "../document.ts";
import type { Extent, Line, Word } from "./line.ts";
import { type Piece, piecesOf } from "./shape.ts";
import { textOf } from "./line.ts";

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const item = new RegExp(
  `^(?:\\(?(?:un)?audited\\)?|\\(?restated\\)?|(?:19|20)\\d\\d\\*{0,2}|${month}\\s?\\d{1,2},?(?:\\s(?:19|20)\\d\\d)?|${month},?\\s(?:19|20)\\d\\d|RMB|US\\$|HK\\$|\\$|%|change|[1-4]Q\\d\\d|Q[1-4](?:\\s(?:19|20)?\\d\\d)?|\\d{1,2}/\\d{1,2}/(?:\\d\\d){1,2}|total|amount|percent)$`,
  "i",
);
/** Words of a header that stands over several columns. */
const overGroup = /\b(?:months?|weeks?|quarters?|years?|periods?)\b|\bended\b|^\(?(?:un)?audited\)?$/i;
const upperHalf = new RegExp(`(?:^|\\s)(?:${month}(?:\\s\\d{1,2})?,?)$`, "i");
const lowerHalf = /^(?:\d{1,2},?\s*)?(?:19|20)\d\d\b/;

/** Whether a piece of text is one that heads columns. */
export function isHeaderItem(text: string): boolean {
  return (
    item.test(text) ||
    overGroup.test(text) ||
    /^(?:(?:19|20)\d\d\s*)+$/.test(text) ||
    new RegExp(`\\b${month}\\s?\\d{1,2},?(?:\\s*(?:19|20)\\d\\d)?\\b`, "i").test(text)
  );
}

interface HeaderCell {
  readonly line: Line;
  readonly words: readonly Word[];
  text: string;
  first: number;
  last: number;
}

/**
 * One row of cells for each header line. Column 0 of the grid is that of the captions; column i of
 * `columns` is column i + 1 of the grid.
 */
export function headerRows(
  lines: readonly { readonly line: Line; readonly pieces: readonly Piece[]; readonly isRule: boolean }[],
  columns: readonly Extent[],
): { line: Line; cells: Cell[] }[] {
  const rows: HeaderCell[][] = [];
  for (const [i, { line, pieces, isRule }] of lines.entries()) {
    if (isRule) continue;
    const rules = lines[i + 1]?.isRule ? (lines[i + 1]?.line.words ?? []) : [];
    rows.push(cellsOf(line, pieces, columns, rules));
  }
  for (let i = 0; i + 1 < rows.length; i++) widen(rows[i] ?? [], columns, rows.slice(i + 1));
  joinDates(rows);
  return rows.map((cells) => ({
    line: cells[0]?.line ?? lines[0]?.line ?? neverLine,
    cells: cells.filter(({ text }) => text !== "").map(toCell),
  }));
}

const neverLine: Line = { line: 1, source: "", words: [], leader: false, marks: [] };

function toCell({ line, words, text, first, last }: HeaderCell): Cell {
  return {
    text,
    col: first + 1,
    ...(last > first ? { span: last - first + 1 } : {}),
    line: line.line,
    column: words[0]?.column ?? 1,
    endColumn: words.at(-1)?.endColumn ?? 1,
  };
}

function cellsOf(
  line: Line,
  pieces: readonly Piece[],
  columns: readonly Extent[],
  rules: readonly Extent[],
): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (const piece of pieces) {
    for (const part of parts(piece, columns)) {
      const rule = rules.find((own) => own.left <= part.left + 1 && own.right >= part.right - 1);
      const [first, last] = covered(rule ?? part, columns);
      cells.push({ line, words: part.words, text: part.text, first, last });
    }
  }
  // Two pieces over one column are one header, printed with a wide space.
  for (let i = cells.length - 1; i > 0; i--) {
    const [a, b] = [cells[i - 1], cells[i]];
    if (!a || !b || a.first !== b.first || a.last !== b.last || a.first < 0) continue;
    cells.splice(i - 1, 2, { ...a, words: [...a.words, ...b.words], text: `${a.text} ${b.text}` });
  }
  return cells;
}

/** A piece that holds one date, year or unit for each column it stands over is as many headers. */
function parts(piece: Piece, columns: readonly Extent[]): Piece[] {
  const [first, last] = covered(piece, columns);
  if (first < 0 || last === first) return [piece];
  const found: Piece[] = [];
  let open: Word[] = [];
  for (const word of piece.words) {
    open.push(word);
    const next = piece.words[piece.words.indexOf(word) + 1];
    const text = textOf(open);
    // "Jun 30," may go on with a year.
    if (item.test(text) && !(next && item.test(`${text} ${next.text}`))) {
      found.push(...piecesOf(open));
      open = [];
    }
  }
  return open.length === 0 && found.length > 1 && found.length <= last - first + 1 ? found : [piece];
}

/** First and last column that an extent stands over; -1 for the column of captions. */
function covered(extent: Extent, columns: readonly Extent[]): [number, number] {
  let first = -2;
  let last = -2;
  for (const [i, column] of columns.entries()) {
    const overlap = Math.min(column.right, extent.right) - Math.max(column.left, extent.left);
    if (overlap <= 0.3) continue;
    if (first === -2) first = i;
    last = i;
  }
  if (first !== -2) return [first, last];
  const left = columns[0]?.left ?? 0;
  if (extent.right <= left) return [-1, -1];
  // Between two columns or behind the last: the nearest.
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const [i, column] of columns.entries()) {
    const far = Math.max(column.left - extent.right, extent.left - column.right);
    if (far >= distance) continue;
    best = i;
    distance = far;
  }
  return [best, best];
}

/**
 * A short header centred over several columns touches only those in the middle: it takes the free ones
 * beside it that are nearer to it than to any other header of its line, where a line below tells them apart.
 */
function widen(
  cells: readonly HeaderCell[],
  columns: readonly Extent[],
  below: readonly HeaderCell[][],
): void {
  const own = cells.filter(({ first }) => first >= 0);
  if (own.length === 0 || !own.every(({ text }) => overGroup.test(text))) return;
  const apart = Math.max(...below.map((row) => row.filter(({ first }) => first >= 0).length));
  if (apart <= own.length) return;
  for (const [i] of columns.entries()) {
    if (own.some(({ first, last }) => first <= i && i <= last)) continue;
    let best: HeaderCell | null = null;
    let distance = Number.POSITIVE_INFINITY;
    for (const cell of own) {
      const center = ((cell.words[0]?.left ?? 0) + (cell.words.at(-1)?.right ?? 0)) / 2;
      const column = columns[i];
      const far = Math.abs(center - ((column?.left ?? 0) + (column?.right ?? 0)) / 2);
      if (far >= distance) continue;
      best = cell;
      distance = far;
    }
    if (!best) continue;
    best.first = Math.min(best.first, i);
    best.last = Math.max(best.last, i);
  }
}

/** "Jun 30," over "2003" is one date; it is told in the lower line. */
function joinDates(rows: readonly HeaderCell[][]): void {
  for (let i = 0; i + 1 < rows.length; i++) {
    for (const upper of rows[i] ?? []) {
      const date = upperHalf.exec(upper.text)?.[0].trim().replace(/,$/, "");
      if (date === undefined || upper.first < 0) continue;
      const under = (rows[i + 1] ?? []).filter(
        ({ first, last }) => upper.first <= first && last <= upper.last,
      );
      if (under.length === 0 || !under.every(({ text }) => lowerHalf.test(text))) continue;
      for (const lower of under) lower.text = `${date}${/\d$/.test(date) ? "," : ""} ${lower.text}`;
      if (upper.text.replace(/,$/, "") !== date) continue;
      upper.text = "";
    }
  }
}
