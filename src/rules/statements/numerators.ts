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

/** "Limited partners' interest in net income", "Net income allocated to common stockholders". */
function allocated(filing: Filing, table: Table): Row[] {
  return lines(table).filter(
    (row) =>
      filing.conceptOf(row) === null &&
      /\b(?:attributable|available|allocated|applicable|interest in|for (?:basic|diluted))\b/.test(
        captionKey(row.caption),
      ) &&
      /\b(?:income|loss|profit|earning)/.test(captionKey(row.caption)),
  );
}

/** In the table itself, else wherever the filing prints it for the same period and currency. */
function ofResult(
  filing: Filing,
  result: Figure,
  concept: "NetIncomeLoss" | "ProfitLoss",
): Figure | undefined {
  const own = filing.rowOf(result.table, concept)?.figures[result.column.index];
  if (own) return own;
  const key = periodKey(result.column.period);
  for (const table of filing.tables) {
    const found = filing
      .rowOf(table, concept)
      ?.figures.find(
        (figure) =>
          figure &&
          key !== null &&
          periodKey(figure.column.period) === key &&
          figure.column.currency === result.column.currency,
      );
    if (found) return found;
  }
  return undefined;
}
