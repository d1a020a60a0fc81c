/** Header lines -> cells over the columns they stand above, spans and all. */
import type { Cell } from "../document.ts";
import type { Columns } from "./columns.ts";
import { type HeaderCell, placeGroups } from "./groups.ts";
import { isHeaderItem, item, overChange } from "./header-words.ts";
import type { Extent, Line, Word } from "./line.ts";
import type { Piece } from "./shape.ts";
import { textOf } from "./line.ts";

const ofTable = /^\((?:\p{L}+ )?(?:in|dollars?|amounts?|expressed|all|except)\b[^()]*\)$/iu;
const corner = { first: -1, last: -1 };

/**
 * One row of cells for each header line. Column 0 of the grid is that of the captions; column i of
 * `columns` is column i + 1 of the grid.
 */
export function headerRows(
  lines: readonly { readonly line: Line; readonly pieces: readonly Piece[]; readonly isRule: boolean }[],
  { extents: columns, placed, startAlike }: Columns,
): { line: Line; cells: Cell[] }[] {
  const rows: HeaderCell[][] = [];
  // From the bottom: what heads each column below tells what a line above it stands over.
  let over = columns;
  let starts = startAlike;
  for (let i = lines.length - 1; i >= 0; i--) {
    const own = lines[i];
    if (!own || own.isRule) continue;
    const rules = lines[i + 1]?.isRule ? (lines[i + 1]?.line.words ?? []) : [];
    const row = placed
      ? cellsOf(own.line, own.pieces, over, rules)
      : cellsInOrder(own.line, own.pieces, columns.length);
    if (placed) placeGroups(row, over, rows, starts);
    if (placed && headsEach(row, columns.length)) {
      over = row.map(extentOf);
      starts ||= startWith(over, columns);
    }
    rows.unshift(row);
  }
  return rows.map((cells) => ({
    line: cells[0]?.line ?? lines[0]?.line ?? neverLine,
    cells: cells.map(toCell),
  }));
}

/** Whether the cells of a line stand over one column each, and over all of them. */
function headsEach(cells: readonly HeaderCell[], columns: number): boolean {
  return cells.length === columns && cells.every(({ first, last }, i) => first === i && last === i);
}

/** Whether headers start where the figures below them do, and end elsewhere. */
function startWith(over: readonly Extent[], columns: readonly Extent[]): boolean {
  return (
    over.every(({ left }, i) => Math.abs(left - (columns[i]?.left ?? 0)) < 1) &&
    over.every(({ right }, i) => Math.abs(right - (columns[i]?.right ?? 0)) > 2)
  );
}

function extentOf({ words }: HeaderCell): Extent {
  return { left: words[0]?.left ?? 0, right: words.at(-1)?.right ?? 0 };
}

const neverLine: Line = { line: 1, source: "", words: [], leader: null, marks: [] };

function toCell({ line, words, text, first, last }: HeaderCell): Cell {
  return {
    text,
    col: first + 1,
    span: last - first + 1,
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
  const whole = phrases(pieces).flatMap((piece) => parts(piece, columns));
  const printed = whole.length < columns.length ? (oneEach(whole, columns) ?? whole) : whole;
  const cells = printed.map((part): HeaderCell => {
    const rule = rules.find((own) => isUnder(own, part));
    // A rule below several of them is that of the line above, or of the whole header.
    const isOwn = rule && printed.filter((other) => isUnder(rule, other)).length === 1;
    const [first, last] = covered(isOwn ? rule : part, columns);
    // "(in millions, except per share data)" is said of the whole table wherever it stands.
    return {
      line,
      words: part.words,
      text: part.text,
      ...(ofTable.test(part.text) ? corner : { first, last }),
      ruled: isOwn === true,
    };
  });
  if (areOneEach(printed, columns)) for (const [i, cell] of cells.entries()) cell.first = cell.last = i;
  else shareOut(cells, columns);
  // Two pieces over one column are one header, printed with a wide space.
  for (let i = cells.length - 1; i > 0; i--) {
    const [a, b] = [cells[i - 1], cells[i]];
    if (!a || !b || a.first !== b.first || a.last !== b.last || a.first < 0) continue;
    cells.splice(i - 1, 2, { ...a, words: [...a.words, ...b.words], text: `${a.text} ${b.text}` });
  }
  return cells;
}

/** So far may the middle of a header be from that of its column. */
const offMiddle = 2.5;

/**
 * Pieces cut where a column ends, single spaces or not, where that gives each column one header in its middle:
 * "4Q21 vs 4Q21 vs Full Year" over three columns. Null where it does not, or where most pieces would be cut.
 */
function oneEach(pieces: readonly Piece[], columns: readonly Extent[]): readonly Piece[] | null {
  const words = pieces.flatMap((piece) => piece.words);
  if (words.length < columns.length || words.length > mostWords) return null;
  // The best way to give the first words to the first columns, by the number of words.
  let ways: (Way | null)[] = [{ off: 0, parts: [] }];
  for (const column of columns) {
    const next: (Way | null)[] = [];
    for (let end = 1; end <= words.length; end++) {
      let best: Way | null = null;
      for (const [start, way] of ways.slice(0, end).entries()) {
        if (!way) continue;
        const all = words.slice(start, end);
        const left = all[0]?.left ?? 0;
        const right = all.at(-1)?.right ?? 0;
        const own = Math.abs(left + right - column.left - column.right) / 2;
        if (own > offMiddle || (best && way.off + own >= best.off)) continue;
        const part = { text: textOf(all), words: all, left, right };
        best = { off: way.off + own, parts: [...way.parts, part] };
      }
      next[end] = best;
    }
    ways = next;
  }
  const found = ways[words.length]?.parts ?? null;
  const kept = pieces.filter((piece) => found?.some((part) => part.text === piece.text));
  return kept.length * 3 >= pieces.length * 2 ? found : null;
}

const mostWords = 60;

interface Way {
  readonly off: number;
  readonly parts: readonly Piece[];
}

/** How far a header may stand from the figures it heads, where the line names one for each column. */
const farthest = 12;

/** A date, year or unit for each column, the first perhaps left of all its figures. */
function areOneEach(pieces: readonly Piece[], columns: readonly Extent[]): boolean {
  const [first, column] = [pieces[0], columns[0]];
  return (
    first !== undefined &&
    column !== undefined &&
    pieces.length === columns.length &&
    first.right >= column.left - farthest &&
    pieces.every(({ text }) => isHeaderItem(text))
  );
}

/**
 * A header that reaches a little way over the column of its neighbour stands over its own alone: a column
 * that two of one line touch goes to the one that has no other.
 */
function shareOut(cells: readonly HeaderCell[], columns: readonly Extent[]): void {
  for (const [i, right] of cells.entries()) {
    const left = cells[i - 1];
    if (!left || left.first < 0 || right.first < 0 || left.last !== right.first) continue;
    const at = columns[left.last];
    if (left.first === left.last && right.first === right.last) continue;
    const leftStays =
      left.first === left.last || (right.first < right.last && shared(left, at) > shared(right, at));
    if (leftStays) right.first++;
    else left.last--;
  }
}

function shared({ words }: HeaderCell, column: Extent | undefined): number {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !column) return 0;
  return Math.min(last.right, column.right) - Math.max(first.left, column.left);
}

function isUnder(rule: Extent, part: Extent): boolean {
  return rule.left <= part.left + 1 && rule.right >= part.right - 1;
}

const count =
  /(?:^|\s)(?:one|two|three|four|six|nine|twelve|thirteen|twenty-?six|thirty-?nine|fifty-?(?:two|three)|\d{1,2})$/i;
const counted = /^(?:months?|weeks?|quarters?|years?)\b/i;
/** A wider space than this parts "three" from the "months" of something else. */
const widestPhrase = 3.5;

/** Pieces with "three" and "months" together, set apart by a space that is as wide as that of columns. */
function phrases(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (
      last &&
      count.test(last.text) &&
      counted.test(piece.text) &&
      piece.left - last.right <= widestPhrase
    ) {
      const words = [...last.words, ...piece.words];
      whole[whole.length - 1] = { text: textOf(words), words, left: last.left, right: piece.right };
    } else whole.push(piece);
  }
  return whole;
}

/**
 * Where positions tell nothing: a header for each column, one for all of them, or as many for each part of
 * them. Any other line is not certain, and left out.
 */
function cellsInOrder(line: Line, pieces: readonly Piece[], columns: number): HeaderCell[] {
  const items = pieces.flatMap((piece) => itemsOf(piece.words) ?? [piece]);
  const own = items.length === columns ? items : pieces;
  const each = columns / own.length;
  if (own.length !== columns && own.length !== 1) return [];
  return own.map(({ words, text }, i): HeaderCell => {
    const place = ofTable.test(text) ? corner : { first: i * each, last: (i + 1) * each - 1 };
    return { line, words, text, ...place, ruled: false };
  });
}

/** A piece that holds one date, year or unit for each column it stands over is as many headers. */
function parts(piece: Piece, columns: readonly Extent[]): Piece[] {
  const [first, last] = covered(piece, columns);
  if (first < 0 || last === first || overChange.test(piece.text)) return [piece];
  const found = itemsOf(piece.words);
  return found && found.length > 1 && found.length <= last - first + 1 ? found : [piece];
}

/** Words as dates, years and units, one after the other; null where they are more than that. */
function itemsOf(words: readonly Word[]): Piece[] | null {
  const found: Piece[] = [];
  let open: Word[] = [];
  for (const [i, word] of words.entries()) {
    open.push(word);
    const next = words[i + 1];
    const text = textOf(open);
    // "Jun 30," may go on with a year.
    if (!item.test(text) || (next && item.test(`${text} ${next.text}`))) continue;
    const [first] = open;
    if (first) found.push({ text, words: open, left: first.left, right: word.right });
    open = [];
  }
  return open.length === 0 ? found : null;
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
