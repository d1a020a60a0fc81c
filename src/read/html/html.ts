/** HTML and XHTML, with or without inline XBRL -> the blocks of a document. */
import type { Block } from "../document.ts";
import { blocksOf } from "./blocks.ts";
import type { LineTable } from "./lines.ts";
import { walk } from "./walk.ts";

export { LineTable } from "./lines.ts";

/** `start` and `end`: the stretch of the source that holds the markup. What had to be decided is added to `notes`. */
export function readHtml(
  text: string,
  start: number,
  end: number,
  lines: LineTable,
  notes: string[],
): Block[] {
  const { drafts, tags } = walk(text, start, end);
  return blocksOf(drafts, { lines, tags, notes });
}
