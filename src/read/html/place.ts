/** Cells of the markup -> their columns in the table's own grid, by the spans of all rows. */
import type { DraftRow } from "./drafts.ts";
import { TextRun } from "./text-run.ts";
import type { Placed } from "./tokens.ts";

/** A cell of an earlier row that reaches down. */
interface Reach {
  readonly start: number;
  readonly end: number;
  rows: number;
}

/** More cells that reach down at once are no printed table; further ones are taken as one row high. */
const mostReaching = 60;

export function placeCells(rows: readonly DraftRow[]): Placed[][] {
  let reaching: Reach[] = [];
  return rows.map((row) => {
    const placed: Placed[] = [];
    const begun: Reach[] = [];
    let at = 0;
    let next = 0;
    for (const cell of row.cells) {
      // Past the cells that reach into this row.
      for (let over = reaching[next]; over && over.start <= at; over = reaching[++next])
        at = Math.max(at, over.end);
      const start = at;
      at += cell.columns;
      placed.push({ cell, run: textOf(cell.content), start, end: at });
      if (cell.rows > 1) begun.push({ start, end: at, rows: cell.rows });
    }
    for (const over of reaching) over.rows--;
    if (begun.length > 0 || reaching.length > 0) {
      reaching = [
        ...reaching.filter((over) => over.rows > 0),
        ...begun.map((b) => ({ ...b, rows: b.rows - 1 })),
      ]
        .sort((a, b) => a.start - b.start)
        .slice(0, mostReaching);
    }
    return placed;
  });
}

const none = new TextRun();

function textOf(content: readonly unknown[]): TextRun {
  const [first] = content;
  if (content.length === 1) return first instanceof TextRun ? first : none;
  return content.find((part): part is TextRun => part instanceof TextRun && !part.empty) ?? none;
}
