/** Lines of positioned words -> paragraphs and grids: the core of every reader of positions. */
import { append } from "../../lists.ts";
import type { Block } from "../document.ts";
import { findTables } from "./blocks.ts";
import { makeGrid } from "./grid.ts";
import { mended } from "./letters.ts";
import { type Line, textOf } from "./line.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { isPageRule, type Shape, shapeOf } from "./shape.ts";

export function layOut(lines: readonly Line[]): Block[] {
  const shapes = withoutPageNumbers(lines.map((line) => shapeOf(mended(line))));
  const blocks: Block[] = [];
  let done = 0;
  for (const table of findTables(shapes)) {
    const grid = makeGrid(shapes, table);
    if (!grid) continue;
    append(blocks, paragraphsOf(shapes.slice(done, table.header)));
    blocks.push(grid);
    done = table.end;
  }
  append(blocks, paragraphsOf(shapes.slice(done)));
  return blocks;
}

/** A number alone on a line, the last of its page: no figure of the table that may end or go on there. */
function withoutPageNumbers(shapes: readonly Shape[]): Shape[] {
  let isLast = true;
  const kept: Shape[] = [];
  for (const shape of shapes.toReversed()) {
    if (shape.line.marks.includes("page") || isPageRule(shape)) isLast = true;
    const text = textOf(shape.line.words);
    const isNumber =
      shape.kind === "figures" &&
      (/^[-–—]\s?\d{1,3}\s?[-–—]$/.test(text) || (isLast && /^\d{1,3}$/.test(text)));
    if (shape.kind !== "blank" && shape.kind !== "mark" && !isPageRule(shape)) isLast = false;
    // The mark may stand at the first line of the next page.
    if (shape.line.marks.includes("page")) isLast = true;
    kept.push(isNumber ? { ...shape, kind: "blank", pieces: [], split: null } : shape);
  }
  return kept.toReversed();
}
