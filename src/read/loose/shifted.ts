/**
 * Converters that join "$" to its number but know no spans put the joined cell where the number stood, and a
 * number without the mark where it began, a cell before: "| 1,204 | |" below "| | $1,377 |". Both are one column.
 */
import type { LooseCell, LooseRow } from "./marks.ts";

const marked = /^[-–−(]?\s*(?:(?:US|HK|NT|CA?|A|S|R)?\$|RMB|[€£¥])\s*[-–−(]?\s*[\d.—–-]/i;

/** The rows with such numbers a cell before, where every row with figures allows it. */
export function withoutShifts(
  rows: readonly LooseRow[],
  isValue: (cell: LooseCell) => boolean,
): readonly LooseRow[] {
  const shifted = new Set<number>();
  const firm = new Set<number>();
  const plain = new Set<number>();
  for (const { cells } of rows) {
    for (const [i, cell] of cells.entries()) {
      if (cell.text === "") continue;
      const before = cells[i - 1];
      const isBesideBlank = i > 1 && before?.text === "" && before.at === cell.at - 1;
      if (isValue(cell) && marked.test(cell.text) && isBesideBlank) shifted.add(cell.at);
      else {
        firm.add(cell.at);
        if (isValue(cell) && cell.at > 0) plain.add(cell.at);
      }
    }
  }
  const moving = new Set([...shifted].filter((at) => !firm.has(at) && plain.has(at - 1)));
  if (moving.size === 0) return rows;
  return rows.map((row) => ({
    ...row,
    cells: row.cells.flatMap((cell, i) => moved(cell, row.cells[i + 1], moving)),
  }));
}

/** The cell, or the one that takes its place. */
function moved(cell: LooseCell, next: LooseCell | undefined, moving: ReadonlySet<number>): LooseCell[] {
  if (next && moving.has(next.at)) {
    const isBlank = cell.text === "" && next.text !== "";
    return [isBlank ? { ...next, at: cell.at } : cell];
  }
  if (moving.has(cell.at)) return [{ ...cell, text: "" }];
  return [cell];
}
