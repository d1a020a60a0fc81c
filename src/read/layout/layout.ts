/** Lines of positioned words -> paragraphs and grids: the core of every reader of positions. */
import type { Block } from "../document.ts";
import { findTables } from "./blocks.ts";
import { makeGrid } from "./grid.ts";
import { mended } from "./letters.ts";
import type { Line } from "./line.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { shapeOf } from "./shape.ts";

export function layOut(lines: readonly Line[]): Block[] {
  const shapes = lines.map((line) => shapeOf(mended(line)));
  const blocks: Block[] = [];
  let done = 0;
  for (const table of findTables(shapes)) {
    const grid = makeGrid(shapes, table);
    if (!grid) continue;
    blocks.push(...paragraphsOf(shapes.slice(done, table.header)), grid);
    done = table.end;
  }
  blocks.push(...paragraphsOf(shapes.slice(done)));
  return blocks;
}
