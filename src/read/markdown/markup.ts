/**
 * Tables of markup in Markdown and other text: what models and converters of PDF write where a table has
 * merged cells.
 */
import { append } from "../../lists.ts";
import type { Block, Cell, Document } from "../document.ts";
import { LineTable, readHtml } from "../html/html.ts";
import { plainText } from "./inline.ts";

/** Offsets of a table and behind it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const tableTag = /<(\/?)table\b[^<>]{0,2000}>/gi;
const rowTag = /<tr\b[^<>]{0,2000}>/i;

/** The outermost tables with rows; one that is left open ends with the text. */
export function markupTables(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let depth = 0;
  const add = (end: number): void => {
    if (rowTag.test(text.slice(start, end))) stretches.push({ start, end });
  };
  for (const match of text.matchAll(tableTag)) {
    if (match[1] === "") {
      if (depth++ === 0) start = match.index;
    } else if (depth > 0 && --depth === 0) add(match.index + match[0].length);
  }
  if (depth > 0) add(text.length);
  return stretches;
}

/** The text with blanks for what stands in these stretches, on the same lines. */
export function without(text: string, stretches: readonly Stretch[]): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of stretches) {
    rest += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
    at = end;
  }
  return rest + text.slice(at);
}

/** The document of the text around the tables, with the tables in their places. */
export function withTables(rest: Document, text: string, stretches: readonly Stretch[]): Document {
  const lines = new LineTable(text);
  const notes: string[] = [];
  const tables = stretches.map(({ start, end }) => ({
    line: lines.at(start).line,
    blocks: readHtml(text, start, end, lines, notes).map(inMarkdown),
  }));
  const blocks: Block[] = [];
  let next = 0;
  for (const block of rest.blocks) {
    const line = lineOf(block);
    for (let table = tables[next]; table && table.line < line; table = tables[++next])
      append(blocks, table.blocks);
    blocks.push(unmarked(block));
  }
  for (const table of tables.slice(next)) append(blocks, table.blocks);
  return { ...rest, format: "markdown", blocks, notes: [...rest.notes, ...notes] };
}

/** A heading without its marks ("## Results"): text around tables of markup alone is not read as Markdown. */
function unmarked(block: Block): Block {
  if (block.kind !== "paragraph" || block.pieces || block.facts) return block;
  const mark = /^#{1,6}[ \t]+(?=\S)/.exec(block.text)?.[0].length ?? 0;
  if (mark === 0) return block;
  return { ...block, text: block.text.slice(mark), column: block.column + mark };
}

function lineOf(block: Block): number {
  return block.kind === "grid" ? (block.rows[0]?.line ?? 0) : block.line;
}

/** Cells may stress what they print as Markdown does. */
function inMarkdown(block: Block): Block {
  if (block.kind === "paragraph") return block;
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(plainCell) })) };
}

function plainCell(cell: Cell): Cell {
  const { text, pieces, endColumn } = plainText(cell.text, cell.line, cell.column);
  return text === cell.text ? cell : { ...cell, text, column: pieces[0]?.column ?? cell.column, endColumn };
}
