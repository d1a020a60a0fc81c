/** Raised text: a footnote mark is left out, since beside a number it would be read as part of it. */
import type { TextRun } from "./text-run.ts";

/** Where raised text started in its run. */
export interface Raised {
  readonly run: TextRun;
  readonly length: number;
}

/** A raised footnote mark; the ends of ordinals and of trade marks stay. */
const footnoteMark =
  /^[\s(]*(?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4}|[*†‡§#+^~]{1,3})(?:\)*[,;&\s(][,;&\s()]*(?:\d{1,2}|[a-z]|[*†‡§]))*[\s)]*$/i;
const ordinal = /^(?:st|nd|rd|th|tm|sm)$/i;

/** Takes back what was raised, now that it ends, where it is a mark. `run`: where text goes now. */
export function dropMark(mark: Raised, run: TextRun): void {
  if (mark.run !== run) return;
  const text = run.text.slice(mark.length).trim();
  if (text !== "" && footnoteMark.test(text) && !ordinal.test(text)) run.truncate(mark.length);
}
