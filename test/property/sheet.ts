/**
 * Filings of made-up figures that are right by construction, of the layouts of many industries: what draws
 * the figures, and what prints them as tab text, as lines of characters or as HTML. Pure and seeded.
 */
import { mulberry32 } from "./statement-generator.ts";

/** A printed cell: a figure in its unit of print, nothing, or a text that is no figure of money (a year, a note). */
export type Cell = number | null | string;

export interface Line {
  readonly caption: string;
  readonly cells: readonly Cell[];
  /** Digits behind the point. */
  readonly digits?: number;
  readonly percent?: boolean;
}

export interface Sheet {
  readonly title: string;
  /** Rows of header cells, one for each column. */
  readonly heads: readonly (readonly string[])[];
  readonly lines: readonly Line[];
}

/** A paragraph or a table. */
export type Part = string | Sheet;

export interface Draw {
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One for each column. */
  v(low: number, high: number): number[];
  /** The same for a number of columns. */
  of(columns: number, low: number, high: number): number[];
  readonly columns: number;
}

export function drawer(seed: number, columns: number): Draw {
  const { next, between, chance } = mulberry32(seed);
  // The first numbers of neighbouring seeds are near each other.
  for (let i = 0; i < 5; i++) next();
  const of = (count: number, low: number, high: number): number[] =>
    Array.from({ length: count }, () => between(low, high));
  return {
    between,
    chance,
    v: (low, high) => of(columns, low, high),
    of,
    columns,
  };
}

export type Vector = readonly number[];

export const add = (...all: readonly Vector[]): number[] =>
  (all[0] ?? []).map((_, i) => all.reduce((sum, vector) => sum + (vector[i] ?? 0), 0));
export const neg = (a: Vector): number[] => a.map((x) => (x === 0 ? 0 : -x));
export const sub = (a: Vector, ...others: readonly Vector[]): number[] => add(a, ...others.map(neg));
export const total = (a: Vector): number => a.reduce((sum, x) => sum + x, 0);
/** Half away from zero, as money is rounded. */
export const round = (x: number): number => (x < 0 ? -Math.round(-x) : Math.round(x));
/** As a share in units of a hundredth of a percent's digit: 12.3 for 123 of 1000. */
export const percentOf = (a: Vector, b: Vector, digits = 1): number[] =>
  a.map((x, i) => round((x * 100 * 10 ** digits) / (b[i] ?? 1)) / 10 ** digits);

export const line = (caption: string, cells: readonly Cell[] = []): Line => ({ caption, cells });
export const perShare = (caption: string, cells: readonly Cell[], digits = 2): Line => ({
  caption,
  cells,
  digits,
});
export const percents = (caption: string, cells: readonly Cell[], digits = 1): Line => ({
  caption,
  cells,
  digits,
  percent: true,
});

// --- numbers

export type NumberStyle = "plain" | "points" | "blanks" | "indian" | "triangles";

const grouped = (digits: string, mark: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, mark);

function magnitude(value: number, digits: number, style: NumberStyle): string {
  const [whole = "", rest] = Math.abs(value).toFixed(digits).split(".");
  const behind = rest === undefined ? "" : `${style === "points" || style === "blanks" ? "," : "."}${rest}`;
  if (style === "points") return grouped(whole, ".") + behind;
  if (style === "blanks") return grouped(whole, "\u00a0") + behind;
  if (style !== "indian" || whole.length <= 3) return grouped(whole, ",") + behind;
  return `${whole.slice(0, -3).replace(/\B(?=(?:\d\d)+$)/g, ",")},${whole.slice(-3)}${behind}`;
}

export function printCell(cell: Cell, { digits = 0, percent = false }: Line, style: NumberStyle): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (cell === 0 && digits === 0) return "-";
  const text = magnitude(cell, digits, style) + (percent ? "%" : "");
  if (cell >= 0) return text;
  if (style === "triangles") return `△${text}`;
  return percent ? `(${text.slice(0, -1)})%` : `(${text})`;
}

// --- print

export type Print = "tabs" | "positions" | "html";

export function printFiling(parts: readonly Part[], print: Print, style: NumberStyle = "plain"): string {
  const texts = parts.map((part) =>
    typeof part === "string" ? paragraph(part, print) : table(part, print, style),
  );
  if (print === "html") return `<html><body>\n${texts.join("\n")}\n</body></html>\n`;
  const body = `${texts.join("\n\n")}\n`;
  return print === "positions" ? `<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n${body}</TEXT>\n</DOCUMENT>\n` : body;
}

function paragraph(text: string, print: Print): string {
  return print === "html" ? `<p>${escape(text)}</p>` : text;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\u00a0", "&#160;");
}

function table({ title, heads, lines }: Sheet, print: Print, style: NumberStyle): string {
  const rows: (readonly string[])[] = [
    ...heads.map((cells) => ["", ...cells]),
    ...lines.map((own) => [own.caption, ...own.cells.map((cell) => printCell(cell, own, style))]),
  ];
  if (print === "tabs") return `${title}\n\n${rows.map((row) => row.join("\t")).join("\n")}`;
  if (print === "html")
    return `<p><b>${escape(title)}</b></p>\n<table>\n${heads.map(htmlHead).join("\n")}\n${rows.slice(heads.length).map(htmlRow).join("\n")}\n</table>`;
  const width = Math.max(...rows.map((row) => (row[0] ?? "").length)) + 2;
  const columns = Math.max(...rows.map((row) => row.length)) - 1;
  const widths = Array.from(
    { length: columns },
    (_, i) => Math.max(...rows.map((row) => (row[i + 1] ?? "").length)) + 3,
  );
  const printed = rows.map(([caption = "", ...cells]) => {
    const figures = cells.map((text, i) => aligned(text, widths[i] ?? 0)).join("");
    return `${caption.padEnd(width)}${figures}`.trimEnd();
  });
  return `${title}\n\n<TABLE>\n<CAPTION>\n${printed.slice(0, heads.length).join("\n")}\n<S>${" ".repeat(width - 3)}${widths.map((w) => "<C>".padStart(w)).join("")}\n${printed.slice(heads.length).join("\n")}\n</TABLE>`;
}

/** Right-aligned, and the closing bracket hangs over. */
function aligned(text: string, width: number): string {
  return text.endsWith(")") ? text.padStart(width) : `${text.padStart(width - 1)} `;
}

/** An empty header cell belongs to the one before it. */
function htmlHead(cells: readonly string[]): string {
  const spans: { text: string; count: number }[] = [];
  for (const text of cells) {
    const before = spans.at(-1);
    if (text === "" && before && before.text !== "") before.count++;
    else spans.push({ text, count: 1 });
  }
  return `<tr><td></td>${spans.map(({ text, count }) => `<td colspan="${count * 3}">${escape(text)}</td>`).join("")}</tr>`;
}

function htmlRow([caption = "", ...cells]: readonly string[]): string {
  const printed = cells.map((text) => {
    const [, open = "", inner = "", close = ""] = /^(\(?)(.*?)(\)?%?)$/s.exec(text) ?? [];
    return /^\(.*\d.*\)%?$/s.test(text)
      ? `<td></td><td align="right">${open}${escape(inner)}</td><td>${close}</td>`
      : `<td></td><td align="right">${escape(text)}</td><td></td>`;
  });
  return `<tr><td>${escape(caption)}</td>${printed.join("")}</tr>`;
}
