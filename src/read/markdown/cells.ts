/** One row of a pipe table -> its cells, with the marks that belong to a number joined to it. */
import { joinMarks, type LooseCell, type LooseRow } from "../loose/marks.ts";
import { plainText } from "./inline.ts";

/** Two numbers with a line break between them. */
const stackedNumbers = /[\d)%]\s*<br\s*\/?>\s*(?:[$€£¥]\s*)?\(?\d/i;

/** From its first to its last character. */
const inBold = /^\s*(?:\*\*[^*|]+\*\*|__[^_|]+__|<(b|strong)>[^<]*<\/\1>)\s*$/i;

const widthless = /^[\s\u200B]+$/;

/** Splits at pipes that are not escaped and not within backticks; those around the row are left out. */
export function splitRow(content: string, line: number): LooseRow {
  const cells: LooseCell[] = [];
  const trimmedEnd = content.trimEnd();
  const start = content.length - content.trimStart().length;
  let from = content[start] === "|" ? start + 1 : start;
  let inCode = false;
  const close = (to: number): void => {
    const source = content.slice(from, to);
    const { text: plain, pieces, endColumn } = plainText(source, line, from + 1);
    // Some converters put a blank without width into empty cells.
    const text = widthless.test(plain) ? "" : plain;
    const stacked = stackedNumbers.test(source);
    cells.push({
      text,
      line,
      column: pieces[0]?.column ?? from + 1,
      endColumn,
      at: cells.length,
      stacked,
      ...(inBold.test(source) ? { bold: true } : {}),
    });
    from = to + 1;
  };
  for (let i = from; i < trimmedEnd.length; i++) {
    const char = trimmedEnd[i];
    if (char === "\\") i++;
    else if (char === "`") inCode = !inCode;
    else if (char === "|" && !inCode) close(i);
  }
  if (from < trimmedEnd.length) close(trimmedEnd.length);
  return joinMarks(cells, line);
}
