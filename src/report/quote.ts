/** A quoted sentence set for a terminal, carets under its number. */
import type { Quote } from "./report.ts";
import { width, wrap } from "./width.ts";

/** The lines of the sentence in at most `room` cells, a line of carets below the one with the number. */
export function quoteLines({ text, start, end }: Quote, room: number): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  for (const line of wrap(text, room)) {
    // Lines are broken at blanks, which stand in the text and in no line.
    const from = text.indexOf(line, at);
    if (from === -1) return wrap(text, room);
    at = from + line.length;
    lines.push(line);
    if (start < from || start >= at) continue;
    const before = width(line.slice(0, start - from));
    lines.push(" ".repeat(before) + "^".repeat(width(line.slice(start - from, Math.min(end, at) - from))));
  }
  return lines;
}
