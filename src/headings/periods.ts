/**
 * The year of a column's date. A wrong one parts the column from every other table that prints its figures, and from
 * its translation; where it makes two heads the same, no column of the table is told any more.
 */
import { abs } from "../money/decimal.ts";
import type { Block, Cell, Document } from "../read/document.ts";
import type { Filing } from "../statements/filing.ts";
import { buildTables } from "../tables/build.ts";
import { type Column, type Figure, type Period, readable, type Table } from "../tables/table.ts";
import { type HeaderChange, placeOfSpot, type Spot, withChange } from "./change.ts";
import { translationTies } from "./rates.ts";

/** Fewer digits than these agree by chance. */
const fewestDigits = 5;

/** So many figures must be found in other tables, or tie with their translation, that are not as printed. */
const fewestLinks = 4;
const fewestRelations = 3;

/** Each year that a header may mean is tried on its table alone; a header of more dates is left as it is. */
const mostDates = 16;
const mostTables = 4;

/** Lines of a title above a table, in blocks. */
const mostBefore = 8;
const mostAfter = 24;

export function* periodChanges(filing: Filing): Generator<HeaderChange> {
  const links = new Links(filing.tables);
  const suspects = filing.tables.filter((table) => isSuspect(filing, table, links));
  // Where many tables look so, it is the reading.
  if (suspects.length === 0 || suspects.length > mostTables) return;
  const years = yearsOf(filing);
  for (const table of suspects) {
    const change = bestYear(filing, table, links, years);
    if (change) yield change;
  }
}

/** The one change of a year in the header of the table after which most of its figures are found again. */
function bestYear(
  filing: Filing,
  table: Table,
  links: Links,
  years: ReadonlySet<number>,
): HeaderChange | null {
  const { document } = filing;
  const dates = [...datesOf(document.blocks, table)];
  if (dates.length < 2 || dates.length > mostDates || isGrouped(dates)) return null;
  const alone = { ...document, blocks: around(document.blocks, filing.tables, table) };
  const now = scoreOf(filing, alone, table, links);
  // Two heads that are the same may be the only ones of the filing.
  const printedYears = new Set(dates.map(({ owner, start, end }) => Number(owner.text.slice(start, end))));
  let best: HeaderChange | null = null;
  let most = now + fewestLinks - 1;
  for (const at of dates) {
    const printed = at.owner.text.slice(at.start, at.end);
    for (const step of [1, -1]) {
      const meant = Number(printed) + step;
      if (!years.has(meant) && !printedYears.has(meant)) continue;
      const change: HeaderChange = {
        subject: `Date over a column of ${table.title || "the table"}`,
        printed,
        meant: String(meant),
        place: placeOfSpot(at),
        fewest: fewestRelations,
        at,
      };
      const score = scoreOf(filing, withChange(alone, change), table, links);
      if (score > most) [best, most] = [change, score];
    }
  }
  return best;
}

/** How many figures of the table are printed elsewhere for the same period, and how many tie with a translation. */
function scoreOf(filing: Filing, alone: Document, { line, index }: Table, links: Links): number {
  const table = buildTables(alone).tables.find((candidate) => candidate.line === line);
  if (!table) return 0;
  let score = 0;
  for (const figure of figuresOf(table)) if (links.has(figure, index)) score++;
  for (const rate of filing.rates) for (const { ties } of translationTies(table, rate)) score += ties;
  return score;
}

function isSuspect(filing: Filing, table: Table, links: Links): boolean {
  const amounts = table.columns.filter(({ role }) => role === "amount");
  if (amounts.length < 2) return false;
  if (amounts.every(({ period }) => period === null) && hasTwins(filing.document.blocks, table)) return true;
  const rates = filing.rates.filter(({ from, to }) =>
    [from, to].every((code) => amounts.some(({ currency }) => currency === code)),
  );
  const isApart = rates.some((rate) =>
    translationTies(table, rate).some(({ ties, pairs }) => pairs >= fewestLinks && ties * 5 < pairs),
  );
  return isApart || amounts.some((column) => links.isOfAnotherYear(table, column));
}

/** "2023 2022 2023 2022": the same dates under the headings of groups of columns. A wrong one would spoil the order. */
function isGrouped(dates: readonly Spot[]): boolean {
  const texts = dates.map(({ owner }) => owner.text.toLowerCase());
  const size = new Set(texts).size;
  const isRepeated = texts.length >= 2 * size && texts.length % size === 0;
  return size > 1 && isRepeated && texts.every((text, i) => text === texts[i % size]);
}

/** Two dates of one header line that are the same. */
function hasTwins(blocks: readonly Block[], table: Table): boolean {
  const seen = new Set<string>();
  for (const { owner } of datesOf(blocks, table)) {
    const key = `${"line" in owner ? owner.line : 0} ${owner.text.toLowerCase()}`;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** The years that the header of a table prints, one to a cell. */
function* datesOf(blocks: readonly Block[], table: Table): Generator<Spot> {
  const last = table.rows.find(({ kind, figures }) => kind !== "heading" && figures.some(readable))?.line;
  if (last === undefined) return;
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    const [first] = block.rows;
    if (!first || first.line >= last) continue;
    for (const { line, cells } of block.rows) {
      if (line < table.line || line >= last) continue;
      for (const cell of cells) yield* yearIn(cell);
    }
  }
}

function* yearIn(cell: Cell): Generator<Spot> {
  const years = [...cell.text.matchAll(/\b(?:19|20)\d\d\b/g)];
  const [only] = years;
  if (only && years.length === 1) yield { owner: cell, start: only.index, end: only.index + only[0].length };
}

/** The blocks of one table with its title. */
function around(blocks: readonly Block[], tables: readonly Table[], table: Table): readonly Block[] {
  const holds = (block: Block, line: number): boolean =>
    block.kind === "grid" && block.rows.some((row) => row.line === line);
  const at = blocks.findIndex((block) => holds(block, table.line));
  const next = tables[tables.indexOf(table) + 1];
  const after = next ? blocks.findIndex((block, i) => i > at && holds(block, next.line)) : -1;
  const end = Math.min(after < 0 ? blocks.length : after, at + mostAfter);
  return blocks.slice(Math.max(0, at - mostBefore), end);
}

function yearsOf({ tables }: Filing): Set<number> {
  const years = new Set<number>();
  for (const { columns } of tables) {
    for (const { period } of columns) if (period) years.add(Number(period.end.slice(0, 4)));
  }
  return years;
}

function* figuresOf({ rows }: Table): Generator<Figure> {
  for (const { kind, figures } of rows) {
    if (kind === "ghost") continue;
    for (const figure of figures) {
      if (!readable(figure) || figure.nil || figure.unit !== "currency") continue;
      if (abs(figure.value).coefficient.toString().length >= fewestDigits) yield figure;
    }
  }
}

/** In which tables an amount is printed for a period. Scales are left aside: so many digits agree by no chance. */
class Links {
  private readonly tables = new Map<string, Set<number>>();
  /** The same without the year, by year. */
  private readonly years = new Map<string, Map<string, Set<number>>>();

  constructor(tables: readonly Table[]) {
    for (const table of tables) {
      for (const figure of figuresOf(table)) {
        const keys = keysOf(figure);
        if (!keys) continue;
        const own = this.tables.get(keys.dated) ?? new Set();
        this.tables.set(keys.dated, own.add(table.index));
        const byYear = this.years.get(keys.undated) ?? new Map<string, Set<number>>();
        this.years.set(keys.undated, byYear);
        byYear.set(keys.year, (byYear.get(keys.year) ?? new Set()).add(table.index));
      }
    }
  }

  /** Whether a table other than the one of that index prints the figure for its period. */
  has(figure: Figure, index: number): boolean {
    const keys = keysOf(figure);
    const found = keys && this.tables.get(keys.dated);
    return found ? found.size > (found.has(index) ? 1 : 0) : false;
  }

  /**
   * Whether other tables print figures of the column for another year, and none for its own. How long the periods
   * are is left aside: with a wrong year among its dates a header may be read as one of other periods.
   */
  isOfAnotherYear(table: Table, column: Column): boolean {
    let others = 0;
    for (const figure of figuresOf(table)) {
      if (figure.column !== column) continue;
      const keys = keysOf(figure);
      if (!keys) continue;
      for (const [year, tables] of this.years.get(keys.undated) ?? []) {
        if (tables.size === (tables.has(table.index) ? 1 : 0)) continue;
        if (year === keys.year) return false;
        others++;
      }
    }
    return others >= fewestLinks;
  }
}

interface Keys {
  readonly dated: string;
  readonly undated: string;
  readonly year: string;
}

function keysOf({ value, column }: Figure): Keys | null {
  const { period } = column;
  if (!period) return null;
  const year = period.end.slice(0, 4);
  const undated = `${abs(value).coefficient} ${period.end.slice(5, 7)}`;
  return { dated: `${undated} ${monthsLong(period)} ${year}`, undated, year };
}

const daysOfMonth = 30.44;

function monthsLong(period: Period): number {
  if (period.kind === "instant") return 0;
  return Math.round((Date.parse(period.end) - Date.parse(period.start)) / 86_400_000 / daysOfMonth);
}
