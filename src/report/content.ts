/**
 * The filing itself as it was read, for reports that show it: strings and numbers only, since reports cross
 * processes and caches. A figure is known by its place, the same that checks and lists of figures give.
 */

/** Where a figure stands in a text: from `start` to `end` of it (UTF-16), and its place in the source. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** In a source of pages; `line` is then the line on its page. */
  readonly page?: number;
  readonly line: number;
  readonly column: number;
}

export interface ContentText {
  readonly kind: "text";
  readonly line: number;
  readonly text: string;
  /** In order, none within another. */
  readonly marks: readonly Mark[];
}

export interface ContentCell {
  readonly text: string;
  /** Column of the grid, from 0, and how many it stands over. */
  readonly col: number;
  readonly span: number;
  readonly marks: readonly Mark[];
}

export interface ContentRow {
  readonly line: number;
  /** How far the caption is set in, only comparable within one grid. */
  readonly indent: number;
  readonly cells: readonly ContentCell[];
}

export interface ContentGrid {
  readonly kind: "grid";
  readonly line: number;
  /** The title of the table that its first figure belongs to; empty where it holds none. */
  readonly title: string;
  readonly rows: readonly ContentRow[];
}

/** A piece of a line of a page where it is drawn: `x` is its left edge, `y` its base line, down from the top. */
export interface ContentPart {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The piece is a figure; `start` and `end` are those of the piece itself. */
  readonly mark: Mark | null;
}

export interface ContentLine {
  readonly line: number;
  readonly parts: readonly ContentPart[];
}

/** A page as it is laid out, in its own measure. */
export interface ContentPage {
  readonly kind: "page";
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** The title of the table that the first figure in a table belongs to; empty where there is none. */
  readonly title: string;
  readonly lines: readonly ContentLine[];
}

export type ContentBlock = ContentText | ContentGrid | ContentPage;

export interface Content {
  readonly blocks: readonly ContentBlock[];
}
