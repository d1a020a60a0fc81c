/**
 * Text laid out by a PDF tool: columns by runs of spaces. A file may hold tables with tabs as well; those
 * are read as ever.
 */
import { append } from "../lists.ts";
import type { Block, Document } from "./document.ts";
import { layOut } from "./layout/layout.ts";
import { type Line, lineOf } from "./layout/line.ts";
import { linesOf, readText } from "./text.ts";

export function readLaidOutText(text: string, path: string, notes: readonly string[]): Document {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    append(blocks, layOut(lines));
    lines = [];
  };
  const tabbed = readText(text, path, notes).blocks.filter((block) => block.kind === "grid");
  let nextGrid = 0;
  let gridEnd = 0;
  for (const { line, content } of linesOf(text)) {
    const grid = tabbed[nextGrid];
    if (grid?.rows[0]?.line === line) {
      flush();
      blocks.push(grid);
      gridEnd = grid.rows.at(-1)?.line ?? line;
      nextGrid++;
    }
    if (line > gridEnd) lines.push(lineOf(line, content, content, content.includes("\f") ? ["page"] : []));
  }
  flush();
  return { path, format: "text", blocks, notes };
}
