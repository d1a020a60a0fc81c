import type { Document } from "../read/document.ts";

/** Words by which a filing says that it presents an earlier period anew (ASC 250-10-50; IAS 8.28, IAS 1.41). */
const words =
  /\b(?:as restated|(?:have|has) been (?:restated|reclassified|recast|re-?presented|retrospectively (?:adjusted|recast))|(?:were|was) (?:restated|reclassified|recast|re-?presented)|reclassified to conform|retrospectively (?:adjusted|applied|recast)|restatement of (?:previously|prior|comparative))/i;

/** The line on which the filing says that earlier figures were restated or reclassified, or null. */
export function announcedAt(document: Document): number | null {
  for (const block of document.blocks) {
    if (block.kind === "paragraph") {
      if (words.test(block.text)) return block.line;
      continue;
    }
    for (const row of block.rows) {
      if (row.cells.some((cell) => words.test(cell.text))) return row.line;
    }
  }
  return null;
}
