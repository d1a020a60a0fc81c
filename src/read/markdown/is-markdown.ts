import { hasBarePipes } from "./bare.ts";
import { isDelimiter, longestRow } from "./delimiter.ts";

const pipeRow = /^[ \t]*\|.*\|[ \t]*$/gm;
/** "---|---|---" below a line with pipes: some converters print none around a row. */
const bareDelimiter = /^[^\n|]*\|[^\n]*\n[ \t]*:?-+:?[ \t]*\|[-:| \t]*\r?$/m;
/** The same where the row above it is broken over several lines: two blanks end it. */
const endedDelimiter = /^---\|[-|]+ {2}\r?$/m;

/** Whether the source holds a table of pipes: a delimiter row, or rows that follow each other, with pipes around or between. */
export function isMarkdown(text: string): boolean {
  if (!text.includes("|")) return false;
  let rows = 0;
  let end = -2;
  for (const match of text.matchAll(pipeRow)) {
    if (isDelimiter(match[0]) && match[0].length < longestRow) return true;
    rows = match.index - end <= 2 ? rows + 1 : 1;
    end = match.index + match[0].length;
    if (rows >= 3) return true;
  }
  return bareDelimiter.test(text) || endedDelimiter.test(text) || hasBarePipes(text);
}
