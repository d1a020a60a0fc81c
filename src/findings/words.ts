/** Numbers and names as people want to see them: in the table's own scale, with its own signs. */
import { compare, type Decimal, negate, roundTo, sign, toGrouped } from "../money/decimal.ts";
import type { Expected } from "../relations/evaluate.ts";
import type { Expression, Relation } from "../relations/relation.ts";
import { periodWords } from "../tables/column-words.ts";
import { type Figure, printedCaption, printedLabel, printedSection, type Table } from "../tables/table.ts";
import { saidLine } from "../read/document.ts";

const minus = /^[-\u2010-\u2015\u2212]\s?[$€£¥]?\s?\d/;

const minusTables = new WeakMap<Table, boolean>();

/** Whether a table shows losses with a minus: some figure has one, and none stands in brackets. */
function hasMinus(table: Table): boolean {
  const known = minusTables.get(table);
  if (known !== undefined) return known;
  const raws = table.rows.flatMap(({ figures }) => figures.map((figure) => figure?.raw ?? ""));
  const found = raws.some((raw) => minus.test(raw)) && !raws.some((raw) => raw.startsWith("("));
  minusTables.set(table, found);
  return found;
}

/** Whether this figure would show a negative amount in brackets: as itself, else as its table does. */
function bracketed({ raw, unit, table }: Figure): boolean {
  if (raw.startsWith("(")) return true;
  return unit !== "percent" && !minus.test(raw) && !hasMinus(table);
}

/** A value as the figure's cell would print it: "(6,197,292)", "8.2%". */
export function printedAs(value: Decimal, figure: Figure): string {
  const { wording } = figure;
  if (wording?.direction) {
    return sign(value) === 0 ? "unchanged" : sign(value) > 0 ? wording.direction.up : wording.direction.down;
  }
  const scaled = { coefficient: value.coefficient, exponent: value.exponent - figure.scale };
  const digits = Math.min(0, figure.value.exponent - figure.scale);
  const rounded = scaled.exponent < digits ? roundTo(scaled, digits) : scaled;
  const suffix = figure.unit === "percent" ? "%" : "";
  const text = toGrouped(sign(rounded) < 0 ? negate(rounded) : rounded);
  if (wording?.signWord && isOtherWord(figure, value))
    return withWord(wording.signWord.opposite, `${wording.before}${text}${wording.after}`);
  if (wording) return wording.before + signIn(rounded, figure) + text + wording.after;
  if (sign(rounded) >= 0) return text + suffix;
  return bracketed(figure) ? `(${text}${suffix})` : `-${text}${suffix}`;
}

/** Whether the figure would say that value with the opposite of the word that gives its sign, and the same number. */
export function isOtherWord({ value: said, wording }: Figure, value: Decimal): boolean {
  if (!wording?.signWord || sign(value) === 0) return false;
  return compare(roundTo(value, said.exponent), negate(said)) === 0;
}

/** "loss of RMB57.8 million", "used RMB57.8 million". */
function withWord(word: string, amount: string): string {
  return /^(?:used|provided)$/.test(word) ? `${word} ${amount}` : `${word} of ${amount}`;
}

/** What the figure says, with the word where that is what is wrong. */
export function saidAs(figure: Figure, value: Decimal | undefined): string {
  const { signWord } = figure.wording ?? {};
  const shown = shownAs(figure);
  return signWord && value && isOtherWord(figure, value) ? withWord(signWord.said, shown) : shown;
}

/** Where words give the sign, the number has one only to contradict them. */
function signIn(value: Decimal, figure: Figure): string {
  if (!figure.wording?.signInWords) return sign(value) < 0 ? "-" : "";
  if (sign(value) * sign(figure.value) >= 0) return "";
  return sign(value) < 0 ? "-" : "+";
}

/** The figure as it stands on the page: in a sentence with its currency and scale word. */
export function shownAs({ raw, wording }: Figure): string {
  return wording ? wording.before + raw + wording.after : raw || "-";
}

/** A difference, always with its sign: "-27", "+5.0 pp", "+RMB5.0 million". */
export function signedAs(value: Decimal, figure: Figure): string {
  const { wording } = figure;
  if (wording?.direction) return "direction";
  const prefix = sign(value) < 0 ? "-" : "+";
  const size = sign(value) < 0 ? negate(value) : value;
  // Two percentages differ by percentage points.
  if (figure.unit === "percent") {
    const bare = { ...figure, wording: { before: "", after: "", signInWords: false } };
    return `${prefix}${printedAs(size, bare)} pp`;
  }
  // In words the amount has its currency and scale; in a table the header says them.
  return (
    prefix + printedAs(size, wording ? { ...figure, wording: { ...wording, signInWords: false } } : figure)
  );
}

/** The line of a figure in a few words; rows under a generic caption take their heading along. */
export function lineName(figure: Figure): string {
  const caption = printedCaption(figure.row).replace(/[:：]$/, "");
  const heading = printedSection(figure.row)
    .at(-1)
    ?.replace(/[:：]$/, "");
  if (caption === "") return heading ? `Subtotal under "${heading}"` : "Line without a caption";
  return /^(?:basic|diluted|basic and diluted|total|others?)$/i.test(caption) && heading
    ? `${heading}, ${caption.toLowerCase()}`
    : caption;
}

export function columnName(figure: Figure): string {
  const { period, currency, role } = figure.column;
  if (!period) return printedLabel(figure.column);
  // A sentence prints its currency with the number.
  const named = role === "amount" && !figure.wording ? currency : null;
  return [periodWords(figure.column, figure.table), named].filter((part) => part !== null).join(" ");
}

/** " in 6-k.txt (line 180)" for a figure of another file than the one under check. */
export function fileOf(figure: Figure): string {
  const { path } = figure.table;
  return path === undefined ? "" : ` in ${path.split(/[\\/]/).at(-1)} (${saidLine(figure.place.line)})`;
}

/** What the expected value comes from: "recomputed", or the place of the same figure in another file. */
export function sourceOf({ terms }: Relation): string {
  const [only] = terms;
  const other = terms.length === 1 && only ? fileOf(only) : "";
  return other === "" ? "recomputed" : `but${other}`;
}

/** The recomputed value as far as it can be compared: at the precision of the print, or finer when rounding would hide the difference. */
export function recomputedAs(expected: Expected, figure: Figure): string {
  const { exponent } = figure.value;
  const rounded = roundTo(expected.value, exponent);
  if (rounded.coefficient !== figure.value.coefficient || expected.value.exponent >= exponent)
    return printedAs(rounded, figure);
  return printedAs(roundTo(expected.value, exponent - 2), {
    ...figure,
    value: { coefficient: 0n, exponent: exponent - 2 },
  });
}

const mostTerms = 9;

/** The equation with its numbers as printed: "253,183 = 1,722,450 - 1,469,312". */
export function equationOf(relation: Relation): string {
  return `${shownAs(relation.result)} = ${termsOf(relation)}`;
}

const scaleWords: Readonly<Record<number, string>> = { 3: " thousand", 6: " million", 9: " billion" };

/** The figure as it stands on the page, a cell with the scale of its table: "152 thousand". */
export function withScale(figure: Figure): string {
  if (figure.wording || figure.unit !== "currency") return shownAs(figure);
  return shownAs(figure) + (scaleWords[figure.scale] ?? "");
}

function termsOf({ form, result, terms }: Relation): string {
  const raws = terms.map(result.wording ? withScale : shownAs);
  const printed = terms.some((term) => !term.nil);
  const [a = "", b = ""] = raws;
  switch (form.kind) {
    case "linear": {
      const parts: string[] = [];
      for (const [i, raw] of raws.entries()) {
        if (printed && terms[i]?.nil) continue;
        parts.push(form.weights[i] === -1 ? `- ${raw}` : parts.length === 0 ? raw : `+ ${raw}`);
      }
      return parts.length > mostTerms
        ? [...parts.slice(0, 4), "+ …", ...parts.slice(-3)].join(" ")
        : parts.join(" ");
    }
    case "quotient":
      return `${a} / ${b}`;
    case "change":
      return form.magnitude ? `|${a}| / |${b}| - 1` : `(${a} - ${b}) / ${b}`;
    case "translation":
      return `${a} / ${toGrouped(form.rate)}`;
    case "direction":
      return `from ${b} to ${a}`;
    case "formula":
      return expressionOf(form.expression, raws);
  }
}

const bindings: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2 };

/** The expression with the figures in it, in brackets only where they are needed. */
function expressionOf(expression: Expression, raws: readonly string[], binding = 0): string {
  if (expression.kind === "term") return raws[expression.index] ?? "";
  if (expression.kind === "constant") return expression.text;
  // A factor that only settles a scale: the figures are shown as printed.
  if (expression.right.kind === "constant" && expression.right.text === "") {
    return expressionOf(expression.left, raws, binding);
  }
  const own = bindings[expression.kind] ?? 0;
  const left = expressionOf(expression.left, raws, own);
  // a - (b + c) and a / (b * c): the right side binds one closer.
  const right = expressionOf(expression.right, raws, own + 1);
  const text = `${left} ${expression.kind} ${right}`;
  return own < binding ? `(${text})` : text;
}
