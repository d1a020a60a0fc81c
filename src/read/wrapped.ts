/**
 * Sentences that their writer broke at a margin, in text and in Markdown: read line by line, the half of one
 * would tell an amount without its period.
 */
import type { Block, Paragraph, Piece } from "./document.ts";

/** A line shorter than this is broken by its writer, not by a margin. */
const narrowest = 45;
/** Where lines are longer, each holds a whole paragraph. */
const widest = 200;
/** Fewer lines that end at one margin may do so by chance. */
const fewest = 3;
/** Characters of one paragraph; a longer one is broken where a line ends. */
const longest = 20_000;

/** Starts of a list, a heading, a quotation, a table, a fence, a note. */
const start = /^\s*(?:[-–—•·*+>|#~:`<[=_]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|[*†‡§]|[¹²³⁰-⁹]|&[lg]t;)/iu;
const strong = /^\s*(?:\*\*|__)/;
/** A break in Markdown. */
const hardBreak = /(?:\S {2}|\\)$/;

/** The same blocks, with paragraphs that go on from line to line as one. `lines`: of the source. */
export function joinWrapped(blocks: readonly Block[], lines: readonly string[]): Block[] {
  const margin = marginOf(blocks, lines);
  if (margin === null) return [...blocks];
  const joined: Block[] = [];
  let last = 0;
  for (const block of blocks) {
    const open = joined.at(-1);
    if (
      block.kind === "paragraph" &&
      open?.kind === "paragraph" &&
      block.line === last + 1 &&
      open.text.length < longest &&
      goesOn(lines[last - 1] ?? "", lines[block.line - 1] ?? "", margin)
    ) {
      joined.splice(-1, 1, behind(open, block));
    } else joined.push(block);
    last = block.kind === "paragraph" ? block.line : 0;
  }
  return joined;
}

/** Where running text usually ends, when it goes on on the next line; null where lines are not broken at a margin. */
function marginOf(blocks: readonly Block[], lines: readonly string[]): number | null {
  const ends: number[] = [];
  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1];
    if (block.kind !== "paragraph" || next?.kind !== "paragraph" || next.line !== block.line + 1) continue;
    const line = (lines[block.line - 1] ?? "").trimEnd();
    if (line.length >= narrowest && isRunning(line)) ends.push(line.length);
  }
  ends.sort((a, b) => a - b);
  const margin = ends[Math.floor(ends.length * 0.9)];
  return ends.length >= fewest && margin !== undefined && margin <= widest ? margin : null;
}

/** Words of a sentence, not of a title. */
function isRunning(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length >= 6 && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 >= words.length;
}

/** Whether a sentence goes on: it has no end, or the first word of the next one did not fit on this line. */
function goesOn(line: string, next: string, margin: number): boolean {
  if (hardBreak.test(line) || start.test(next) || strong.test(next)) return false;
  const end = line.trimEnd();
  if (end.length < narrowest || !isRunning(end)) return false;
  const word = /\S+/.exec(next)?.[0] ?? "";
  if (!/[.!?:;]["”’)]*$/.test(end)) return true;
  return /^[\p{Lu}\d“"]/u.test(word) && end.length + 1 + word.length > margin - 2 && isRunning(next);
}

function behind(open: Paragraph, { text, line, column, pieces, facts }: Paragraph): Paragraph {
  const shift = open.text.length + 1;
  const first: Piece = { offset: 0, line: open.line, column: open.column };
  const own: readonly Piece[] = pieces ?? [{ offset: 0, line, column }];
  const shifted = (facts ?? []).map((fact) => ({
    ...fact,
    start: fact.start + shift,
    end: fact.end + shift,
  }));
  return {
    ...open,
    text: `${open.text} ${text}`,
    pieces: [
      ...(open.pieces ?? [first]),
      ...own.map((piece) => ({ ...piece, offset: piece.offset + shift })),
    ],
    ...(shifted.length > 0 || open.facts ? { facts: [...(open.facts ?? []), ...shifted] } : {}),
  };
}
