/**
 * Numbers whose thousands stand behind a blank, "28 379", where the source sets the two pieces as texts of their
 * own, so that a reader by position takes them for two columns.
 */
import type { Block, Cell, Grid, GridRow } from "./document.ts";

/** What goes on behind a blank: three digits, all that the second column may hold. */
const behind = /^\d{3}\)?(?:,\d+\)?)?(?:\s?%)?$/;
/** What begins before it. */
const before = /^[(−-]?\s?\d{1,3}$/;
/** Fewer pairs in a filing may be two columns of small numbers. */
const fewestPairs = 3;
const decimalComma = /^[(−-]?\s?\d{1,3},\d{1,2}\)?(?:\s?%)?$/;
/** Groups by commas or points, and decimal points: another style. */
const otherStyle = /\d[,.]\d{3}(?!\d)|^\D*\d+\.\d{1,2}\)?$/;

/** Where the filing groups by blanks and no other way, its numbers in one piece; else the blocks as they are. */
export function withWholeNumbers(blocks: readonly Block[], isKnown: boolean): readonly Block[] {
  let hasComma = isKnown;
  let pairs = 0;
  const found = new Map<Grid, ReadonlySet<number>>();
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    for (const { cells } of block.rows) {
      for (const { text } of cells) {
        if (text.length > 30 || !/\d/.test(text)) continue;
        if (otherStyle.test(text)) return blocks;
        hasComma ||= decimalComma.test(text);
      }
    }
    const { columns, count } = splitColumns(block);
    if (columns.size > 0) found.set(block, columns);
    pairs += count;
  }
  if (!hasComma || pairs < fewestPairs) return blocks;
  return blocks.map((block) => {
    const columns = block.kind === "grid" ? found.get(block) : undefined;
    return columns && block.kind === "grid"
      ? { ...block, rows: block.rows.map((row) => joined(row, columns)) }
      : block;
  });
}

/** Columns that hold nothing but second pieces, one blank behind the first ones. */
function splitColumns({ rows }: Grid): { readonly columns: ReadonlySet<number>; readonly count: number } {
  const counts = new Map<number, number>();
  const other = new Set<number>();
  for (const { cells } of rows) {
    for (const [i, cell] of cells.entries()) {
      if (!/\d/.test(cell.text) || /\p{L}|^(?:19|20)\d\d/u.test(cell.text)) continue;
      if (isSecond(cells[i - 1], cell)) counts.set(cell.col, (counts.get(cell.col) ?? 0) + 1);
      else other.add(cell.col);
    }
  }
  for (const col of other) counts.delete(col);
  let count = 0;
  for (const own of counts.values()) count += own;
  return { columns: new Set(counts.keys()), count };
}

function isSecond(first: Cell | undefined, second: Cell): boolean {
  return (
    first !== undefined &&
    first.line === second.line &&
    second.col === first.col + 1 &&
    second.column === first.endColumn + 1 &&
    before.test(first.text) &&
    behind.test(second.text)
  );
}

function joined(row: GridRow, columns: ReadonlySet<number>): GridRow {
  const cells: Cell[] = [];
  for (const cell of row.cells) {
    const first = cells.at(-1);
    if (columns.has(cell.col) && first && isSecond(first, cell)) {
      cells[cells.length - 1] = { ...first, text: `${first.text} ${cell.text}`, endColumn: cell.endColumn };
    } else cells.push(cell);
  }
  return { ...row, cells };
}
