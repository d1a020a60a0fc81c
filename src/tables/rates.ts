/**
 * Rows of rates: ratios, returns, yields, prices, averages. They do not add up, down or across or over time, and a
 * percent sign stands behind the first of a block at most, as a currency mark does.
 */
import type { Printed } from "../money/figure.ts";
import { type DraftRow, hasFigures } from "./draft.ts";
import type { Row } from "./table.ts";

/** What stands in brackets and the marks of notes explain a caption. */
function headOf(caption: string): string {
  return caption
    .replace(/\([^()]*\)/g, " ")
    .replace(/(?<![\s\d*†‡:])[\s\d*†‡:]+$/, "")
    .trim();
}

const ratio =
  /\bratios?\b|\b(?:loss|combined|expense|efficiency|leverage)[- ]ratio\b|\bdays\b[^:]*\b(?:outstanding|payables?|suppl(?:y|ies)|on hand)\b|\b(?:inventory|inventories|assets?|receivables?|employee|stock) (?:turns|turnover)\b|\b(?:interest|dividend) cover(?:age)?$/i;
const share =
  /^(?:%|per ?cent(?:age)?s?) of\b(?! completion)|\bas (?:an? )?(?:%|per ?cent(?:age)?s?) of\b|\(%\)|\bper ?cent(?:age)? (?:change|increase|decrease)$/i;
/** What a plan of pensions earns is an amount. */
const returns =
  /\breturns? on (?!.*\b(?:plan|scheme)\b)(?:\S+ ){0,4}(?:equity|assets?|capital|sales|revenues?|invested)\b|\bRO(?:E|A|IC|CE|TE|TCE|RWA|NA)\b/i;
const yields = /\byields?(?:$| on\b| to\b)|\b(?:interest|rate) spread$/i;
const rate = /\brates?(?:$|\s*[-–—,]| (?:of|on|for)\b)/i;
/** A tax on land and buildings, as it is called in Britain, Hong Kong and India. */
const localTax =
  /\b(?:rents?|tax(?:es)?|insurance|water|utilities|management fees?)(?:,| and| &) rates$|\b(?:business|council|municipal|property|government) rates$/i;
/** Kinds of debts, of risks and of derivatives are called by the rate that they depend on. */
const debtKind = "foreign|currency|exchange|interest|fixed|floating|variable|adjustable|prime|and|[–—/]";
const kindByRate = new RegExp(`^(?:${debtKind}|-)(?:${debtKind}|[\\s-])*rates?$|\\brun[- ]rate`, "i");
/** "Tax at the statutory rate", "Effect of a change in rates": amounts that a rate made. */
const ofRate =
  /\bat\b.*\brates?\b|\b(?:effects?|impacts?|changes?|differen\w*|adjust\w*|remeasure\w*|benefits?|expense|reduc\w*|lower|higher)\b/i;
const earned = /^(?:expected|actual|less)\b/i;

/** What is told per unit, or as an average, before the words that say so. */
const valued =
  /\b(?:revenues?|prices?|costs?|profits?|income|expenses?|margins?|sales|rents?|fees?|value)\b/i;
const perUnit =
  /\bper (?:\S+ ){0,2}(?:unit|customer|user|subscriber|employee|head|day|month|barrel|boe|bbl|mcfe?|mmbtu|ton|tonne|ounce|oz|pound|lb|gallon|litre|room|store|restaurant|foot|acre|member|passenger|seat|mile|km|vehicle|contract|load|bed|visit|case|[km]wh|order|transaction|account|patient)\b/i;
const average = /\b(?:average|mean|median)\b/i;
const averaged = /\b(?:prices?|rates?|life|lives|terms?|maturity|yields?|age|ticket|duration|tenor)\b/i;

/** Whether the one stands somewhere before the other. Put together they would be tried from each first one. */
function comesBefore(first: RegExp, second: RegExp, text: string): boolean {
  const match = first.exec(text);
  return match !== null && second.test(text.slice(match.index + match[0].length));
}

/** "Shares bought at an average price of $12" are an amount. */
function isPerUnit(head: string): boolean {
  const [own = ""] = head.split(/\b(?:at|for|with|of \d)/);
  return comesBefore(valued, perUnit, own) || comesBefore(average, averaged, own);
}

/** Whether the words of a caption alone say that its numbers are a rate. */
function saysRate(caption: string): boolean {
  const head = headOf(caption);
  if (share.test(caption) || ratio.test(head)) return true;
  if (earned.test(head)) return false;
  if (returns.test(head) || yields.test(head) || isPerUnit(head)) return true;
  return rate.test(head) && !localTax.test(head) && !kindByRate.test(head) && !ofRate.test(head);
}

/** Whether a heading says it of all lines below it. */
function headsRates(caption: string): boolean {
  const head = headOf(caption);
  return (
    /\b(?:ratios|margins?|rates|yields|returns)$|\bratios? data$/i.test(head) ||
    share.test(caption) ||
    saysRate(caption)
  );
}

const inPercent = /\bper ?cent|%|\brates?\b|\breturns?\b|\bRO[A-Z]{1,3}\b|\byields?\b|\bmargins?\b/i;

/**
 * Gives rows of rates their unit. `isTagged` tells rows of which tags say what they are.
 */
export function markRates(rows: readonly DraftRow[], isTagged: (row: DraftRow) => boolean): void {
  let heading: string | null = null;
  for (const row of rows) {
    if (row.kind === "heading") heading = headsRates(row.caption) ? row.caption : null;
    if (row.kind !== "item" || !hasFigures(row) || row.unit !== "currency") continue;
    // "456 | 11.9%": the amount that a rate made, and the rate beside it.
    if (isTagged(row) || besidesRates(row)) heading = null;
    else if (looksLikeRates(row) && saysRate(row.caption)) row.unit = rateUnit(row.caption);
    else if (heading !== null && looksLikeRates(row)) row.unit = rateUnit(`${heading} ${row.caption}`);
    // What is no rate ends the block, whatever stands above it.
    else heading = null;
  }
  markEnclosed(rows, isTagged);
  markShares(rows, isTagged);
}

function besidesRates({ cells }: DraftRow): boolean {
  const printed = cells.flatMap((cell) => (cell?.printed.kind === "figure" ? [cell.printed] : []));
  const isAmount = ({ percent, value: { coefficient, exponent } }: Printed & { kind: "figure" }): boolean =>
    !percent && Math.abs(Number(coefficient) * 10 ** exponent) >= 100;
  return printed.some(({ percent }) => percent) && printed.some(isAmount);
}

function rateUnit(said: string): "percent" | "rate" {
  return !ratio.test(said) && inPercent.test(said) ? "percent" : "rate";
}

const mostRate = 1_000n;

/** No figure of a thousand or more, none with a mark of money or grouped digits. */
function looksLikeRates({ cells }: DraftRow): boolean {
  return cells.every((cell) => {
    if (cell?.printed.kind !== "figure") return true;
    const { coefficient, exponent } = cell.printed.value;
    const size = coefficient < 0n ? -coefficient : coefficient;
    const whole = exponent < 0 ? size / 10n ** BigInt(-exponent) : size;
    return whole < mostRate && !/[$€£¥₹]|\d,\d|[A-Z]{2}/.test(cell.raw);
  });
}

/** More lines between two of percentages may be of another kind. */
const mostEnclosed = 6;

/** The lines between "Organic growth (8)%" and "Sales growth (7)%", of as many decimals, are percentages as well. */
function markEnclosed(rows: readonly DraftRow[], isTagged: (row: DraftRow) => boolean): void {
  let first = -1;
  for (const [i, row] of rows.entries()) {
    if (!hasFigures(row)) {
      if (row.kind === "heading") first = -1;
      continue;
    }
    if (!isAllPercent(row)) continue;
    const opens = rows[first];
    const between = opens && closesRates(opens, row) ? rows.slice(first + 1, i) : [];
    if (between.length > 0 && between.length <= mostEnclosed) {
      const most = Math.max(decimalsOf(row), decimalsOf(opens ?? row));
      const alike = between.every(
        (line) =>
          line.kind === "item" &&
          line.unit === "currency" &&
          !isTagged(line) &&
          looksLikeRates(line) &&
          mostOf(line) < 100 &&
          decimalsOf(line) === most,
      );
      if (alike) for (const line of between) line.unit = "percent";
    }
    first = i;
  }
}

/** More lines are no list of parts. */
const mostShares = 30;

/**
 * Between "Asia 41%" and "Total 100%" the lines without a sign are percentages as well, where they make the whole in
 * every column, or one of them is the whole ("Revenue 100.0%", "Cost 25.0", "Net income 55.8%").
 */
function markShares(rows: readonly DraftRow[], isTagged: (row: DraftRow) => boolean): void {
  let first = -1;
  for (const [i, row] of rows.entries()) {
    if (!hasFigures(row)) continue;
    if (row.kind === "heading" || !isInPercent(row)) continue;
    const lines = first < 0 ? [] : rows.slice(first, i);
    const between = lines.slice(1).filter(hasFigures);
    const printed = [...lines.filter(hasFigures), row];
    const isTold = makeWhole(printed.slice(0, -1), row) || printed.some(isWhole);
    const isList = between.length > 0 && between.length <= mostShares && isTold;
    const isOpen = between.every(
      (line) => line.kind === "item" && line.unit === "currency" && !isTagged(line) && looksLikeRates(line),
    );
    if (isList && isOpen) for (const line of between) line.unit = "percent";
    first = i;
  }
}

/** A hundred in every column: what the other lines are told in percent of. */
function isWhole(row: DraftRow): boolean {
  const printed = row.cells.flatMap((cell) => (cell?.printed.kind === "figure" ? [cell.printed.value] : []));
  return (
    printed.length >= 2 &&
    printed.every(
      ({ coefficient, exponent }) => exponent <= 0 && coefficient === 100n * 10n ** BigInt(-exponent),
    )
  );
}

/** Every figure of the row has its own percent sign. */
function isInPercent({ cells }: DraftRow): boolean {
  const printed = cells.flatMap((cell) => (cell?.printed.kind === "figure" ? [cell.printed] : []));
  return printed.length > 0 && printed.every(({ percent }) => percent);
}

/** Whether the lines make a hundred in each column, or come as near to it as they are rounded. */
function makeWhole(lines: readonly DraftRow[], whole: DraftRow): boolean {
  return whole.cells.every((cell, col) => {
    if (cell?.printed.kind !== "figure") return true;
    const { value } = cell.printed;
    const exponent = Math.min(value.exponent, ...lines.map((line) => exponentAt(line, col)));
    const hundred = 100 * 10 ** -exponent;
    if (Math.round(Number(value.coefficient) * 10 ** (value.exponent - exponent)) !== hundred) return false;
    let sum = 0;
    for (const line of lines) {
      const printed = line.cells[col]?.printed;
      if (printed?.kind === "figure")
        sum += Math.round(Number(printed.value.coefficient) * 10 ** (printed.value.exponent - exponent));
    }
    return Math.abs(sum - hundred) <= 1;
  });
}

function exponentAt({ cells }: DraftRow, col: number): number {
  const printed = cells[col]?.printed;
  return printed?.kind === "figure" ? printed.value.exponent : 0;
}

const measure = /\b(?:growth|margin|rate|change|increase|decrease|decline|return|yield)s?\b/i;

/** "Organic growth" and "Growth"; one line of growth or of a share below each amount opens and closes nothing. */
function closesRates(opens: DraftRow, closes: DraftRow): boolean {
  const [first, last] = [opens.caption, closes.caption].map((caption) => caption.toLowerCase());
  return first !== last && [first, last].every((text = "") => measure.test(text) && !share.test(text));
}

/** Every figure of the row has its own percent sign, and there are two at least. */
function isAllPercent({ cells, kind }: DraftRow): boolean {
  const printed = cells.flatMap((cell) => (cell?.printed.kind === "figure" ? [cell.printed] : []));
  return kind === "item" && printed.length >= 2 && printed.every(({ percent }) => percent);
}

function decimalsOf({ cells }: DraftRow): number {
  return Math.max(
    0,
    ...cells.map((cell) => (cell?.printed.kind === "figure" ? -cell.printed.value.exponent : 0)),
  );
}

function mostOf({ cells }: DraftRow): number {
  return Math.max(
    0,
    ...cells.map((cell) =>
      cell?.printed.kind === "figure"
        ? Math.abs(Number(cell.printed.value.coefficient) * 10 ** cell.printed.value.exponent)
        : 0,
    ),
  );
}

/**
 * Whether the words of the row or of its heading say that its figures do not add up: ratios and margins, and amounts
 * per unit or on average, which stay amounts.
 */
export function isRate(row: Pick<Row, "caption" | "section" | "unit">): boolean {
  if (row.unit === "rate") return true;
  const said = [row.caption, row.section.at(-1) ?? ""].map(headOf);
  if (row.unit !== "percent") return said.some(isPerUnit);
  // The parts of a tax rate are percentages of the same income, and add up.
  if (said.some((text) => /\btax/i.test(text))) return false;
  return said.some(
    (text) => ratio.test(text) || returns.test(text) || yields.test(text) || /\bmargins?$/i.test(text),
  );
}
