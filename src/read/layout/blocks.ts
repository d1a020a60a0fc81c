/** Lines -> tables and what is left between them. */
import { smallest } from "../../lists.ts";
import { sameEdge } from "./columns.ts";
import type { Split } from "./figures.ts";
import { isHeaderItem } from "./header-words.ts";
import type { Shape } from "./shape.ts";

/** Lines of one table by their index: the header, which may be empty, and the body. */
export interface TableLines {
  readonly header: number;
  readonly body: number;
  /** Behind the last. */
  readonly end: number;
}

/** A wider space than this between two rows parts them, unless a page ended there. */
const mostBlankLines = 4;
const mostHeaderLines = 14;
/** Headings right above the first row of a table without a header. */
const mostHeadings = 3;

/** Where tables are. Whether one of them makes sense is decided later, row by row. */
export function findTables(shapes: readonly Shape[]): TableLines[] {
  const tables: TableLines[] = [];
  let start = -1;
  let last = -1;
  let bound = 0;
  const close = (): void => {
    if (start >= 0) {
      const header = headerStart(shapes, bound, start);
      tables.push({ ...header, end: last + 1 });
      bound = last + 1;
    }
    start = -1;
  };
  for (const [i, shape] of shapes.entries()) {
    if (shape.line.marks.includes("wall")) {
      close();
      bound = i;
    }
    if (shape.kind !== "figures") continue;
    if (start >= 0 && parted(shapes, start, last, i)) close();
    if (start < 0) start = i;
    last = i;
  }
  close();
  return tables;
}

/** Left edge of the figures of a row. */
function figuresLeft(shape: Shape | undefined): number {
  return shape?.split?.figures[0]?.left ?? Number.POSITIVE_INFINITY;
}

/** Whether something between two rows of figures ends the table that starts at `start`. */
function parted(shapes: readonly Shape[], start: number, a: number, b: number): boolean {
  const between = shapes.slice(a + 1, b);
  const left = Math.min(figuresLeft(shapes[a]), figuresLeft(shapes[b]));
  const isPaged = between.some(({ line }) => line.marks.includes("page"));
  let blanks = 0;
  let dated = false;
  let headed = false;
  for (const [i, shape] of between.entries()) {
    if (shape.line.marks.includes("wall") || shape.line.marks.includes("stub")) return true;
    if (shape.kind === "blank") {
      if (++blanks > mostBlankLines && !isPaged && !goesOn(shapes, start, a, b)) return true;
      continue;
    }
    blanks = 0;
    if (shape.kind !== "text") continue;
    if (shape.isProse && !isInner(shape, between[i + 1], left)) return true;
    if (!isAbove(shape, left) || holdsFigures(shape)) continue;
    const items = shape.pieces.filter((piece) => isHeaderItem(piece.text)).length;
    if (items > 0) dated = true;
    if (shape.pieces.length > 1) headed = true;
  }
  return dated || headed;
}

/** So far apart are the rows of a table whose converter keeps empty paragraphs and rows of spacers. */
const mostBlankWithin = 14;

/**
 * Whether the next figures stand in the columns of the rows above, with nothing but captions between: then a
 * wide space is one within the table.
 */
function goesOn(shapes: readonly Shape[], start: number, a: number, b: number): boolean {
  const between = shapes.slice(a + 1, b);
  const next = shapes[b]?.split?.figures ?? [];
  if (next.length < 2 || between.length > mostBlankWithin) return false;
  if (between.some(({ kind, pieces }) => kind === "text" && pieces.some(({ text }) => titleWords.test(text))))
    return false;
  const above = shapes.slice(start, a + 1).flatMap(({ split }) => split?.figures ?? []);
  return next.every(({ edge, left }) =>
    above.some(
      (figure) => Math.abs(figure.edge - edge) < sameEdge || Math.abs(figure.left - left) < sameEdge,
    ),
  );
}

/** A long caption or heading: it stays left of the figures, and it or the line it goes on in ends as no sentence does. */
function isInner(shape: Shape, next: Shape | undefined, left: number): boolean {
  const right = shape.pieces.at(-1)?.right ?? 0;
  const text = shape.pieces.map((piece) => piece.text).join(" ");
  if (right > left || /[.;]["”)]?$/.test(text)) return false;
  return next?.kind !== "text" || !next.isProse || text.endsWith(":");
}

/** Figures with words between them ("43%  51%  (300) bp."): a row that cannot be read, and no header. */
function holdsFigures({ pieces }: Shape): boolean {
  const numbers = pieces.filter(
    ({ text }) => /^[($€£]*\d[\d,]*(?:\.\d+)?\)?\s?%?\)?$/.test(text) && !isHeaderItem(text),
  );
  return numbers.length >= 2 && numbers.length * 3 >= pieces.length;
}

/** A line all of whose text, or all but a caption that heads the captions, stands over the figures. */
function isAbove(shape: Shape, left: number): boolean {
  const [first, ...others] = shape.pieces;
  if (!first) return false;
  if (first.left >= left - 3) return true;
  const over = others.filter((piece) => piece.left >= left - 3);
  if (over.length >= 2 && over.every(({ text }) => isHeaderItem(text))) return true;
  return (
    others.some((piece) => piece.left >= left - 3) &&
    (others.every((piece) => piece.left >= left - 3 && isHeaderItem(piece.text)) ||
      /^\(.*\)$/.test(first.text) ||
      isHeaderItem(first.text))
  );
}

const titleWords =
  /\b(?:statements?|balance sheets?|reconciliations?|schedules?|summary|inc|corp|corporation|company|limited|ltd|exhibit|table|data|information)\b|^\((?:in|dollars|amounts|expressed|all|000)\b/i;

function headerStart(
  shapes: readonly Shape[],
  bound: number,
  body: number,
): { readonly header: number; readonly body: number } {
  const left = leftOfRows(shapes, body);
  let header = body;
  let headings = body;
  let blanks = 0;
  let adjacent = true;
  for (let i = body - 1; i >= bound && body - i <= mostHeaderLines + blanks; i--) {
    const shape = shapes[i];
    if (!shape || shape.kind === "figures" || shape.isProse) break;
    const { marks } = shape.line;
    if (marks.includes("stub")) {
      // What stands between the mark of the body and its first figures are headings.
      headings = i + 1;
      adjacent = false;
      header = i;
      continue;
    }
    if (marks.includes("wall") && shape.kind !== "text") break;
    if (shape.kind === "blank" || shape.kind === "mark") {
      if (marks.includes("caption")) break;
      if (++blanks > mostBlankLines || marks.includes("page")) break;
      adjacent = adjacent && headings === body;
      continue;
    }
    blanks = 0;
    if (shape.kind === "rule") continue;
    const [first] = shape.pieces;
    if (!first) continue;
    if (isAbove(shape, left)) {
      const isTitle =
        shape.pieces.length === 1 &&
        titleWords.test(first.text) &&
        !isHeaderItem(first.text) &&
        !first.text.startsWith("(");
      if (isTitle) break;
      header = i;
      adjacent = false;
    } else if (shape.pieces.length === 1 && first.right > left + 1 && !first.text.startsWith("(")) {
      break;
    } else if (adjacent && body - i <= mostHeadings && !isTitleLine(first.text)) headings = i;
    if (marks.includes("wall") || marks.includes("caption")) break;
  }
  return header < headings
    ? { header, body: bodyAfter(shapes, header, body) }
    : { header: headings, body: headings };
}

function isTitleLine(text: string): boolean {
  return titleWords.test(text) && !text.endsWith(":");
}

/** Behind the last line that stands above the figures. */
function bodyAfter(shapes: readonly Shape[], header: number, body: number): number {
  const left = leftOfRows(shapes, body);
  let last = header;
  for (let i = header; i < body; i++) {
    const shape = shapes[i];
    if (!shape) continue;
    if (shape.line.marks.includes("stub")) return i + 1;
    if (shape.kind === "rule" || (shape.kind === "text" && isAbove(shape, left))) last = i;
  }
  return last + 1;
}

/** The left edge of the figures, over the first rows. */
function leftOfRows(shapes: readonly Shape[], body: number): number {
  const lefts: number[] = [];
  for (let i = body; i < shapes.length && lefts.length < 12; i++) {
    const split: Split | null | undefined = shapes[i]?.split;
    if (shapes[i]?.line.marks.includes("wall") && i > body) break;
    if (split?.figures[0]) lefts.push(split.figures[0].left);
  }
  return smallest(lefts);
}
