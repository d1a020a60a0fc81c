/** What a line per share divides: the parent's result, or the measure that its caption names. */
import type { Filing } from "../../statements/filing.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, periodKey, type Row, type Table } from "../../tables/table.ts";

/** The figure to divide for a per-share figure; undefined where its column prints none. */
export type Numerator = (result: Figure) => Figure | undefined;

export interface Numerators {
  readonly ways: readonly Numerator[];
  /** A measure other than the result, which has its own number of shares where that dilutes otherwise. */
  readonly isOther: boolean;
}

/**
 * All lines that may be divided, the likeliest first. A line that names a measure ("FFO per share", "Adjusted
 * earnings per share") divides the line of that name in its table; others divide the result, or what of it
 * is allocated to some holders.
 */
export function numeratorsOf(filing: Filing, row: Row): Numerators {
  const table = row.figures.find((figure) => figure)?.table;
  if (!table) return { ways: [], isOther: false };
  const inTable = (line: Row): Numerator => {
    return ({ column }) => line.figures[column.index];
  };
  // The line is printed once in money and once per share.
  const same = lines(table).filter((line) => captionKey(line.caption) === captionKey(row.caption));
  const [only] = same;
  const measure = measureOf(row);
  const isOther = measure !== "" && measure !== resultWord;
  if (only && same.length === 1) return { ways: [inTable(only)], isOther };
  if (isOther) return { ways: named(table, measure).map(inTable), isOther };
  const ways: readonly Numerator[] = [
    (figure) => ofResult(filing, figure, "NetIncomeLoss"),
    (figure) => ofResult(filing, figure, "ProfitLoss"),
    ...allocated(filing, table).map(inTable),
  ];
  return { ways, isOther };
}

/** All words for a result. */
const resultWord = "earning";

/** What is divided, as the caption says it, or the heading above a line that is only "Basic" or "Diluted". */
function measureOf({ caption, section }: Row): string {
  const own = plain(caption);
  return own === "" ? plain(section.at(-1) ?? "") : own;
}

function plain(caption: string): string {
  return captionKey(caption)
    .replace(/\b(?:attributable|available|allocated|applicable) to\b.*?(?=\bper\b|$)/g, " ")
    .replace(/\bper\b.*$/, " ")
    .replace(/\([^()]*\)/g, " ")
    .replace(/\//g, " ")
    .replace(/\b(?:basic|diluted|common|ordinary|and|or|the|in|of|gaap(?<!non gaap))\b/g, " ")
    .replace(/ {2,}/g, " ")
    .replace(/\b(?:net )?(?:income|loss|profit|earning|eps)s?\b/g, resultWord)
    .replace(/\s+/g, " ")
    .replace(new RegExp(`\\b${resultWord}(?: ${resultWord})+\\b`, "g"), resultWord)
    .trim();
}

function lines(table: Table): Row[] {
  return table.rows.filter(({ kind, unit }) => kind === "item" && unit === "currency");
}

function named(table: Table, measure: string): Row[] {
  return lines(table).filter(({ caption }) => {
    const short = [...caption.matchAll(/\(([A-Z]{2,8})\)/g)].map(([, letters = ""]) => letters.toLowerCase());
    return plain(caption) === measure || short.includes(measure);
  });
}

/** "Limited partners' interest in net income", "Net income allocated to common stockholders", "Allocation of undistributed income". */
function allocated(filing: Filing, table: Table): Row[] {
  return lines(table).filter(
    (row) =>
      filing.conceptOf(row) === null &&
      /\b(?:attributable|available|allocated|applicable|allocation of|interest in|for (?:basic|diluted))\b/.test(
        captionKey(row.caption),
      ) &&
      /\b(?:income|loss|profit|earning)/.test(captionKey(row.caption)),
  );
}

const shared =
  /\b(?:attributable|available|allocated|allocable|applicable|distributable) to\b.*\b(?:common|ordinary|class|shareholder|unit ?holder)|\b(?:used|numerator|net of|after|for (?:basic|diluted))\b.*\b(?:per (?:common |ordinary )?share|basic|diluted|participating|preferred)/;

const noted = new WeakMap<Filing, readonly Row[]>();

/**
 * What the note on earnings per share says is divided: the result after preferred dividends, after what goes to
 * participating securities, without buy-outs (ASC 260-10-45-11, 45-60A). From any table, for the same period.
 */
export function notedNumerators(filing: Filing, row: Row): readonly Numerator[] {
  let rows = noted.get(filing);
  if (!rows) {
    rows = findNoted(filing);
    noted.set(filing, rows);
  }
  const own = captionKey(`${row.section.at(-1) ?? ""} ${row.caption}`);
  return rows.filter(({ caption }) => mayShare(captionKey(caption), own)).map((line) => inColumnOf(line));
}

/** A filing repeats such lines in many tables: the same figures are taken once, and not without bound. */
const mostNoted = 40;
const longestCaption = 300;

function findNoted(filing: Filing): readonly Row[] {
  const found = new Map<string, Row>();
  for (const table of filing.tables) {
    for (const row of lines(table)) {
      const key = row.caption.length > longestCaption ? "" : captionKey(row.caption);
      if (!shared.test(key) || !/\b(?:income|loss|profit|earning)/.test(key)) continue;
      const prints = `${row.figures.map((figure) => `${figure?.raw} ${periodKey(figure?.column.period ?? null)}`)}`;
      if (!found.has(prints)) found.set(prints, row);
      if (found.size === mostNoted) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** What is divided for the diluted result alone says nothing of the basic one, nor the other way round. */
function mayShare(numerator: string, row: string): boolean {
  const says = (text: string, word: string, other: string): boolean =>
    text.includes(word) && !text.includes(other);
  return !(
    (says(numerator, "basic", "diluted") && says(row, "diluted", "basic")) ||
    (says(numerator, "diluted", "basic") && says(row, "basic", "diluted"))
  );
}

function inColumnOf(line: Row): Numerator {
  return ({ column }) => {
    const key = periodKey(column.period);
    return line.figures.find(
      (figure) =>
        figure &&
        key !== null &&
        periodKey(figure.column.period) === key &&
        figure.column.currency === column.currency,
    );
  };
}

/** In the table itself, else wherever the filing prints it for the same period and currency. */
function ofResult(
  filing: Filing,
  result: Figure,
  concept: "NetIncomeLoss" | "ProfitLoss",
): Figure | undefined {
  const own = filing.rowOf(result.table, concept)?.figures[result.column.index];
  if (own) return own;
  for (const table of filing.tables) {
    const row = filing.rowOf(table, concept);
    const found = row && inColumnOf(row)(result);
    if (found) return found;
  }
  return undefined;
}
