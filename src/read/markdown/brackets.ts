/**
 * Brackets that a converter lost: where HTML has "(1,204" and ")" in cells of their own it keeps the first and
 * drops the second, in every cell alike. Where none is closed, an open one is a negative number; where some
 * are, one that is not is damage.
 */
import type { LooseCell, LooseRow } from "../loose/marks.ts";

const open = /^\(\s?[$€£¥]?\s?\d[\d,]*(?:\.\d+)?$/;
const closed = /^\(\s?[$€£¥]?\s?\d[\d,]*(?:\.\d+)?\s?\)$/;
/** A footnote mark may be closed in a cell of its own; a group of thousands or decimals tells an amount. */
const amount = /[.,]\d/;
const fewestOpen = 3;

/** Whether no amount of the text has its closing bracket, and several have the opening one. */
export function losesBrackets(lines: readonly string[]): boolean {
  let found = 0;
  for (const content of lines) {
    if (!content.includes("|") || !content.includes("(")) continue;
    const cells = content.split("|").map((cell) => cell.trim());
    for (const [i, text] of cells.entries()) {
      if (!amount.test(text)) continue;
      if (closed.test(text) || (open.test(text) && cells[i + 1]?.startsWith(")"))) return false;
      if (open.test(text)) found++;
    }
  }
  return found >= fewestOpen;
}

export function withBrackets(row: LooseRow): LooseRow {
  return {
    ...row,
    cells: row.cells.map(
      (cell): LooseCell => (open.test(cell.text) ? { ...cell, text: `${cell.text})` } : cell),
    ),
  };
}
