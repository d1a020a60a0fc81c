/** The year that the title of a statement names, against those of its columns. */
import type { Document, Paragraph, Place } from "../read/document.ts";
import { placeInParagraph } from "../prose/passage.ts";
import type { Filing } from "../statements/filing.ts";
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
const dated = /\b(?:ended|ending|as (?:at|of))\b/i;
const inPart = /\bnotes?\b|\bpro[\s-]?forma\b|\bforecast|\bprojected\b|\bbudget/i;

/** Years that end before are often called after the year in which they begin. */
const firstMonth = 7;

/**
 * Statements whose one title names a year that no column is of, while all columns are of the years before it, or all
 * of those after it.
 */
export function* wrongTitles(filing: Filing): Generator<WrongTitle> {
  for (const table of filing.tables) {
    const titles = table.heading.filter((line) => statement.test(line));
    const [title] = titles;
    if (title === undefined || titles.length > 1 || !dated.test(title) || inPart.test(title)) continue;
    const dates = readDates(title);
    const [date] = dates;
    if (!date || dates.length > 1 || date.month === undefined || date.month < firstMonth) continue;
    const years = yearsOf(table, date);
    const [latest] = years;
    if (years.length < 2 || latest === undefined) continue;
    const isNext = latest === date.year - 1 || years.at(-1) === date.year + 1;
    if (years.includes(date.year) || !isNext) continue;
    const owner = titleAbove(filing.document, title, table);
    const start = owner?.text.indexOf(String(date.year)) ?? -1;
    if (!owner || start < 0) continue;
    const printed = String(date.year);
    yield { printed, place: placeInParagraph(owner, start, start + printed.length), years };
  }
}

/** The years of all its columns of amounts; none where one of them has no period or ends in another month. */
function yearsOf({ columns }: Table, { month }: DateParts): readonly number[] {
  const amounts = columns.filter(({ role }) => role === "amount");
  const years = amounts.map((column) => yearOf(column, month));
  if (years.includes(null)) return [];
  return [...new Set(years.filter((year) => year !== null))].sort((a, b) => b - a);
}

function yearOf({ period }: Column, month: number | undefined): number | null {
  if (!period || Number(period.end.slice(5, 7)) !== month) return null;
  return Number(period.end.slice(0, 4));
}

function titleAbove({ blocks }: Document, title: string, { line }: Table): Paragraph | null {
  let found: Paragraph | null = null;
  for (const block of blocks) {
    if (block.kind === "paragraph" && block.line <= line && block.text === title) found = block;
  }
  return found;
}
