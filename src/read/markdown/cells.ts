/** One row of a pipe table -> its cells, with the marks that belong to a number joined to it. */
import type { Place } from "../document.ts";
import { plainText } from "./inline.ts";

/** A cell before its column is known. */
export interface PipeCell extends Place {
  readonly text: string;
  /** Position among the cells of the source row, from 0. */
  readonly at: number;
}

export interface PipeRow {
  readonly line: number;
  readonly cells: readonly PipeCell[];
  /** Marks stood in cells of their own. */
  readonly joined: boolean;
}

/** Splits at pipes that are not escaped and not within backticks; those around the row are left out. */
export function splitRow(content: string, line: number): PipeRow {
  const cells: PipeCell[] = [];
  const trimmedEnd = content.trimEnd();
  const start = content.length - content.trimStart().length;
  let from = content[start] === "|" ? start + 1 : start;
  let inCode = false;
  const close = (to: number): void => {
    const { text, pieces, endColumn } = plainText(content.slice(from, to), line, from + 1);
    cells.push({ text, line, column: pieces[0]?.column ?? from + 1, endColumn, at: cells.length });
    from = to + 1;
  };
  for (let i = from; i < trimmedEnd.length; i++) {
    const char = trimmedEnd[i];
    if (char === "\\") i++;
    else if (char === "`") inCode = !inCode;
    else if (char === "|" && !inCode) close(i);
  }
  if (from < trimmedEnd.length) close(trimmedEnd.length);
  return joinMarks(cells, line);
}

/** What opens a number: "$", "US$", "(", "$(". */
const opening =
  /^(?:(?:(?:US|HK|NT|CA?|A|S|R)?\s?\$|RMB|CNY|USD|HKD|EUR|GBP|[€£¥])\s*[-–]?\s*\(?|[-–]?\s*\()$/i;
/** What closes it: ")", "%", ")%". */
const closing = /^(?:\)|%|\)\s*%|%\s*\))$/;
const number = /^[-–—−(]?\s*(?:\d|\.\d)[\d,.]*\s*[)%]?\s*%?$/;
const nil = /^\(?\s*[-–—−]+$/;

function joinMarks(cells: readonly PipeCell[], line: number): PipeRow {
  const kept: PipeCell[] = [];
  let mark: PipeCell | null = null;
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
      kept.push({ ...cell, text: nil.test(text) ? text : tidy(mark.text + text) });
      mark = null;
      joined = true;
    } else {
      keepMark();
      kept.push({ ...cell, text: tidy(text) });
    }
  }
  keepMark();
  return { line, cells: kept, joined };
}

/** Whether `mark` closes what `text` left open: a bracket, or a number that may be a percentage. */
function isOpen(text: string, mark: string): boolean {
  const plain = text.replace(/^[^\d(–—-]+(?=[\d(–—-])/, "");
  if (!number.test(plain) && !nil.test(plain)) return false;
  if (mark.startsWith(")")) return text.includes("(") && !text.includes(")");
  // "2024 | %" are the headers of two columns.
  return !text.includes("%") && !/^(?:19|20)\d\d$/.test(text);
}

/** A number without the blanks that a converter left around its brackets; other text as it is. */
function tidy(text: string): string {
  if (/\p{L}{4}/u.test(text) || !/[\d–—-]/.test(text)) return text;
  const close = text.replace(/\s+/g, "");
  return /^\p{L}{0,3}[$€£¥]?[-–−]?\(?[$€£¥]?(?:[\d.,]+|[-–—−]+)%?\)?%?$/u.test(close) ? close : text;
}
