/**
 * What a data frame leaves of a table when it is written as markdown: its index as a first column, names for
 * headers that were empty ("Unnamed: 3"), and "nan" for empty cells.
 */
import type { LooseCell, LooseRow } from "../loose/marks.ts";

const missing = /^(?:nan|NaN|<NA>)$/;
const unnamed = /^Unnamed:? \d+(?:_level_\d+)?$/;
/** Fewer numbers in a row may be a column of the table. */
const fewestNumbers = 3;

export function withoutFrame(rows: readonly LooseRow[]): readonly LooseRow[] {
  const isFrame = rows.some(({ cells }) => cells.some(isFiller));
  const plain = isFrame ? rows.map(withBlanks) : rows;
  return hasIndex(plain, isFrame) ? plain.map(withoutFirst) : plain;
}

function isFiller({ text }: LooseCell): boolean {
  return missing.test(text) || unnamed.test(text);
}

function withBlanks(row: LooseRow): LooseRow {
  return { ...row, cells: row.cells.map((cell) => (isFiller(cell) ? { ...cell, text: "" } : cell)) };
}

/** Below a header without a name each line is numbered; unless it is a frame for sure, captions stand in the second column. */
function hasIndex([header, ...body]: readonly LooseRow[], isFrame: boolean): boolean {
  if (!header || header.cells[0]?.text !== "" || body.length < fewestNumbers) return false;
  const start = Number(body[0]?.cells[0]?.text || Number.NaN);
  const captions = body.filter(({ cells }) => /\p{L}{2}/u.test(cells[1]?.text ?? "")).length;
  return (
    (isFrame || captions * 2 > body.length) &&
    body.every(({ cells }, i) => cells[0]?.text === String(start + i))
  );
}

function withoutFirst(row: LooseRow): LooseRow {
  const cells = row.cells.slice(1).map((cell) => ({
    ...cell,
    at: cell.at - 1,
    ...(cell.markAt === undefined ? {} : { markAt: cell.markAt - 1 }),
  }));
  return { ...row, cells, width: row.width - 1 };
}
