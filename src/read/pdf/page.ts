/** Runs of text with their positions -> the lines of a page. */
import { largest, smallest } from "../../lists.ts";
import { type DrawnLine, type DrawnWord, lineOfPage } from "../document.ts";
import type { Line, Word } from "../layout/line.ts";
import { estimatedWidth } from "./letter-width.ts";

/** A run of text as the PDF draws it: in one font, from the point where the matrix puts it. */
export interface TextRun {
  readonly str: string;
  /** The six numbers of the matrix (PDF 32000-1:2008, 8.3.3). */
  readonly transform: readonly unknown[];
  readonly width: number;
}

interface Glyphs {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** A character is about this wide, as a share of the size of its font. */
const characterWidth = 0.5;
/** Words of one baseline: up to this share of the font's size apart. */
const sameBase = 0.35;
/** A mark above the line: up to this share of its size. */
const raised = 0.6;
/** Runs closer than this share of the font's size are one word. */
const glued = 0.13;
/** A raised mark is this much smaller than the line it belongs to. */
const raisedSize = 0.8;

/** A good part of the characters of a page are codes without a meaning: the rest cannot be trusted either. */
export function isUnnamed(runs: readonly TextRun[]): boolean {
  let codes = 0;
  let characters = 0;
  for (const { str } of runs) {
    for (const character of str) {
      if (character.trim() === "") continue;
      characters++;
      if (/^[\p{Cc}\p{Co}\p{Cn}\ufffd]$/u.test(character)) codes++;
    }
  }
  return codes * 10 > characters;
}

/** A page in another type is measured by its own; a table that goes on over pages keeps the places of its columns. */
const sameType = 0.25;

/** The lines of a page and the width of a character that they are measured in: that of the page before, or its own. */
export function linesOfPage(
  runs: readonly TextRun[],
  page: number,
  before: number | null,
): { readonly lines: readonly Line[]; readonly drawn: readonly DrawnLine[]; readonly unit: number | null } {
  const words = runs.flatMap(wordsOf);
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  const own = (sizes[Math.floor(sizes.length / 2)] ?? 10) * characterWidth;
  const unit = before !== null && Math.abs(own / before - 1) <= sameType ? before : own;
  let lastBase = Number.POSITIVE_INFINITY;
  const lines: Line[] = [];
  const drawn: DrawnLine[] = [];
  for (const row of rowsOf(words)) {
    const base = largest(row.map((word) => word.base));
    const size = largest(row.map((word) => word.size));
    // Space between paragraphs: as an empty line in text.
    if (lines.length > 0 && lastBase - base > 1.9 * size) lines.push(blankLine(page, lines.length + 1));
    const made = lineOf(row, lineOfPage(page, lines.length + 1), unit);
    lines.push(made.line);
    drawn.push({ line: made.line.line, words: made.drawn });
    lastBase = smallest(row.map((word) => word.base));
  }
  const [first] = lines;
  return first
    ? { lines: [{ ...first, marks: ["page"] }, ...lines.slice(1)], drawn, unit }
    : { lines: [], drawn: [], unit: before };
}

function blankLine(page: number, line: number): Line {
  return { line: lineOfPage(page, line), source: "", words: [], leader: null, marks: [] };
}

/** The words of a run, the width of each by that of its characters. Rotated text is no part of the lines. */
function wordsOf({ str, transform, width }: TextRun): Glyphs[] {
  const [a = 0, b = 0, , d = 0, left = 0, base = 0] = transform.map(Number);
  if (!/\S/.test(str) || Math.abs(b) > Math.abs(a) / 10 || !Number.isFinite(left + base + width)) return [];
  const size = Math.min(Math.abs(a), Math.abs(d)) || Math.abs(a);
  if (size <= 0) return [];
  const total = estimatedWidth(str) || 1;
  const words: Glyphs[] = [];
  for (const match of str.matchAll(/[^\s\u00a0\u200b]+/g)) {
    const start = left + (width * estimatedWidth(str.slice(0, match.index))) / total;
    const end = start + (width * estimatedWidth(match[0])) / total;
    words.push({ text: match[0], left: start, right: end, base, size });
  }
  return words;
}

/** Words of one line, from left to right; lines from top to bottom. */
function rowsOf(words: readonly Glyphs[]): Glyphs[][] {
  const sorted = [...words].sort((a, b) => b.base - a.base || a.left - b.left);
  const rows: Glyphs[][] = [];
  let base = 0;
  for (const word of sorted) {
    const row = rows.at(-1);
    const larger = row ? Math.max(row[0]?.size ?? 0, word.size) : 0;
    const smaller = row ? Math.min(row[0]?.size ?? 0, word.size) : 0;
    const near = smaller < larger * raisedSize ? raised : sameBase;
    if (row && base - word.base <= larger * near) row.push(word);
    else {
      rows.push([word]);
      base = word.base;
    }
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

function lineOf(
  row: readonly Glyphs[],
  line: number,
  unit: number,
): { readonly line: Line; readonly drawn: readonly DrawnWord[] } {
  const size = [...row].sort((a, b) => a.size - b.size)[Math.floor(row.length / 2)]?.size ?? 0;
  const words: Word[] = [];
  const drawn: DrawnWord[] = [];
  let source = "";
  let right = Number.NEGATIVE_INFINITY;
  let leader: number | null = null;
  for (const glyphs of row) {
    // A small mark behind a word is that of a footnote; it is no digit of it.
    if (glyphs.size < size * raisedSize && /^\(?[\d*†‡a-z]{1,2}\)?$/.test(glyphs.text) && right > 0) {
      drawn.push({ ...glyphs, column: null });
      continue;
    }
    const text = glyphs.text.replace(/\.{3,}$|^\.{3,}/g, "");
    if (text.length < glyphs.text.length) leader = glyphs.right / unit;
    if (text === "") {
      drawn.push({ ...glyphs, column: null });
      continue;
    }
    const last = words.at(-1);
    const gap = glyphs.left - right;
    if (last && gap < glued * glyphs.size && gap > -glyphs.size) {
      source += text;
      words[words.length - 1] = {
        ...last,
        text: last.text + text,
        right: glyphs.right / unit,
        endColumn: source.length + 1,
      };
    } else {
      if (source !== "") source += gap > glyphs.size ? "  " : " ";
      const column = source.length + 1;
      source += text;
      words.push({
        text,
        left: glyphs.left / unit,
        right: glyphs.right / unit,
        column,
        endColumn: source.length + 1,
      });
    }
    // Dots before a word are no part of the line.
    const dots = glyphs.text.indexOf(text);
    drawn.push({ ...glyphs, column: source.length - text.length - dots + 1 });
    right = glyphs.right;
  }
  return { line: { line, source, words, leader, marks: [] }, drawn };
}
