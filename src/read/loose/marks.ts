/**
 * Cells of a row that a converter wrote down one by one, before their columns are known. The marks that belong
 * to a number ("$", "(", ")", "%") may stand in cells of their own: they are joined to it.
 */
import type { Place } from "../document.ts";

export interface LooseCell extends Place {
  readonly text: string;
  /** Position among the cells of the source row, from 0. */
  readonly at: number;
  /** Position of the mark that stood before it in a cell of its own. */
  readonly markAt?: number;
  /** All of it is printed in bold. */
  readonly bold?: true;
  /** It holds a number on each of several lines. */
  readonly stacked?: boolean;
  /** The text with the blanks between its digits, where these were taken for thousands. */
  readonly spaced?: string;
}

export interface LooseRow {
  readonly line: number;
  readonly cells: readonly LooseCell[];
  /** Marks stood in cells of their own. */
  readonly joined: boolean;
  /** How many cells the source row has, empty ones and marks among them. */
  readonly width: number;
  /** A row of empty cells stands right above it. */
  readonly apart?: boolean;
}

/** What opens a number: "$", "US$", "(", "$(". */
const opening =
  /^(?:(?:(?:US|HK|NT|CA?|A|S|R)?\s?\$|RMB|CNY|USD|HKD|EUR|GBP|[€£¥])\s*[-–]?\s*\(?|[-–]?\s*\()$/i;
/** What closes it: ")", "%", ")%". */
const closing = /^(?:\)|%|\)\s*%|%\s*\))$/;
const number = /^[-–—−(]?\s*(?:\d|\.\d)[\d,.]*\s*[)%]?\s*%?$/;
const nil = /^\(?\s*[-–—−]+$/;
/** Blanks between digits that do not part thousands: two numbers, or what is left of one. */
const partedDigits = /\d\s+\d/;
const groupedByBlanks = /^\D*\d{1,3}(?:\s\d{3})+(?!\s*[\d,])/;

export function joinMarks(cells: readonly LooseCell[], line: number): LooseRow {
  const kept: LooseCell[] = [];
  let mark: LooseCell | null = null;
  let joined = false;
  const keepMark = (): void => {
    if (mark) kept.push(mark);
    mark = null;
  };
  for (const cell of cells) {
    const { text } = cell;
    if (text === "") {
      // An opening mark may be parted from its number by an empty cell.
      if (!mark) kept.push(cell);
      continue;
    }
    const last = kept.findLast((other) => other.text !== "");
    if (closing.test(text) && last && isOpen(last.text, text)) {
      const isNil = nil.test(last.text);
      kept[kept.indexOf(last)] = {
        ...last,
        text: isNil ? last.text.replace(/[(\s]/g, "") : tidy(last.text + text),
      };
      joined = true;
    } else if (opening.test(text)) {
      keepMark();
      mark = cell;
    } else if (mark && (number.test(text) || nil.test(text))) {
      kept.push({ ...cell, text: nil.test(text) ? text : tidy(mark.text + text), markAt: mark.at });
      mark = null;
      joined = true;
    } else {
      keepMark();
      kept.push(cell.stacked === true ? cell : tidied(cell));
    }
  }
  keepMark();
  return { line, cells: kept, joined, width: cells.length };
}

/** Whether `mark` closes what `text` left open: a bracket, or a number that may be a percentage. */
function isOpen(text: string, mark: string): boolean {
  const plain = text.replace(/^(?:\p{L}{0,3}\s?[$€£¥]|RMB|CNY|USD|HKD|EUR|GBP)\s*(?=[\d(.–—-])/u, "");
  if (!number.test(plain) && !nil.test(plain)) return false;
  if (mark.startsWith(")")) return text.includes("(") && !text.includes(")");
  // "2024 | %" are the headers of two columns.
  return !text.includes("%") && !/^(?:19|20)\d\d$/.test(text);
}

function tidied(cell: LooseCell): LooseCell {
  const text = tidy(cell.text);
  return {
    ...cell,
    text,
    ...(text !== cell.text && partedDigits.test(cell.text) ? { spaced: cell.text } : {}),
  };
}

/** A number without the blanks that a converter left around its brackets; other text, also of two numbers, as it is. */
function tidy(text: string): string {
  if (/\p{L}{4}/u.test(text) || !/[\d–—-]/.test(text)) return text;
  if (partedDigits.test(text) && !groupedByBlanks.test(text)) return text;
  const close = text.replace(/\s+/g, "");
  return /^\p{L}{0,3}[$€£¥]?[-–−]?\(?[$€£¥]?(?:[\d.,]+|[-–—−]+)%?\)?%?$/u.test(close) ? close : text;
}
