/**
 * Line ends and blanks of all kinds, once, at the door of every reader: what a filing says does not hang on them.
 * Nothing that is left changes its line or its column.
 */

/** Those that end no line in any editor, and blanks that are wide, narrow or not to be broken at. */
const otherBlank = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const otherBlanks = new RegExp(otherBlank, "g");
/** One that is not to be broken at may stand between the groups of a number; between two columns it does not stand alone. */
const grouping = /(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))/y;

/** Markup has its own rules for blanks; there only the line ends and what stands before them are put in order. */
export function plainBlanks(text: string, isMarkup: boolean): string {
  const lined = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const plain =
    isMarkup || !otherBlank.test(lined)
      ? lined
      : lined.replace(otherBlanks, (_, at: number) => (isGrouping(lined, at) ? "\u00a0" : " "));
  return withoutTrailing(plain);
}

function isGrouping(text: string, at: number): boolean {
  grouping.lastIndex = at;
  return grouping.test(text);
}

const [tab, blank, unbroken] = [0x09, 0x20, 0xa0];

/** By hand, since an expression would look for the end of a line from each of a million blanks. */
function withoutTrailing(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    const last = lastOf(text, end, start);
    if (last === end) continue;
    pieces.push(text.slice(start, last));
    start = end;
  }
  const last = lastOf(text, text.length, start);
  if (pieces.length === 0 && last === text.length) return text;
  pieces.push(text.slice(start, last));
  return pieces.join("");
}

/** Where the blanks begin that stand before `end`. */
function lastOf(text: string, end: number, least: number): number {
  let at = end;
  while (at > least) {
    const code = text.charCodeAt(at - 1);
    if (code !== blank && code !== tab && code !== unbroken) break;
    at--;
  }
  return at;
}
