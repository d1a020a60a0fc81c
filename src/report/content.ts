/**
 * The filing itself as it was read, for reports that show it: strings and numbers only, since reports cross
 * threads and caches. A figure is known by its place, the same that checks and lists of figures give.
 */

/** Where a figure stands in a text: from `start` to `end` of it (UTF-16), and its place in the source. */
export interface Mark {
  readonly start: number;
  readonly end: number;
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

export type ContentBlock = ContentText | ContentGrid;

export interface Content {
  readonly blocks: readonly ContentBlock[];
}
