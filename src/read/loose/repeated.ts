/**
 * Converters that know no cells over several columns print the content of such a cell in each of them:
 * "Net sales | Net sales | 1,204 | 1,204". One of them is the line's.
 */
import type { LooseCell, LooseRow } from "./marks.ts";

/** Fewer lines whose caption is repeated may be chance. */
const fewestLines = 3;

/** The rows with each content once, where the captions of most lines show that contents are repeated. */
export function withoutRepeats(rows: readonly LooseRow[]): readonly LooseRow[] {
  const captioned = rows.filter(({ cells }) => cells.some(isCaption));
  const repeated = captioned.filter(({ cells }) => isCaptionRepeated(cells)).length;
  if (repeated < fewestLines || repeated * 2 < captioned.length) return rows;
  return rows.map((row) => (isCaptionRepeated(row.cells) ? { ...row, cells: onceEach(row.cells) } : row));
}

function isCaption({ text }: LooseCell): boolean {
  return /\p{L}{2}/u.test(text);
}

/** The first content of the row is a text, and the cell beside it holds the same. */
function isCaptionRepeated(cells: readonly LooseCell[]): boolean {
  const first = cells.findIndex((cell) => cell.text !== "");
  const cell = cells[first];
  return cell !== undefined && isCaption(cell) && cells[first + 1]?.text === cell.text;
}

/**
 * A caption stays in its first cell, a figure in its last: where a mark of currency has a cell of its own,
 * figures without the mark span that cell and their own.
 */
function onceEach(cells: readonly LooseCell[]): readonly LooseCell[] {
  return cells.map((cell, i) => {
    const twin = cells[isCaption(cell) ? i - 1 : i + 1];
    return cell.text !== "" && twin?.text === cell.text ? { ...cell, text: "" } : cell;
  });
}
