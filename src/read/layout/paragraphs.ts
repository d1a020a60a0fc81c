/** Lines outside tables -> paragraphs: lines that a margin broke are one. */
import type { Paragraph, Piece } from "../document.ts";
import { mendLigatures } from "./letters.ts";
import type { Line, Word } from "./line.ts";
import type { Shape } from "./shape.ts";

/** Lines shorter than this are broken by their writer, not by a margin. */
const narrowest = 45;
/** Words of one paragraph; a longer one is broken where a line ends. */
const longest = 20_000;

export function paragraphsOf(shapes: readonly Shape[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open));
    open = [];
    length = 0;
  };
  const margin = rightMargin(shapes);
  for (const { line, kind } of shapes) {
    if (kind === "blank" || kind === "rule" || kind === "mark") {
      close();
      continue;
    }
    const last = open.at(-1);
    if (last && (length > longest || !goesOn(last, line, margin))) close();
    open.push(line);
    length += line.source.length;
  }
  close();
  return paragraphs;
}

/** The right margin of the running text: where long lines usually end. */
function rightMargin(shapes: readonly Shape[]): number {
  const ends = shapes.flatMap(({ line, isProse }) => (isProse ? [line.words.at(-1)?.right ?? 0] : []));
  ends.sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 80;
}

/** Whether the first word of the next line did not fit on this one, and nothing else says it starts anew. */
function goesOn(line: Line, next: Line, margin: number): boolean {
  const [first, start] = [line.words[0], next.words[0]];
  const end = line.words.at(-1);
  if (!first || !start || !end) return false;
  if (end.right - first.left < narrowest) return false;
  if (/^(?:[-–—•·*o]+|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)])$/i.test(start.text)) return false;
  if (start.left > first.left + 2 && /[.!?:;]["”’)]*$/.test(end.text)) return false;
  if (start.left > first.left + 12) return false;
  const fits = end.right + 1 + (start.right - start.left) <= margin - 2;
  return !fits || /^[\p{Ll}(]/u.test(start.text);
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  let text = "";
  const pieces: Piece[] = [];
  let before: Word | null = null;
  let lineBefore = 0;
  for (const { line, words } of lines) {
    for (const word of words) {
      if (before) text += " ";
      const follows =
        before !== null && line === lineBefore && word.column === before.endColumn + 1 && isWhole(before);
      if (!follows) pieces.push({ offset: text.length, line, column: word.column });
      text += mendLigatures(word.text);
      before = word;
      lineBefore = line;
    }
  }
  const [first] = pieces;
  const place = { kind: "paragraph", line: first?.line ?? 1, column: first?.column ?? 1, text } as const;
  return pieces.length > 1 ? { ...place, pieces } : place;
}

/** Printed as it is told: no space taken out, no ligature put back. */
function isWhole(word: Word): boolean {
  return word.text.length === word.endColumn - word.column && !word.text.includes("\ufffd");
}
