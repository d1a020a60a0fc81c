/** Drafts -> blocks: which tables are tables, which only lay out text, and which hold others. */
import { type Block, saidLine } from "../document.ts";
import type { Draft, DraftCell, DraftRow, DraftTable } from "./drafts.ts";
import { gridOf, paragraphsOf, type Source } from "./grid.ts";
import { pieceOf } from "./numbers.ts";
import { Preformatted } from "./preformatted.ts";
import { TextRun } from "./text-run.ts";

export function blocksOf(drafts: readonly Draft[], source: Source): Block[] {
  const blocks: Block[] = [];
  for (const draft of drafts) {
    for (const block of blocksOfOne(draft, source)) blocks.push(block);
  }
  return blocks;
}

function blocksOfOne(draft: Draft, source: Source): Block[] {
  if (draft instanceof TextRun) return paragraphsOf(draft, source);
  return draft instanceof Preformatted ? draft.blocks(source.lines) : tableBlocks(draft, source);
}

/** More rows or cells than any statement prints: a dump of data, whose lines nothing determines. */
const mostTableRows = 20_000;
const mostTableCells = 100_000;

function isTooLarge({ rows }: DraftTable): boolean {
  return rows.length > mostTableRows || rows.reduce((sum, row) => sum + row.cells.length, 0) > mostTableCells;
}

function tableBlocks(table: DraftTable, source: Source): Block[] {
  if (isTooLarge(table)) {
    const { line } = source.lines.at(table.rows[0]?.at ?? 0);
    source.notes.push(
      `the table at ${saidLine(line)} has ${table.rows.length} rows, too many for a statement; it was left out`,
    );
    return [];
  }
  const rows = table.rows.flatMap(splitLines);
  for (const row of rows) for (const cell of row.cells) inline(cell);
  const blocks: Block[] = [];
  let plain: DraftRow[] = [];
  const endPlain = (): void => {
    if (plain.length > 0)
      for (const block of gridOf(plain, source) ?? textRows(plain, source)) blocks.push(block);
    plain = [];
  };
  for (const row of rows) {
    if (!row.cells.some(holdsTable)) {
      plain.push(row);
      continue;
    }
    // A row that holds tables only lays them out.
    endPlain();
    for (const cell of row.cells) for (const block of blocksOf(cell.content, source)) blocks.push(block);
  }
  endPlain();
  return blocks;
}

function holdsTable(cell: DraftCell): boolean {
  return cell.content.length > 1 && cell.content.some((part) => !(part instanceof TextRun));
}

/** A nested table of one short row only sets a caption in, or a mark beside its number: it is text of the cell. */
function inline(cell: DraftCell): void {
  if (!holdsTable(cell)) return;
  const whole = new TextRun();
  for (const part of cell.content) {
    if (part instanceof TextRun) {
      whole.append(part, true);
      continue;
    }
    const rows = part.rows.filter((row) => row.cells.some((inner) => !isEmpty(inner)));
    const [row] = rows;
    if (!row) continue;
    const filled = row.cells.filter((inner) => !isEmpty(inner));
    if (rows.length > 1 || filled.length > 3 || filled.some(holdsTable)) return;
    const numbers = filled.filter((inner) =>
      inner.content.some((run) => run instanceof TextRun && pieceOf(run.text) === "number"),
    );
    if (numbers.length > 1 || (numbers.length === 1 && filled.length > 2)) return;
    for (const inner of filled) {
      for (const run of inner.content) if (run instanceof TextRun) whole.append(run, false);
    }
    if (row.cells[0] && isEmpty(row.cells[0])) cell.indent += nestedIndent;
  }
  cell.content.splice(0, cell.content.length, whole);
}

/** Points that an empty cell before a nested caption stands for. */
const nestedIndent = 10;

function isEmpty(cell: DraftCell): boolean {
  return cell.content.every((part) => (part instanceof TextRun ? part.empty : part.rows.length === 0));
}

/**
 * A row whose cells print several lines each, number under number, is that many rows. Captions that wrap
 * print more lines than their numbers and are left alone.
 */
function splitLines(row: DraftRow): DraftRow[] {
  const texts = row.cells.map((cell) =>
    cell.content.length === 1 && cell.content[0] instanceof TextRun ? cell.content[0] : null,
  );
  const broken = texts.filter((run) => run?.text.includes("\n"));
  if (broken.length < 2) return [row];
  const lines = texts.map((run) => run?.lines() ?? []);
  const numeric = lines.filter(
    (own) => own.length > 1 && own.every((run) => ["number", "nil"].includes(pieceOf(run.text))),
  );
  const height = numeric[0]?.length ?? 0;
  if (height < 2 || numeric.some((own) => own.length !== height)) return [row];
  if (lines.some((own) => own.length > 1 && own.length !== height)) return [row];
  return Array.from({ length: height }, (_, i) => ({
    ...row,
    cells: row.cells.map((cell, j): DraftCell => {
      const own = lines[j] ?? [];
      const run = own.length > 1 ? own[i] : i === 0 ? own[0] : undefined;
      return { ...cell, rows: 1, content: [run ?? new TextRun()] };
    }),
  }));
}

/** The rows of a layout table as paragraphs: bullets and numbers stand before their text. */
function textRows(rows: readonly DraftRow[], source: Source): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    let open = new TextRun();
    for (const cell of row.cells) {
      for (const part of cell.content) {
        if (!(part instanceof TextRun) || part.empty) continue;
        // Cells that hold whole paragraphs stand side by side; only marks and short words run on.
        const runsOn = open.text.length <= 60 && !open.text.includes("\n");
        if (!open.empty && !runsOn) {
          for (const block of paragraphsOf(open, source)) blocks.push(block);
          open = new TextRun();
        }
        open.append(part, false);
      }
    }
    for (const block of paragraphsOf(open, source)) blocks.push(block);
  }
  return blocks;
}
