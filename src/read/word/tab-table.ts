/** Rows that tabs set, read as a text with tabs is, its places being those of the document. */
import type { Block, Cell, GridRow, Piece, Place } from "../document.ts";
import type { Lines } from "../html/lines.ts";
import type { TextRun } from "../html/text-run.ts";
import { readText } from "../text.ts";
import type { ParagraphItem } from "./items.ts";
import { hasFigure } from "./tabs.ts";

/** Characters that are wider than the way from one tab stop of half an inch to the next. */
const widerThanStops = 16;

/**
 * Without stops of its own a paragraph reaches a column by as many tabs as its caption is short. Where all rows
 * have as many tabs, or as many follow short captions and long ones, each of them leads to the next column,
 * whatever stands there.
 */
function isEven(items: readonly ParagraphItem[]): boolean {
  const lengths = new Map<number, number[]>();
  for (const { parts } of items.filter(hasFigure)) {
    const known = lengths.get(parts.length) ?? [];
    lengths.set(parts.length, known);
    const [caption] = parts;
    if (caption && !caption.empty) known.push(caption.text.length);
  }
  const isWide = (captions: readonly number[]): boolean =>
    captions.reduce((most, length) => Math.max(most, length), 0) -
      captions.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY) >
    widerThanStops;
  return lengths.size === 1 || [...lengths.values()].every(isWide);
}

function piecesOf({ parts, stops }: ParagraphItem, areEven: boolean): readonly TextRun[] {
  return stops || areEven ? parts : parts.filter((part, i) => i === 0 || !part.empty);
}

/** Where the lines of the text stand in the document. */
class Places {
  readonly #rows: readonly (readonly TextRun[])[];
  readonly #lines: Lines;

  constructor(rows: readonly (readonly TextRun[])[], lines: Lines) {
    this.#rows = rows;
    this.#lines = lines;
  }

  /** `line` and `column` as in the text, from 1. */
  at(line: number, column: number): { line: number; column: number } {
    const row = this.#rows[line - 1] ?? [];
    let offset = column - 1;
    let last = 0;
    for (const part of row) {
      const { length } = part.text;
      if (length > 0) {
        last = part.sourceAt(length - 1);
        if (offset <= length) {
          return this.#lines.at(part.sourceAt(Math.min(Math.max(offset, 0), length - 1)));
        }
      }
      offset -= length + 1;
    }
    return this.#lines.at(last);
  }

  place<T extends Place>(of: T): T {
    const { line, column } = this.at(of.line, of.column);
    return { ...of, line, column, endColumn: column + of.endColumn - of.column };
  }

  row(of: GridRow): GridRow {
    return { ...of, line: this.at(of.line, 1).line, cells: of.cells.map((cell): Cell => this.place(cell)) };
  }

  block(of: Block): Block {
    if (of.kind === "grid") return { ...of, rows: of.rows.map((row) => this.row(row)) };
    const pieces = of.pieces?.map((piece): Piece => ({ ...piece, ...this.at(piece.line, piece.column) }));
    return { ...of, ...this.at(of.line, of.column), ...(pieces ? { pieces } : {}) };
  }
}

/** The blocks of a stretch of rows. */
export function tabBlocks(items: readonly ParagraphItem[], lines: Lines): readonly Block[] {
  const areEven = isEven(items);
  const rows = items.map((item) => piecesOf(item, areEven));
  const text = rows.map((row) => row.map((part) => part.text.replaceAll("\n", " ")).join("\t")).join("\n");
  const places = new Places(rows, lines);
  return readText(text, "", []).blocks.map((block) => places.block(block));
}
