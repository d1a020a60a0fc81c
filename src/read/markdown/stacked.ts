/** Several lines of a table that a converter put into one row, parted by line breaks in each cell -> rows. */
import { readFigure } from "../../money/figure.ts";

const lineBreak = /<br\s*\/?>/gi;

interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines that the row holds, each as the source with blanks for the rest, so that all stands where it stood.
 * They are certain where figures are stacked and every other cell, the caption too, has as many parts or none:
 * a caption of more lines may have wrapped.
 */
export function stackedLines(content: string): readonly string[] {
  if (!/<br/i.test(content)) return [content];
  const cells = partsOfCells(content);
  const filled = cells.filter((parts) =>
    parts.some(({ start, end }) => content.slice(start, end).trim() !== ""),
  );
  const stack = filled.find((parts) => parts.length > 1 && parts.every((part) => isFigure(content, part)));
  const count = stack?.length ?? 0;
  if (count < 2 || filled.length < 2 || filled.some((parts) => parts.length !== count)) return [content];
  return Array.from({ length: count }, (_, line) => masked(content, cells, line));
}

/** From pipe to pipe; a pipe that is escaped belongs to its cell. */
function partsOfCells(content: string): Part[][] {
  const cells: Part[][] = [];
  let from = 0;
  for (const match of content.matchAll(/\\.|\||$/g)) {
    if (match[0].startsWith("\\")) continue;
    cells.push(partsOf(content, from, match.index));
    from = match.index + 1;
  }
  return cells;
}

function partsOf(content: string, from: number, to: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (const { index, 0: mark } of content.slice(from, to).matchAll(lineBreak)) {
    parts.push({ start, end: from + index });
    start = from + index + mark.length;
  }
  parts.push({ start, end: to });
  return parts;
}

function isFigure(content: string, { start, end }: Part): boolean {
  const { kind } = readFigure(content.slice(start, end).replace(/[*\s]/g, ""));
  return kind === "figure" || kind === "nil" || kind === "damaged";
}

function masked(content: string, cells: readonly Part[][], line: number): string {
  const kept = cells.flatMap((parts) => parts.slice(parts.length > 1 ? line : 0).slice(0, 1));
  let out = "";
  let at = 0;
  for (const { start, end } of kept) {
    out += content.slice(at, start).replace(/[^|]/g, " ") + content.slice(start, end);
    at = end;
  }
  return out + content.slice(at).replace(/[^|]/g, " ");
}
