/** The year that the title of a statement names, against those of its columns. */
import type { Document, Paragraph, Place } from "../read/document.ts";
import { placeInParagraph } from "../prose/passage.ts";
import type { Filing } from "../statements/filing.ts";
import { isBalance } from "../tables/balances.ts";
import { isDateAlone } from "../tables/date-alone.ts";
import { type DateParts, readDates } from "../tables/period.ts";
import type { Column, Table } from "../tables/table.ts";

export interface WrongTitle {
  readonly printed: string;
  readonly place: Place;
  /** The years of the columns, the latest first. */
  readonly years: readonly number[];
}

const statement =
  /\bstatements? of\b|\b(?:income|cash flow|profit and loss) statements?\b|\bbalance sheets?\b/i;
const dated = /\b(?:ended|ending|as (?:at|of))\b|^at\b/i;
const inPart = /\bnotes?\b|\bpro[\s-]?forma\b|\bforecast|\bprojected\b|\bbudget/i;

/** Years that end before are often called after the year in which they begin. */
const firstMonth = 7;

/**
 * Statements whose one title names a year that no column is of, while all columns are of the years before it, or all
 * of those after it.
 */
export function* wrongTitles(filing: Filing): Generator<WrongTitle> {
  // One title may stand over several tables.
  const told = new Set<Paragraph>();
  for (const table of filing.tables) {
    const titles = table.heading.filter((line) => statement.test(line));
    const [title] = titles;
    if (title === undefined || titles.length > 1 || inPart.test(title)) continue;
    const line = datedLine(title, table);
    if (line === null) continue;
    const dates = readDates(line);
    const [date] = dates;
    if (!date || dates.length > 1 || date.month === undefined || date.month < firstMonth) continue;
    const years = yearsOf(table, date);
    const [latest] = years;
    if (years.length < 2 || latest === undefined) continue;
    const isNext = latest === date.year - 1 || years.at(-1) === date.year + 1;
    if (years.includes(date.year) || !isNext) continue;
    const printed = String(date.year);
    const owner = lineAbove(filing.document, line, table, printed);
    if (!owner || told.has(owner)) continue;
    told.add(owner);
    const start = owner.text.indexOf(printed);
    yield { printed, place: placeInParagraph(owner, start, start + printed.length), years };
  }
}

/** The title itself, or the one line under it that holds its date and nothing else. */
function datedLine(title: string, { heading }: Table): string | null {
  if (dated.test(title)) return title;
  const [next, ...others] = heading
    .slice(heading.indexOf(title) + 1)
    .filter((line) => dated.test(line) && isDateAlone(line));
  return next !== undefined && others.length === 0 ? next : null;
}

/**
 * The years of all its columns of amounts, or of its balances where the columns are parts of equity; none where one
 * of them has no period or ends in another month.
 */
function yearsOf({ columns, rows }: Table, { month }: DateParts): readonly number[] {
  const amounts = columns.filter(({ role }) => role === "amount");
  const years = amounts.every(({ period }) => period === null)
    ? rows.flatMap(({ caption }) => balanceYear(caption, month) ?? [])
    : amounts.map((column) => yearOf(column, month));
  if (years.includes(null)) return [];
  return [...new Set(years.filter((year) => year !== null))].sort((a, b) => b - a);
}

/** "Balance at December 31, 2024", "At 31 December 2024 and 1 January 2025". */
function balanceYear(caption: string, month: number | undefined): number | null {
  if (!isBalance(caption)) return null;
  const dates = readDates(caption).filter((date) => date.month === month);
  return dates.length === 1 ? (dates[0]?.year ?? null) : null;
}

function yearOf({ period }: Column, month: number | undefined): number | null {
  if (!period || Number(period.end.slice(5, 7)) !== month) return null;
  return Number(period.end.slice(0, 4));
}

/** The line above the table as it is printed, with the year. */
function lineAbove(document: Document, text: string, { line }: Table, year: string): Paragraph | null {
  const { blocks } = document;
  const at = blocks.findLastIndex(
    (block) => block.kind === "paragraph" && block.line <= line && block.text === text,
  );
  const found = blocks[at];
  const below = blocks.slice(at + 1).find((block) => block.kind === "grid");
  // What stands under another table first may be its title alone.
  if (found?.kind !== "paragraph" || below?.kind !== "grid") return null;
  if (!below.rows.some((row) => row.line === line)) return null;
  const printed = (document.printed ?? document).blocks.find(
    (block): block is Paragraph =>
      block.kind === "paragraph" && block.line === found.line && block.text.includes(year),
  );
  return printed ?? null;
}
