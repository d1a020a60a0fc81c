/**
 * Tables drawn with lines: `+-----+-----+` between rows (Pandoc, reStructuredText, databases) or the characters
 * of a terminal for them. They are put down as pipes, each character in its place.
 */

/** Characters of U+2500 to U+257F by what they draw. */
const upright = /[│┃║╎╏┆┇┊┋]/g;
const level = /[─━┄┅┈┉╌╍]/g;
const double = /═/g;
const corner = /[┌-╋╒-╬]/g;
const drawn = /[─-╬]/;

/** A line between rows, of one column or more. */
const border = /^[ \t]*\+(?:[-=:]{2,}\+)+[ \t]*$/;
const row = /^[ \t]*\|.*\|[ \t]*$/;

/**
 * The same text, its drawn tables as rows of pipes below a delimiter row; null where it has none. Where one of
 * them is torn none is read: of the others a sentence may not speak.
 */
export function withPipes(text: string): string | null {
  if (!text.includes("+-") && !text.includes("+=") && !drawn.test(text)) return null;
  const plain = drawn.test(text)
    ? text.replace(upright, "|").replace(level, "-").replace(double, "=").replace(corner, "+")
    : text;
  const parts = plain.split(/(\r\n|\n|\r)/);
  const lines = parts.filter((_, i) => i % 2 === 0);
  if (!lines.some((line) => border.test(line))) return null;
  const tables = stretchesOf(lines);
  const isRead = !tables.some(({ start, end }) => isTorn(lines.slice(start, end)));
  for (const { start, end } of tables) {
    const own = lines.slice(start, end);
    const drawnAnew = isRead ? pipesOf(own) : own.map((line) => " ".repeat(line.length));
    for (const [i, line] of drawnAnew.entries()) lines[start + i] = line;
  }
  return lines.map((line, i) => line + (parts[2 * i + 1] ?? "")).join("");
}

/** Lines that follow each other and are drawn, with a border among them. */
function stretchesOf(lines: readonly string[]): { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (end < lines.length && isDrawn(lines[end] ?? "")) end++;
    if (lines.slice(start, end).some((line) => border.test(line))) stretches.push({ start, end });
    start = Math.max(start, end);
  }
  return stretches;
}

function isDrawn(line: string): boolean {
  return border.test(line) || row.test(line);
}

/** Lines of one table. */
function pipesOf(lines: readonly string[]): string[] {
  let hasHeader = false;
  return lines.map((line, i) => {
    if (!border.test(line)) return line;
    if (i === 0 || i === lines.length - 1) return " ".repeat(line.length);
    if (hasHeader) return line.replace(/[-=:]/g, " ").replaceAll("+", "|");
    hasHeader = true;
    return line.replace(/[=:]/g, "-").replaceAll("+", "|");
  });
}

/**
 * Whether cells below the header go on over several lines behind the captions: a number that is broken so cannot
 * be told from two.
 */
function isTorn(lines: readonly string[]): boolean {
  const inner = lines.slice(1, -1).filter((line) => border.test(line)).length;
  if (inner < 2) return false;
  const body = lines.slice(lines.findIndex((line, i) => i > 0 && border.test(line)));
  return body.some((line, i) => i > 0 && !border.test(line) && row.test(body[i - 1] ?? "") && goesOn(line));
}

function goesOn(line: string): boolean {
  const [, , ...others] = line.split("|");
  return others.some((cell) => cell.trim() !== "");
}
