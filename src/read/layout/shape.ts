/** What each line looks like: blank, a rule, a row of figures, or text in one or more pieces. */
import { type Figure, type Split, splitLine } from "./figures.ts";
import { type Extent, type Line, textOf, type Word } from "./line.ts";
import { monthName } from "../months.ts";

/** Words with no wide space between them. */
export interface Piece extends Extent {
  readonly text: string;
  readonly words: readonly Word[];
}

export interface Shape {
  readonly line: Line;
  readonly kind: "blank" | "rule" | "figures" | "text" | "mark";
  readonly pieces: readonly Piece[];
  /** For a row of figures. */
  readonly split: Split | null;
  /** Text that reads on as a sentence does: no part of a table. */
  readonly isProse: boolean;
}

/** A space of this many characters parts two pieces. */
export const wideGap = 1.6;
/** Longer lines and lines of more figures are no rows of a printed table. */
const mostWords = 400;
const mostFigures = 60;

const ruleWord = /^[-_=‗─━═–—]{3,}$/;

export function shapeOf(line: Line): Shape {
  const { words } = line;
  if (words.length === 0)
    return { line, kind: line.marks.length > 0 ? "mark" : "blank", pieces: [], split: null, isProse: false };
  if (line.marks.includes("stub")) return { line, kind: "mark", pieces: [], split: null, isProse: false };
  if (words.every(({ text }, i) => ruleWord.test(text) || (i === 0 && text === "-" && words.length > 1))) {
    return { line, kind: "rule", pieces: [], split: null, isProse: false };
  }
  const pieces = piecesOf(words);
  const split = words.length <= mostWords ? rowOf(line, pieces) : null;
  if (split) return { line, kind: "figures", pieces, split, isProse: false };
  return { line, kind: "text", pieces, split: null, isProse: isProse(pieces) };
}

/** Underlines of figures are shorter. */
const shortestPageRule = 60;

/** A line across the page, where a browser showed the end of one. */
export function isPageRule({ kind, line }: Shape): boolean {
  const [only, ...others] = line.words;
  return kind === "rule" && only !== undefined && others.length === 0 && only.text.length >= shortestPageRule;
}

function piecesOf(words: readonly Word[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Word[] = [];
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) pieces.push({ text: textOf(open), words: open, left: first.left, right: last.right });
    open = [];
  };
  for (const word of words) {
    const last = open.at(-1);
    if (last && word.left - last.right >= wideGap) close();
    open.push(word);
  }
  close();
  return pieces;
}

const monthEnd = new RegExp(`\\b${monthName}\\.?$`, "i");
const monthDay = new RegExp(`${monthEnd.source.slice(0, -1)}\\s+\\d{1,2},?$`, "i");

/** The figures of a row; null for headers, sentences and everything else. */
function rowOf(line: Line, pieces: readonly Piece[]): Split | null {
  const split = splitLine(line.words);
  const { caption, gap } = split;
  let { figures } = split;
  const dropped: Figure[] = [];
  // "Balance, September 30, 1996" and "Cash (1)" end in numbers of the caption.
  while (figures.length > 0 && caption.length > 0 && dropped.length < 2) {
    const [first] = figures;
    const before = dropped.at(-1)?.right ?? caption.at(-1)?.right ?? 0;
    if (!first || first.left - before >= wideGap) break;
    const isOfCaption = first.kind === "year" || first.noteLike || followsMonth(line.words, first);
    if (!isOfCaption && !endsList(line.words, first)) break;
    if (first.noteLike && figures.length === 1) break;
    dropped.push(first);
    figures = figures.slice(1);
  }
  const said = textOf(line.words.slice(0, caption.length + dropped.length));
  const space = dropped.length > 0 ? (figures[0]?.left ?? 0) - (dropped.at(-1)?.right ?? 0) : gap;
  if (figures.length === 0 || figures.length > mostFigures || figures.every(({ kind }) => kind === "nil")) {
    return figures.length >= 2 && figures.length <= mostFigures && space >= wideGap && areApart(figures)
      ? { caption: line.words.slice(0, caption.length + dropped.length), figures, gap: space }
      : null;
  }
  const last = pieces.at(-1);
  if (!last) return null;
  if (figures.some((figure) => followsMonth(line.words, figure))) return null;
  if (figures.every(({ kind }) => kind === "year") && isYearsHeader(said, figures)) return null;
  const apart =
    space >= wideGap ||
    line.leader !== null ||
    figures.slice(1).some((figure, i) => figure.left - (figures[i]?.right ?? 0) >= wideGap);
  if (!apart) return null;
  if (figures.length === 1 && caption.length > 0 && line.leader === null && isJustified(caption, space))
    return null;
  return { caption: line.words.slice(0, caption.length + dropped.length), figures, gap: space };
}

function areApart(figures: readonly Figure[]): boolean {
  return figures.slice(1).every((figure, i) => figure.left - (figures[i]?.right ?? 0) >= wideGap);
}

/** "September 30": a day, not a figure. */
function followsMonth(words: readonly Word[], figure: Figure): boolean {
  if (!/^\d{1,2}(?:,(?:19|20)\d\d)?$/.test(figure.text)) return false;
  const at = words.findIndex(({ column }) => column === figure.column);
  return monthEnd.test(words[at - 1]?.text ?? "");
}

/** "13, 19", "15 & 16": notes that a line refers to. */
function endsList(words: readonly Word[], { text, column }: Figure): boolean {
  if (!/^\d{1,2}$/.test(text)) return false;
  const at = words.findIndex((word) => word.column === column);
  const [before, link] = [words[at - 2]?.text ?? "", words[at - 1]?.text ?? ""];
  if (/^\d{1,2},$/.test(link)) return !monthEnd.test(before);
  return /^(?:&|and)$/.test(link) && /^\d{1,2}$/.test(before);
}

/** Years alone, behind nothing or behind words that say of which periods. */
function isYearsHeader(said: string, figures: readonly Figure[]): boolean {
  if (said === "" || /^\(.*\)$/.test(said)) return true;
  if (
    /\b(?:end(?:ed|ing)|months?|weeks?|years?|quarters?|as (?:of|at)|in (?:thousands|millions)|except|fiscal)\b/i.test(
      said,
    )
  )
    return true;
  if (monthDay.test(said) || /\b(?:19|20)\d\d\b/.test(said)) return true;
  const years = figures.map(({ text }) => Number(text.slice(0, 4)));
  return (
    figures.length >= 2 && years.every((value, i) => i === 0 || Math.abs(value - (years[i - 1] ?? 0)) === 1)
  );
}

/** A line of running text set to both margins, whose last word happens to be a number. */
function isJustified(caption: readonly Word[], space: number): boolean {
  let widest = 0;
  for (const [i, word] of caption.entries())
    widest = Math.max(widest, word.left - (caption[i - 1]?.right ?? word.left));
  return widest >= wideGap && space <= widest + 2;
}

const fewestProseWords = 9;

/** Spaces as wide as between columns; those of text set to both margins are narrower. */
function isSpread(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, i) => piece.left - (pieces[i - 1]?.right ?? piece.left) >= 4);
}

/** A line of many small words with hardly a wide space, or one that ends as a sentence does. */
function isProse(pieces: readonly Piece[]): boolean {
  const words = pieces.reduce((sum, piece) => sum + piece.words.length, 0);
  if (words < fewestProseWords || words / pieces.length < 3 || (pieces.length >= 3 && isSpread(pieces)))
    return false;
  const text = pieces.map((piece) => piece.text).join(" ");
  const small = (
    text.match(
      /(?<=\s)(?:a|an|the|of|to|and|or|in|on|for|by|with|is|are|was|were|that|which|our|we|its|as|at|be|has|have|from|this|these|not)(?=\s)/g,
    ) ?? []
  ).length;
  return small >= 3 || (small >= 1 && /[.;]["”)]?$/.test(text));
}
