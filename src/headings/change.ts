/** One change of one header: what it would say instead, and the document that says so. */
import type { Block, Cell, Document, Paragraph, Place } from "../read/document.ts";
import { placeInParagraph } from "../prose/passage.ts";

/** A slip that a header or a note may have, and the print that would mend it. */
export interface HeaderChange {
  /** What the print is of: "Rate of the translation", "Scale of the statement", "Period of a column". */
  readonly subject: string;
  readonly printed: string;
  readonly meant: string;
  readonly place: Place;
  /** Fewer relations than these restored prove nothing. */
  readonly fewest: number;
  readonly at: Spot;
}

/** A stretch of the text of a paragraph or of a cell, by identity. */
export interface Spot {
  readonly owner: Paragraph | Cell;
  readonly start: number;
  readonly end: number;
}

/** The place of a stretch in the source. */
export function placeOfSpot({ owner, start, end }: Spot): Place {
  if ("kind" in owner) return placeInParagraph(owner, start, end);
  // Where the text of a cell is not that of the source, its place is that of the whole cell.
  const isVerbatim = owner.endColumn - owner.column === owner.text.length;
  return isVerbatim
    ? { line: owner.line, column: owner.column + start, endColumn: owner.column + end }
    : { line: owner.line, column: owner.column, endColumn: owner.endColumn };
}

/** The document with the one change; every other block is the very same. */
export function withChange(document: Document, { at, meant }: HeaderChange): Document {
  const { owner, start, end } = at;
  const text = owner.text.slice(0, start) + meant + owner.text.slice(end);
  const changed = (block: Block): Block => {
    if (block.kind === "paragraph") return block === owner ? { ...block, text } : block;
    if (!block.rows.some(({ cells }) => cells.some((cell) => cell === owner))) return block;
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === owner ? { ...cell, text } : cell)),
    }));
    return { ...block, rows };
  };
  return { ...document, blocks: document.blocks.map(changed) };
}
