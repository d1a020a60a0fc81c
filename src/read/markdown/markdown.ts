/** Markdown with pipe tables -> Document. Every line that is no row of a table is a paragraph of its own. */
import { append } from "../../lists.ts";
import type { Block, Document, Grid, Paragraph } from "../document.ts";
import { alignRows } from "../loose/align.ts";
import { gridsFrom } from "../loose/grids.ts";
import type { LooseRow } from "../loose/marks.ts";
import { withoutRepeats } from "../loose/repeated.ts";
import { hasBarePipes, isBareRow, isHeadingBetween } from "./bare.ts";
import { losesBrackets, withBrackets } from "./brackets.ts";
import { breaksRows, brokenRow } from "./broken-rows.ts";
import { splitRow } from "./cells.ts";
import { withoutFrame } from "./data-frame.ts";
import { isDelimiter, longestRow } from "./delimiter.ts";
import { plainText } from "./inline.ts";
import { stackedLines } from "./stacked.ts";

const mostCells = 200;

/** Rows of pipes on lines that follow each other. */
interface Run {
  readonly rows: LooseRow[];
  /** How many rows stand above each delimiter row. */
  readonly delimiters: number[];
}

export function readMarkdown(text: string, path: string, notes: readonly string[]): Document {
  const lines = text.split(/\r\n|\n|\r/);
  const isBare = hasBarePipes(text);
  const isOpenEnded = losesBrackets(lines);
  const isBroken = breaksRows(lines);
  const blocks: Block[] = [];
  let run: Run = { rows: [], delimiters: [] };
  const endRun = (): void => {
    append(blocks, gridsOf(run));
    run = { rows: [], delimiters: [] };
  };
  let isOpen = false;
  let done = -1;
  for (const [i, content] of lines.entries()) {
    if (i <= done) continue;
    const line = i + 1;
    if (isBroken && isDelimiter(content)) {
      run.delimiters.push(run.rows.length);
      continue;
    }
    // A line without even the blanks that end a row ends the table.
    const broken = isBroken && run.delimiters.length > 0 && content !== "" ? brokenRow(lines, i) : null;
    if (broken && broken.row.cells.length <= mostCells) {
      run.rows.push(broken.row);
      done = broken.last;
      continue;
    }
    isOpen =
      isTableRow(content, lines[i + 1] ?? "", isOpen) ||
      (isBare && (isBareRow(content) || (isOpen && isHeadingBetween(lines, i))));
    if (isOpen && isDelimiter(content)) {
      run.delimiters.push(run.rows.length);
      continue;
    }
    const rows = isOpen ? stackedLines(content).map((own) => splitRow(own, line)) : [];
    const [row] = rows;
    if (row && (isRowOf(run, row) || !isListItem(row)) && row.cells.length <= mostCells) {
      append(run.rows, isOpenEnded ? rows.map(withBrackets) : rows);
      continue;
    }
    endRun();
    const block = paragraph(content, line);
    if (block) blocks.push(block);
  }
  endRun();
  return { path, format: "markdown", blocks, notes };
}

/** A row starts with a pipe; without, it stands above a delimiter row, or below a row in the same run. */
function isTableRow(content: string, next: string, isOpen: boolean): boolean {
  if (content.length > longestRow || !content.includes("|")) return false;
  return isOpen || /^\s*\|/.test(content) || (next.includes("|") && isDelimiter(next));
}

/** Below a delimiter row, with as many cells as the row before it. */
function isRowOf({ rows, delimiters }: Run, { cells }: LooseRow): boolean {
  return delimiters.length > 0 && cells.length > 2 && cells.length === rows.at(-1)?.cells.length;
}

/** A bullet or a number, and text: no figures of a table. */
const enumerator = /^(?:[●•·○▪■◦*–—-]|\(?[\da-z]{1,3}(?:\.\d{1,2})*[.)]?)$/i;
const leastText = 40;

function isListItem({ cells }: LooseRow): boolean {
  const filled = cells.filter((cell) => cell.text !== "");
  const [first, second] = filled;
  return (
    filled.length === 2 &&
    first !== undefined &&
    enumerator.test(first.text) &&
    (second?.text.length ?? 0) > leastText &&
    /\p{L}/u.test(second?.text ?? "")
  );
}

/** Without the pipe that closes a row, or the marks that close a heading ("Results ##"). */
function withoutClosing(text: string): string {
  const trimmed = text.trimEnd();
  if (trimmed.endsWith("|")) return trimmed.slice(0, -1);
  let end = trimmed.length;
  while (trimmed[end - 1] === "#") end--;
  const isMark = end < trimmed.length && /\s/.test(trimmed[end - 1] ?? "");
  return isMark ? trimmed.slice(0, end).trimEnd() : trimmed;
}

/** Text of a line without the marks of a heading, a quotation or a table's row; null for rules and blank lines. */
function paragraph(content: string, line: number): Paragraph | null {
  const lead = /^\ufeff?[\s>]*(?:#{1,6}\s+)?\|?/.exec(content)?.[0].length ?? 0;
  const kept = withoutClosing(content.slice(lead));
  if (/^\s*(?:[-*_=]\s*){3,}$/.test(kept) || /^\s*(?:```|~~~)/.test(kept)) return null;
  const { text, pieces } = plainText(kept, line, lead + 1);
  if (text === "") return null;
  const column = pieces[0]?.column ?? lead + 1;
  return { kind: "paragraph", line, column, text, ...(pieces.length > 1 ? { pieces } : {}) };
}

/** Tables of a run. A delimiter row stands below one header row, the first of a run below all of them. */
function gridsOf({ rows: printed, delimiters }: Run): Grid[] {
  if (printed.length === 0) return [];
  const rows = withoutRepeats(withoutFrame(printed));
  if (delimiters.length === 0) return alignRows(rows);
  const starts = delimiters.map((above, i) => (i === 0 ? 0 : Math.max(above - 1, delimiters[i - 1] ?? 0)));
  return starts.flatMap((start, i) => {
    const part = rows.slice(start, starts[i + 1] ?? rows.length);
    return gridsFrom(part, (delimiters[i] ?? 0) - start);
  });
}
