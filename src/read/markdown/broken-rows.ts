/**
 * Rows over several lines: a converter of HTML that writes a row as "Sales| | 10|  " breaks it where a cell holds
 * a paragraph. A row ends with a line that ends in two blanks; what stands before a line that begins with a pipe
 * is its first cell.
 */
import { joinMarks, type LooseCell, type LooseRow } from "../loose/marks.ts";
import { isDelimiter, longestRow } from "./delimiter.ts";
import { plainText } from "./inline.ts";

/** No row has more lines. */
const mostLines = 400;
const longestCell = 300;

export function breaksRows(lines: readonly string[]): boolean {
  return lines.some((line) => line.endsWith("  ") && !/^\s*\|/.test(line) && isDelimiter(line));
}

/** The row that begins at or below the line, and the index of its last line; null where none does. */
export function brokenRow(
  lines: readonly string[],
  from: number,
): { readonly row: LooseRow; readonly last: number } | null {
  const first = nextFilled(lines, from);
  if (!isStart(lines, first)) return null;
  let cells: LooseCell[] = [];
  let pipes = 0;
  for (let i = first; i < Math.min(lines.length, first + mostLines); i++) {
    const content = lines[i] ?? "";
    if (content.trim() !== "") {
      if (content.length > longestRow || isDelimiter(content)) return null;
      const own = cellsOf(content, i + 1);
      pipes += own.length - 1;
      cells = continued(cells, own);
    }
    if (content.endsWith("  ") && pipes > 0) {
      const row = joinMarks(
        cells.map((cell, at) => ({ ...cell, at })),
        first + 1,
      );
      return { row, last: i };
    }
  }
  return null;
}

function nextFilled(lines: readonly string[], from: number): number {
  let i = from;
  while (i < lines.length && (lines[i] ?? "").trim() === "") i++;
  return i;
}

/** A line with pipes, or one cell with the pipe on the next line. */
function isStart(lines: readonly string[], at: number): boolean {
  const content = lines[at] ?? "";
  if (content.includes("|")) return true;
  const next = lines[nextFilled(lines, at + 1)] ?? "";
  return content.length <= longestCell && /^\s*\|/.test(next) && !isDelimiter(next);
}

/** All that stands between the pipes of a line, also before the first and behind the last. */
function cellsOf(content: string, line: number): LooseCell[] {
  const cells: LooseCell[] = [];
  let from = 0;
  for (const { index, 0: mark } of content.matchAll(/\\.|\||$/g)) {
    if (mark.startsWith("\\")) continue;
    const { text, pieces, endColumn } = plainText(content.slice(from, index), line, from + 1);
    cells.push({ text, line, column: pieces[0]?.column ?? from + 1, endColumn, at: cells.length });
    from = index + 1;
  }
  return cells;
}

/** The last cell goes on in the first of the next line. */
function continued(cells: readonly LooseCell[], own: readonly LooseCell[]): LooseCell[] {
  const [first, ...others] = own;
  const last = cells.at(-1);
  if (!last || !first) return [...cells, ...own];
  const whole =
    first.text === "" ? last : last.text === "" ? first : { ...last, text: `${last.text} ${first.text}` };
  return [...cells.slice(0, -1), whole, ...others];
}
