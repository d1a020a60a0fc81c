/** HTML and XHTML, with or without inline XBRL -> the blocks of a document. */
import type { Block } from "../document.ts";
import { blocksOf } from "./blocks.ts";
import type { LineTable } from "./lines.ts";
import { walk } from "./walk.ts";

export { LineTable } from "./lines.ts";

/** The stretch of a source that holds the markup, as offsets. */
export function readHtml(text: string, start: number, end: number, lines: LineTable): Block[] {
  const { drafts, tags } = walk(text, start, end);
  return blocksOf(drafts, { lines, tags });
}
