/** What the figures of a row are: money, shares, money per share, percentages. */
import { movementsOf } from "./balances.ts";
import { type DraftRow, hasFigures } from "./draft.ts";
import type { Column, Unit } from "./table.ts";

const shareUnit = "(?:share|ads|adss|unit|stock)s?";
/** Not "per employee stock purchase plan": the plan is what follows "per". */
const plan = "(?:purchase|option|award|incentive|compensation|grant|bonus|plan|based|split|repurchase)";
const perShare = new RegExp(`\\bper\\b[^:]*\\b${shareUnit}\\b(?![\\s-]+${plan})`, "i");
const shareCount = new RegExp(
  `\\b(?:shares?|adss?|units?)\\b[^:]*\\b(?:used|outstanding|computation|weighted)|weighted[- ]average[^:]*\\b(?:shares?|adss?|units?|basic|diluted)|^\\W*(?:basic|diluted|average)(?: average)? (?:shares?|adss?|units?)\\W*$|\\bnumber of\\b[^:]*\\b${shareUnit}\\b`,
  "i",
);
/** "Shares used in computing basic earnings per share": what they are used for comes after them. */
const countsFirst =
  /^(?:(?:basic|diluted|primary|fully|number|of|weighted|average|total|common|ordinary|adjusted|and|equivalent|outstanding|the)[\s-]|[-–,\s])*(?:shares?|adss?|units?)\b[^:]*\b(?:used|outstanding|weighted|comput|calculat)/i;
/** "Total shares for diluted earnings per share", "Denominator for basic earnings per share". */
const denominator =
  /^(?:denominator for (?:(?:basic|diluted|and)[\s,/-]+)*(?:net |\(loss\) )*(?:earnings|income|loss|eps)\b|(?:(?:total|adjusted|basic|diluted|common|ordinary|weighted|average)[\s-]+)*shares? (?:for|in) (?:the )?(?:(?:basic|diluted|and|or)[\s,/-]+)*(?:net |\(loss\) )*(?:earnings|income|loss|eps)\b)/i;
/** A line of share capital tells how many shares there are, and prints what they stand for in money. */
const capital = /\b(?:par|nominal|stated) value\b|\bauthori[sz]ed\b|\bat cost\b/i;
/** Without the rate that explains an amount: "Dividends of $0.13 per share". Few captions have a mark of money. */
function withoutRates(caption: string): string {
  return /[$€£¥]/.test(caption) ? caption.replace(amountPerShare, " ") : caption;
}

/** "Series A stock, 100,000 shares issued": where the caption tells how many, the figures tell for how much. */
const tellsCount =
  /(?<![\d,.])(?!(?:19|20)\d\d\b)\d[\d,]*\s+(?:\p{L}+\s+){0,2}shares?\b[^:]*\b(?:issued|outstanding)\b/iu;
const amountPerShare =
  /[$€£¥]\s?(?:\d+(?:\.\d+)?|\.\d+)\s+(?:(?:par|stated|nominal|face)\s+(?:value\s+)?)?(?:per|a)\s+(?:\p{L}+\s+){0,2}(?:share|unit|ads)\b/giu;
/** "Common stock, $0.01 par value per share, 100 shares authorized": its figures are what the shares stand for. */
const counted = /\bauthori[sz]ed\b|\bissued\b|\boutstanding\b/i;
/** Captions that say nothing of their own: their heading says what they count. */
const generic =
  /^(?:[-–—]\s*)?(?:basic|diluted|class [a-c]|ordinary shares?|adss?|continuing|discontinued|net (?:loss|income|earnings)|(?:loss|income|earnings)\b.*\b(?:before|from continuing)|before|cumulative effect|extraordinary|total)\b/i;

const dilution =
  /\bdiluti|\b(?:options?|awards?|warrants?|equivalents?|convertible|units?|rsus?|preferred)\b/i;

/** Between the shares before dilution and those after it stand shares, whatever their caption says. */
export function countDilution(rows: readonly DraftRow[]): void {
  let before = -1;
  for (const [i, row] of rows.entries()) {
    if (row.unit !== "shares" || !hasFigures(row)) continue;
    const between = rows.slice(before + 1, i);
    const additive =
      before >= 0 && between.length <= mostDilution && between.every(({ caption }) => dilution.test(caption));
    if (additive && between.every(({ unit, kind }) => kind === "heading" || unit === "currency")) {
      for (const line of between) line.unit = "shares";
    }
    before = i;
  }
}

const mostDilution = 8;

const named = /^(?:(?:basic|diluted|and|or)[\s/,-]+)*eps$/i;

/** "Basic EPS" where the shares it is divided by stand in the same table; a bridge from one EPS to another adds up. */
export function markNamed(rows: readonly DraftRow[]): void {
  if (!rows.some(({ unit, kind }) => unit === "shares" && kind === "item")) return;
  for (const row of rows) {
    const isNamed = row.kind === "item" && row.unit === "currency" && named.test(row.caption.trim());
    if (isNamed && smallNumbers(row) && taggedUnit(row) === null) row.unit = "per-share";
  }
}

/** More lines are no bridge from one amount per share to another. */
const mostParts = 15;

/**
 * Between two amounts per share amounts with decimals are such, too: "Cumulative effect of a change", and what each
 * adjustment makes of a result per share.
 */
export function markParts(rows: readonly DraftRow[]): void {
  const printed = rows.filter((row) => row.kind === "item");
  let before = -1;
  for (const [i, row] of printed.entries()) {
    if (row.unit !== "per-share") continue;
    const between = before < 0 ? [] : printed.slice(before + 1, i);
    const isOne = between.every(
      (line) =>
        line.unit === "currency" &&
        hasFigures(line) &&
        hasDecimals(line) &&
        smallNumbers(line) &&
        taggedUnit(line) === null,
    );
    const leads = between.length <= 1 || addsUpTo(printed[before], between, row);
    if (between.length <= mostParts && isOne && leads) for (const line of between) line.unit = "per-share";
    before = i;
  }
}

/** Whether the lines lead from one row to the other in some column, each rounded for itself. */
function addsUpTo(from: DraftRow | undefined, between: readonly DraftRow[], to: DraftRow): boolean {
  return to.cells.some((cell, col) => {
    const lines = [from, ...between].map((line) => line?.cells[col]?.printed);
    if (cell?.printed.kind !== "figure" || lines[0]?.kind !== "figure") return false;
    const { exponent, coefficient } = cell.printed.value;
    let sum = 0n;
    for (const printed of lines) {
      if (printed?.kind !== "figure") continue;
      if (printed.value.exponent !== exponent) return false;
      sum += printed.value.coefficient;
    }
    const off = Number(sum - coefficient);
    return Math.abs(off) <= 2 && sum !== lines[0].value.coefficient;
  });
}

/**
 * Between two balances stand movements, in money as the balances are, though a caption speaks of shares ("Shares used
 * to settle taxes"): how many they are stands in a column of its own. Amounts per share with decimals stay what they are.
 */
export function markMovements(rows: readonly DraftRow[]): void {
  for (const line of movementsOf(rows)) {
    const speaksOfShares = line.unit === "shares" || (line.unit === "per-share" && !hasDecimals(line));
    if (speaksOfShares && hasFigures(line) && taggedUnit(line) === null) line.unit = "currency";
  }
}

/** The unit of a row's figures, by its own caption, else by the heading it stands under. */
export function unitOf(row: DraftRow, columns: readonly Column[]): Unit {
  const tagged = taggedUnit(row);
  if (tagged) return tagged;
  const heading = row.section.at(-1) ?? "";
  // What stands in brackets explains an amount ("dividends ($0.01 per share)"); "in millions, except per
  // share data" is said of the table.
  const own = withoutRates(row.caption.replace(/\([^()]*\)/g, " "));
  const said = generic.test(row.caption) && !/\bexcept\b/i.test(heading) ? `${heading} ${own}` : own;
  const amounts = row.cells.filter((_, i) => columns[i]?.role === "amount" || columns[i]?.role === "change");
  if (amounts.length === 0 && !columns.some((column) => column.role === "count")) return "percent";
  if (amounts.some((cell) => cell?.printed.kind === "figure" && cell.printed.percent)) return "percent";
  if (/\bmargin\b/i.test(row.caption) && noneAbove(row, mostPercent)) return "percent";
  if (/\(%\)/.test(row.caption) && smallNumbers(row)) return "percent";
  if (denominator.test(own)) return "shares";
  if (
    shareCount.test(said) &&
    !capital.test(said) &&
    !tellsCount.test(own) &&
    (countsFirst.test(own) || !/\bper\b[^:]*\bshare/i.test(row.caption))
  )
    return "shares";
  if (capital.test(own) && counted.test(own)) return "currency";
  if (perShare.test(own) && smallNumbers(row)) return "per-share";
  // Below a heading that speaks of amounts per share stands what they are computed from, too.
  if (perShare.test(said) && smallNumbers(row) && hasDecimals(row)) return "per-share";
  return "currency";
}

/** What the tags of all its figures say, where they say one thing. Pure numbers may be anything. */
export function taggedUnit(row: DraftRow): Unit | null {
  let unit: Unit | null = null;
  for (const cell of row.cells) {
    const [fact] = cell?.facts ?? [];
    if (!fact) continue;
    const own = /\/shares$/i.test(fact.unit)
      ? "per-share"
      : /^shares$/i.test(fact.unit)
        ? "shares"
        : /^[A-Z]{3}$/.test(fact.unit)
          ? "currency"
          : null;
    if (own === null || (unit !== null && unit !== own)) return null;
    unit = own;
  }
  return unit;
}

function hasDecimals({ cells }: DraftRow): boolean {
  const printed = cells.flatMap((cell) => (cell?.printed.kind === "figure" ? [cell.printed] : []));
  return printed.length === 0 || printed.some(({ value }) => value.exponent < 0);
}

/** No figure above 10,000: amounts per share and percentages, not totals. */
function smallNumbers(row: DraftRow): boolean {
  return noneAbove(row, 10_000n);
}

/** A gross margin of more than the whole is an amount, however small; one of a loss may be below minus 100%. */
const mostPercent = 100n;

function noneAbove(row: DraftRow, most: bigint): boolean {
  return row.cells.every((cell) => {
    if (cell?.printed.kind !== "figure") return true;
    const { coefficient, exponent } = cell.printed.value;
    const whole = exponent < 0 ? coefficient / 10n ** BigInt(-exponent) : coefficient;
    return whole < most && whole > -10_000n;
  });
}
