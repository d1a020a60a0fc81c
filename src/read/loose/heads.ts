/**
 * Header rows whose empty cells a converter dropped -> what they stand over. A row of as many cells as there
 * are columns stands over them, of one more its first is over the captions; one cell is over all; a number
 * that divides the columns is over equal groups, and periods are over the years below them. Of any other row
 * no cell can be placed.
 */
import type { Cell, GridRow } from "../document.ts";
import type { LooseCell, LooseRow } from "./marks.ts";

/** Words and years that only the header of a period has. */
export const dated =
  /\b(?:19|20)\d\d\b|\bend(?:ed|ing)\b|\bas (?:of|at)\b|\b(?:months?|quarters?|weeks?|years?)\b|\b(?:jan|febr)uary\b|\bmarch\b|\bapril\b|\bjune\b|\bjuly\b|\baugust\b|\b(?:septem|octo|novem|decem)ber\b/i;

const year = /\b(?:19|20)\d\d\b/;

export function place({ text, line, column, endColumn, bold }: LooseCell, col: number, span?: number): Cell {
  return {
    text,
    col,
    line,
    column,
    endColumn,
    ...(span === undefined ? {} : { span }),
    ...(bold === undefined ? {} : { bold }),
  };
}

export function gridRow(line: number, caption: LooseCell | undefined, cells: readonly Cell[]): GridRow {
  const column = cells[0]?.column ?? 1;
  const first = caption ? place(caption, 0) : { text: "", col: 0, line, column, endColumn: column };
  return { line, cells: [first, ...cells] };
}

/**
 * `width`: how many columns of values there are. Spans say what each header stands over; where a row with a
 * period cannot be placed none is given, and order alone may tell. Any other such row is left over the captions.
 */
export function alignHeads(header: readonly LooseRow[], width: number): GridRow[] {
  const placed = header.map((row) => alignHead(row, width, header));
  for (const [i, row] of header.entries()) {
    const pair = overYears(row, header[i + 1], width);
    if (pair) placed.splice(i, 2, ...pair);
  }
  const certain = header.every((row, i) => placed[i] || !row.cells.some(({ text }) => dated.test(text)));
  return header.map((row, i) => {
    const own = placed[i];
    if (!own) return certain ? gridRow(row.line, joined(row), []) : leftInOrder(row);
    return certain ? own : withoutSpans(own);
  });
}

/** One cell of all that a row says, over the captions. */
function joined({ cells }: LooseRow): LooseCell | undefined {
  const [first] = cells;
  return first && { ...first, text: cells.map(({ text }) => text).join(" ") };
}

/** Says what the captions are: "(in thousands)", "Name", and no period or unit of a column. */
function namesCaptions({ text }: LooseCell): boolean {
  return /^\(|\bin (?:thousands|millions|billions)\b|^(?:name|description|item|caption)s?\b/i.test(text);
}

function alignHead({ cells, line }: LooseRow, width: number, header: readonly LooseRow[]): GridRow | null {
  const [first, ...others] = cells;
  const over = (caption: LooseCell | undefined, heads: readonly LooseCell[], size: number): GridRow =>
    gridRow(
      line,
      caption,
      heads.map((cell, i) => place(cell, 1 + i * size, size)),
    );
  if (cells.length === width) return over(undefined, cells, 1);
  if (cells.length === width + 1) return over(first, others, 1);
  if (cells.length > width) return null;
  const caption = cells.length > 1 && first && namesCaptions(first) ? first : undefined;
  const groups = caption ? others : cells;
  const size = width / groups.length;
  const isEven = Number.isInteger(size) && (groups.length === 1 || repeats(header, line, groups.length));
  return isEven ? over(caption, groups, size) : null;
}

/** Whether each group begins alike in the lowest header row that says something of each, or none does. */
function repeats(header: readonly LooseRow[], line: number, groups: number): boolean {
  const last = header.findLast((row) => row.line > line && row.cells.length % groups === 0);
  if (!last) return true;
  const size = last.cells.length / groups;
  const kinds = last.cells.map(({ text }) => text.replace(/\d{4}/g, "Y").replace(/\d+/g, "N"));
  return kinds.every((kind, i) => i % size !== 0 || kind === kinds[0]);
}

/**
 * "Three Months Ended | Change" over "2024 | 2023 | %": periods without a year stand over as many of the years
 * below as come to each, every other header over one column; a first one too many is over the captions.
 */
function overYears(upper: LooseRow, lower: LooseRow | undefined, width: number): [GridRow, GridRow] | null {
  if (!lower) return null;
  const isPeriod = ({ text }: LooseCell): boolean => dated.test(text) && !year.test(text);
  const periods = upper.cells.filter(isPeriod).length;
  const years = lower.cells.filter(({ text }) => year.test(text)).length;
  const size = years / periods;
  if (periods === 0 || size < 2 || !Number.isInteger(size)) return null;
  const over = periods * size + upper.cells.length - periods;
  const [first] = upper.cells;
  const corner = over === width + 1 && first && !isPeriod(first) ? first : undefined;
  if (over !== width && !corner) return null;
  let next = 1;
  const heads: Cell[] = [];
  const below: Cell[] = [];
  const rest = [...lower.cells];
  const evenBelow = lower.cells.length === width;
  for (const cell of corner ? upper.cells.slice(1) : upper.cells) {
    const span = isPeriod(cell) ? size : 1;
    heads.push(place(cell, next, span));
    for (let i = 0; i < span; i++) {
      const under = rest[0];
      if (!under || (isPeriod(cell) && !year.test(under.text))) {
        if (isPeriod(cell)) return null;
        continue;
      }
      if (!isPeriod(cell) && year.test(under.text)) {
        if (evenBelow) return null;
        continue;
      }
      rest.shift();
      below.push(place(under, next + i, 1));
    }
    next += span;
  }
  return rest.length > 0 ? null : [gridRow(upper.line, corner, heads), gridRow(lower.line, undefined, below)];
}

/** All over the captions, where only their order tells. */
function leftInOrder({ cells, line }: LooseRow): GridRow {
  return { line, cells: cells.map((cell) => place(cell, 0)) };
}

function withoutSpans(row: GridRow): GridRow {
  const cells = row.cells.map(({ text, col, line, column, endColumn }) => ({
    text,
    col,
    line,
    column,
    endColumn,
  }));
  return { ...row, cells };
}
