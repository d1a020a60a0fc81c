/**
 * The rows of the table that a finding is about, set anew: aligned by display width, the suspect marked.
 * The source itself (tabs, markup, text by position) would not be readable.
 */
import { count } from "./honesty.ts";
import type { Paint, Painter } from "./paint.ts";
import type { Excerpt, ExcerptRow, Suspect } from "./report.ts";
import { pad, truncate, truncateMiddle, width, wrap } from "./width.ts";

type Mark = ExcerptRow["cells"][number]["mark"];

const columnGap = "  ";
const narrowestCaption = 16;
const widestCaption = 60;
const labelRoom = 14;
/** A cell may hold a sentence; a figure is never this long. */
const cellRoom = 32;
/** Rows around the marked ones are dropped beyond this: a footing may run over a hundred rows. */
const mostRows = 32;

/** The figures that may be wrong, best first, and whether the first is known to be the one. */
interface Suspects {
  readonly list: readonly Suspect[];
  readonly sure: boolean;
}

interface Layout {
  readonly number: number;
  readonly caption: number;
  /** Indexes of the columns shown, with their widths. */
  readonly columns: readonly { readonly index: number; readonly width: number }[];
}

function shortenCells(row: ExcerptRow): ExcerptRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: truncate(cell.text, cellRoom) })) };
}

/** The negative "(1,234)" hangs its bracket over the edge, so that digits stand under digits. */
function hang(rows: readonly ExcerptRow[]): readonly ExcerptRow[] {
  const brackets = new Set<number>();
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) if (cell.text.endsWith(")")) brackets.add(index);
  }
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) =>
      !brackets.has(index) || cell.text.endsWith(")") ? cell : { ...cell, text: `${cell.text} ` },
    ),
  }));
}

function fitLayout(excerpt: Excerpt, rows: readonly ExcerptRow[], room: number): Layout {
  const most = Math.max(excerpt.columns.length, ...rows.map((row) => row.cells.length));
  let columns = Array.from({ length: most }, (_, index) => {
    const cells = Math.max(0, ...rows.map((row) => width(row.cells[index]?.text ?? "")));
    const label = Math.min(width(excerpt.columns[index] ?? ""), labelRoom);
    const marked = rows.some((row) => (row.cells[index]?.mark ?? null) !== null);
    return { index, width: Math.max(cells, label), marked };
  });
  const numberOf = numbersOf(rows);
  const number = Math.max(1, ...rows.map((row) => numberOf(row).length));
  const natural = Math.min(widestCaption, Math.max(0, ...rows.map((row) => width(row.caption))));
  const left = (): number =>
    room - number - 5 - columns.reduce((sum, column) => sum + columnGap.length + column.width, 0);
  // The columns beside the marked ones say most (a stale or neighbouring figure): the farthest go first.
  const marked = columns.filter((column) => column.marked).map((column) => column.index);
  const distance = (index: number): number => Math.min(...marked.map((other) => Math.abs(other - index)));
  const farthestFirst = columns
    .filter((column) => !column.marked)
    .sort((a, b) => distance(b.index) - distance(a.index));
  for (const superfluous of farthestFirst) {
    if (left() >= Math.min(natural, narrowestCaption)) break;
    columns = columns.filter((column) => column !== superfluous);
  }
  return { number, caption: Math.min(natural, Math.max(left(), narrowestCaption)), columns };
}

function isKey(row: ExcerptRow): boolean {
  return row.cells.some((cell) => cell.mark === "suspect" || cell.mark === "result");
}

/** Leaves out unmarked rows when there are too many; a number stands for as many rows. */
function shorten(rows: readonly ExcerptRow[]): readonly (ExcerptRow | number)[] {
  if (rows.length <= mostRows) return rows;
  const shown: (ExcerptRow | number)[] = [];
  let dropped = 0;
  for (const [index, row] of rows.entries()) {
    if (index < mostRows / 2 || index >= rows.length - mostRows / 4 || isKey(row)) {
      if (dropped > 0) shown.push(dropped);
      dropped = 0;
      shown.push(row);
    } else {
      dropped++;
    }
  }
  return shown;
}

function painterOf(mark: Mark, paint: Paint): Painter {
  if (mark === "suspect") return (text) => paint.bold(paint.red(text));
  if (mark === "result") return paint.bold;
  return mark === "term" ? String : paint.dim;
}

/** Carets under the cells pointed at, and what the suspect should say; other suspects follow in words. */
function caretLine(
  row: ExcerptRow,
  pointed: Mark,
  layout: Layout,
  { list: suspects, sure }: Suspects,
  room: number,
): string {
  let carets = "";
  for (const column of layout.columns) {
    const cell = row.cells[column.index];
    const text = cell?.text ?? "";
    const bare = text.trimEnd();
    const under = cell?.mark === pointed ? "^".repeat(width(bare)) : " ".repeat(width(bare));
    carets += columnGap + pad(under + " ".repeat(width(text) - width(bare)), column.width, "right");
  }
  carets = carets.trimEnd();
  if (pointed !== "suspect" || carets === "") return carets;
  const alike = suspects.filter(
    ({ raw, reading }) =>
      reading !== "" && row.cells.some(({ mark, text }) => mark === pointed && text.includes(raw)),
  );
  // The cells of a row may stand on other lines of the source than its caption.
  const suspect = alike.find((one) => one.row === row.caption) ?? alike.find(({ line }) => line === row.line);
  if (!suspect) return carets;
  const note = `${sure ? "should read" : "perhaps"} ${suspect.reading}`;
  const start = layout.number + 5 + layout.caption;
  if (start + width(carets) + 1 + width(note) <= room) return `${carets} ${note}`;
  const blank = carets.length - carets.trimStart().length;
  if (width(note) < blank) return `${pad(note, blank - 1, "right")} ${carets.trimStart()}`;
  return carets;
}

type Numbered = Pick<ExcerptRow, "line" | "shown">;

/** What counts each row. All of a source may lie on one line, whose number then says nothing. */
export function numbersOf(rows: readonly Numbered[]): (row: Numbered) => string {
  const isOne = rows.length > 1 && rows.every(({ line }) => line === rows[0]?.line);
  return ({ line, shown }) => shown ?? (isOne ? "" : String(line));
}

function rowLines(
  row: ExcerptRow,
  pointed: Mark,
  layout: Layout,
  suspects: Suspects,
  room: number,
  numberOf: (row: ExcerptRow) => string,
  paint: Paint,
): readonly string[] {
  const isPointedAt = row.cells.some((cell) => cell.mark === pointed);
  const caption = pad(truncateMiddle(row.caption, layout.caption), layout.caption);
  const cells = layout.columns.map((column) => {
    const cell = row.cells[column.index];
    const text = cell?.text ?? "";
    const bare = text.trimEnd();
    const fill = " ".repeat(Math.max(0, column.width - width(text)));
    const painted = bare === "" ? "" : painterOf(cell?.mark ?? null, paint)(bare);
    return columnGap + fill + painted + text.slice(bare.length);
  });
  const involved = row.cells.some((cell) => cell.mark !== null);
  const arrow = isPointedAt ? paint.red(">") : " ";
  const bar = paint.dim(`${pad(numberOf(row), layout.number, "right")} │`);
  const paintCaption = isPointedAt ? paint.bold : involved ? String : paint.dim;
  const line = `${arrow} ${bar} ${paintCaption(caption)}${cells.join("")}`.trimEnd();
  if (!isPointedAt) return [line];
  const carets = caretLine(row, pointed, layout, suspects, room);
  return [
    line,
    `  ${paint.dim(`${pad("", layout.number)} │`)} ${pad("", layout.caption)}${paint.red(carets)}`,
  ];
}

/** The headings of the columns, each in as many lines as it needs. */
function headLines(labels: readonly string[], { columns, number, caption }: Layout): readonly string[] {
  const heads = columns.map((column) => {
    const label = labels[column.index] ?? "";
    return label === "" ? [] : wrap(label, column.width);
  });
  const most = Math.max(0, ...heads.map((lines) => lines.length));
  const left = pad("", number + 5 + caption);
  return Array.from({ length: most }, (_, at) => {
    const cells = heads.map((lines, i) =>
      pad(columnGap + (lines[at - most + lines.length] ?? ""), (columns[i]?.width ?? 0) + 2, "right"),
    );
    return (left + cells.join("")).trimEnd();
  });
}

/** The excerpt as lines of at most `room` cells, as far as its marked columns allow. */
export function excerptLines(
  excerpt: Excerpt,
  suspects: Suspects,
  room: number,
  paint: Paint,
): readonly string[] {
  const rows = hang(excerpt.rows.map(shortenCells));
  const layout = fitLayout(excerpt, rows, room);
  const pointed = rows.some((row) => row.cells.some((cell) => cell.mark === "suspect"))
    ? "suspect"
    : "result";
  const head = headLines(excerpt.columns, layout).map((line) => paint.dim(line));
  const numberOf = numbersOf(rows);
  const body = shorten(rows).flatMap((row) =>
    typeof row === "number"
      ? [paint.dim(`  ${pad("", layout.number)} │ … ${count(row)} more rows`)]
      : rowLines(row, pointed, layout, suspects, room, numberOf, paint),
  );
  return [...head, ...body];
}
