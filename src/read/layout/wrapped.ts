/** Captions over several lines, put together: only a source of positions shows where a caption had to break. */
import type { Cell, GridRow } from "../document.ts";

/**
 * Rows with their captions whole. A line without figures goes on in the next one when that starts in lower
 * case or with a bracket, or when its first word would not have fitted: `room` is where captions end.
 */
export function joinWrapped(rows: readonly GridRow[], room: number): GridRow[] {
  const joined: GridRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last && !hasFigures(last) && (goesOn(last, row, room) || isBelow(last, row)))
      joined[joined.length - 1] = together(last, row);
    else joined.push(row);
  }
  return joined;
}

function hasFigures(row: GridRow): boolean {
  return row.cells.some((cell) => cell.col > 0 && cell.text !== "");
}

/** Figures alone on the line below a caption without any: the caption had no room beside them. */
function isBelow(row: GridRow, next: GridRow): boolean {
  const [caption, following] = [row.cells[0], next.cells[0]];
  if (!caption || caption.text === "" || following?.text !== "" || !hasFigures(next)) return false;
  return next.line - row.line === 1 && next.ruled === undefined && !/[:：]$/.test(caption.text);
}

function goesOn(row: GridRow, next: GridRow, room: number): boolean {
  const [caption, following] = [row.cells[0], next.cells[0]];
  if (!caption || !following || caption.text === "" || following.text === "") return false;
  if (/[:：.]$/.test(caption.text) || (next.line - row.line !== 1 && !endsOpen(caption.text))) return false;
  const [left, nextLeft] = [row.indent ?? 0, next.indent ?? 0];
  if (/^\(?\p{Ll}/u.test(following.text)) return nextLeft >= left - 1;
  if (endsOpen(caption.text)) return true;
  const [word = ""] = following.text.split(" ");
  return nextLeft >= left && width(caption) + left + 1 + word.length > room && width(caption) > room / 3;
}

/** "Selling, general and": no line ends so. */
function endsOpen(text: string): boolean {
  return /(?:,|[-–—/]|\b(?:and|or|of|the|to|for|in|on|by|per|from|with|net|less|at))$/i.test(text);
}

function width(cell: Cell): number {
  return cell.endColumn - cell.column;
}

function together(row: GridRow, next: GridRow): GridRow {
  const [caption, following] = [row.cells[0], next.cells[0]];
  if (!caption || !following) return next;
  const whole =
    following.text === ""
      ? { ...caption, line: next.line }
      : { ...following, text: `${caption.text} ${following.text}` };
  return {
    ...next,
    cells: [whole, ...next.cells.slice(1)],
    ...(row.ragged === true ? { ragged: true } : {}),
    ...(row.indent === undefined ? {} : { indent: row.indent }),
  };
}
