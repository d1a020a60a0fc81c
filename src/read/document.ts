/** The one model of a source, whatever its format: paragraphs and raw grids with exact places. */

/** What a reader took the source for. */
export type SourceFormat = "text" | "html" | "edgar-text" | "markdown" | "csv" | "pdf";

/** A place in the source text as it lies on disk: 1-based, UTF-16 columns, `endColumn` exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** One cell of a raw grid. `text` is trimmed and free of markup; the place is that of the trimmed text. */
export interface Cell extends Place {
  readonly text: string;
  /** Column of the grid, from 0. */
  readonly col: number;
}

export interface GridRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Grid {
  readonly kind: "grid";
  readonly rows: readonly GridRow[];
}

/** A run of text on one line. Blank lines are not kept. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly line: number;
  /** Where `text` starts on its line: 1-based, UTF-16. */
  readonly column: number;
  /** Trimmed and otherwise as it lies on disk, markup included. */
  readonly text: string;
}

export type Block = Grid | Paragraph;

export interface Document {
  readonly path: string;
  readonly format: SourceFormat;
  readonly blocks: readonly Block[];
  /** What the reader had to decide and a user may want to know, in sentences. */
  readonly notes: readonly string[];
}

/** A source that cannot be read at all. The message is one sentence without the path. */
export class Unreadable extends Error {
  override name = "Unreadable";
}
