/** A page as it is laid out, its words put together to pieces, with a piece of its own for each figure. */
import { type DrawnLine, type DrawnPage, type DrawnWord, lineOnPage, pageOf } from "../read/document.ts";
import { estimatedWidth } from "../read/pdf/letter-width.ts";
import type { ContentLine, ContentPage, ContentPart } from "../report/content.ts";
import type { Figure } from "../tables/table.ts";

/** Words closer than this share of their size are drawn as one piece. */
const sameRun = 0.9;
/** From this share of the size on there is a blank between two words. */
const aBlank = 0.13;

/** A word, or a part of one, and the figure that it is part of. */
interface Piece extends DrawnWord {
  readonly figure: Figure | null;
}

export function pageContent(
  { page, box, lines }: DrawnPage,
  byLine: ReadonlyMap<number, readonly Figure[]>,
): ContentPage {
  const words = lines.flatMap((line) => line.words);
  // Text may be drawn beyond the edges that the page names; it is shown all the same.
  const left = least(box[0], words, (word) => word.left);
  const right = -least(-box[2], words, (word) => -word.right);
  const bottom = least(box[1], words, (word) => word.base - word.size / 2);
  const top = -least(-box[3], words, (word) => -(word.base + word.size));
  const inTable = lines
    .flatMap(({ line }) => byLine.get(line) ?? [])
    .find((figure) => figure.wording === undefined && figure.table.title !== "");
  return {
    kind: "page",
    page,
    width: rounded(right - left),
    height: rounded(top - bottom),
    title: inTable?.table.title ?? "",
    lines: lines.map((line) => lineContent(line, byLine.get(line.line) ?? [], left, top)),
  };
}

function least<T>(first: number, items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => Math.min(sum, of(item)), first);
}

function rounded(n: number): number {
  return Math.round(n * 10) / 10;
}

function lineContent(line: DrawnLine, figures: readonly Figure[], left: number, top: number): ContentLine {
  const pieces = line.words.flatMap((word) => piecesOf(word, figures));
  const parts: ContentPart[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    const part = partOf(run, left, top);
    if (part) parts.push(part);
    run = [];
  };
  for (const piece of pieces) {
    const last = run.at(-1);
    if (last && !goesOn(last, piece)) close();
    run.push(piece);
  }
  close();
  return { line: lineOnPage(line.line), parts };
}

function goesOn(last: Piece, piece: Piece): boolean {
  if (last.figure !== piece.figure) return false;
  if (piece.figure) return true;
  const isLevel = Math.abs(last.base - piece.base) < 0.1 && Math.abs(last.size - piece.size) < 0.1;
  return isLevel && piece.left - last.right < sameRun * piece.size && piece.left > last.left;
}

/** Where the figure ends in the line; the percent sign behind it belongs to it. */
function endOf(figure: Figure, { text, column }: DrawnWord): number {
  const end = figure.place.endColumn;
  if (figure.unit !== "percent" || column === null) return end;
  const sign = /^%/.exec(text.slice(end - column));
  return end - column >= 0 && sign ? end + 1 : end;
}

/** The word cut where a figure begins and ends. */
function piecesOf(word: DrawnWord, figures: readonly Figure[]): readonly Piece[] {
  const { column, text } = word;
  if (column === null) return [{ ...word, figure: null }];
  const pieces: Piece[] = [];
  let at = 0;
  const cut = (to: number, figure: Figure | null): void => {
    const end = Math.min(to, text.length);
    if (end > at) pieces.push({ ...partOfWord(word, at, end), figure });
    at = Math.max(at, end);
  };
  for (const figure of figures) {
    if (endOf(figure, word) <= column || figure.place.column >= column + text.length) continue;
    cut(figure.place.column - column, null);
    cut(endOf(figure, word) - column, figure);
  }
  cut(text.length, null);
  return pieces;
}

/** The word from `start` to `end` of its text, as wide as such letters usually are in it. */
function partOfWord(word: DrawnWord, start: number, end: number): DrawnWord {
  if (start === 0 && end === word.text.length) return word;
  const share = (to: number): number =>
    (estimatedWidth(word.text.slice(0, to)) / (estimatedWidth(word.text) || 1)) * (word.right - word.left);
  return {
    ...word,
    text: word.text.slice(start, end),
    left: word.left + share(start),
    right: word.left + share(end),
    column: word.column === null ? null : word.column + start,
  };
}

function partOf(run: readonly Piece[], left: number, top: number): ContentPart | null {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return null;
  let text = "";
  let right = first.left;
  for (const piece of run) {
    const isApart = text !== "" && piece.left - right > aBlank * piece.size;
    text += (isApart ? " " : "") + piece.text;
    right = piece.right;
  }
  const { figure } = first;
  return {
    text,
    x: rounded(first.left - left),
    y: rounded(top - first.base),
    width: rounded(last.right - first.left),
    size: rounded(first.size),
    mark: figure && figureMark(figure, text.length),
  };
}

function figureMark(figure: Figure, length: number): ContentPart["mark"] {
  const { line, column } = figure.place;
  const page = pageOf(line);
  return { start: 0, end: length, ...(page === null ? {} : { page }), line: lineOnPage(line), column };
}
