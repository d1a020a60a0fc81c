/** What a header says apart from its dates: currency, scale, what the figures of a column are. */
import { makePeriod, type MonthDay, monthsOf, readDates } from "./period.ts";
import { isYears, type RawTable } from "./segment.ts";
import type { Column, ColumnRole, Period } from "./table.ts";

/** What the whole filing says, for headers that say less. */
export interface Defaults {
  readonly currency: string | null;
  readonly scale: number;
  readonly yearEnd: MonthDay | null;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Grid column of each column. */
  readonly at: readonly number[];
  /** Grid columns of note references: no part of a caption. */
  readonly notes: readonly number[];
  /** Whether grid column 0 holds captions. */
  readonly captions: boolean;
  /** "except share and per share data": share counts are not in the table's scale. */
  readonly sharesInUnits: boolean;
}

const currencies: readonly [RegExp, string][] = [
  [/RMB|Renminbi|CNY|人民币/i, "CNY"],
  [/US\s?\$|USD|U\.S\. ?dollars?/i, "USD"],
  [/HK\s?\$|HKD/i, "HKD"],
  [/NT\s?\$|TWD/i, "TWD"],
  [/€|EUR\b|euros?\b/i, "EUR"],
  [/£|GBP\b/i, "GBP"],
  [/JPY|¥|\bmillions of yen\b/i, "JPY"],
  [/₹|\bINR\b|\bRs\b\.?(?=\s|\d|$)|\brupees?\b/i, "INR"],
  [/\bCHF\b|\bSwiss francs?\b/i, "CHF"],
  [/\b[MTK]?SEK(?:m|k)?\b|\bSwedish kron(?:or|a)\b/i, "SEK"],
  [/\b[MTK]?NOK(?:m|k)?\b|\bNorwegian kron(?:er|e)\b/i, "NOK"],
  [/\b[MTK]?DKK(?:m|k)?\b|\bDanish kron(?:er|e)\b/i, "DKK"],
  [/₩|\bKRW\b/i, "KRW"],
  [/\bS\s?\$|\bSGD\b/, "SGD"],
  [/\bAU?\s?\$|\bAUD\b/, "AUD"],
  [/\bCA?\s?\$|\bCAD\b/, "CAD"],
  [/\bR\$|\bBRL\b/, "BRL"],
  [/\$/, "USD"],
];

export function readCurrency(text: string): string | null {
  for (const [mark, code] of currencies) if (mark.test(text)) return code;
  return null;
}

/** "£m", "EUR m", "€bn": an abbreviation right behind a currency, in small letters. */
const behind = "(?:[$£€¥₹]|\\b[A-Z]{3})\\s?";
const billions = new RegExp(`${behind}bn\\b`);
const millions = new RegExp(`${behind}mn?\\b|\\b(?:SEK|NOK|DKK|EUR|CHF)\\s?M\\b`);

/** Power of ten that a header or title names, or null. */
export function readScale(text: string): number | null {
  if (/\bbillions?\b/i.test(text) || billions.test(text)) return 9;
  if (/\bmillions?\b|['’‘`]000,000|\bM(?:SEK|NOK|DKK|EUR|USD|CHF)\b/i.test(text) || millions.test(text)) {
    return 6;
  }
  if (/\b(?:T|K)(?:SEK|NOK|DKK|EUR|USD|CHF)\b/i.test(text)) return 3;
  if (/\bthousands?\b|['’‘`]\s?000\b|\b000['’]?s\b|\b000\s+omitted\b/i.test(text)) return 3;
  // Indian filings: 1 crore is ten million, 1 lakh (lac) a hundred thousand.
  if (/\bcrores?\b/i.test(text)) return 7;
  if (/\bla(?:kh|c)s?\b/i.test(text)) return 5;
  return null;
}

/** Where other columns hold so many figures, a single one below no header stands out of place. */
const fewestBesideStray = 4;

/** Grid columns that hold figures. Column 0 only where there are no captions. */
export function dataColumns(raw: RawTable): number[] {
  const counts = new Map<number, number>();
  const years = new Map<number, number>();
  let captioned = 0;
  for (const row of raw.body) {
    // A schedule by years has the years for captions.
    const caption = row.cells[0]?.text ?? "";
    if (/\p{L}/u.test(caption) || isYears(caption)) captioned++;
    for (const [i, printed] of row.printed.entries()) {
      if (printed.kind !== "figure" && printed.kind !== "damaged") continue;
      const col = row.cells[i]?.col ?? i;
      counts.set(col, (counts.get(col) ?? 0) + 1);
      if (/^(?:19|20)\d\d$/.test(row.cells[i]?.text ?? "")) years.set(col, (years.get(col) ?? 0) + 1);
    }
  }
  // Years name the lines ("2026", "2027" …) where figures stand beside them.
  const first = Math.min(...counts.keys());
  if (counts.size > 1 && numbersLines(raw, first)) counts.delete(first);
  for (const col of [...counts.keys()].sort((a, b) => a - b)) {
    const before = Math.max(-1, ...[...counts.keys()].filter((other) => other < col));
    if (before >= 0 && holdsNotes(raw, before, col)) counts.delete(col);
  }
  const last = Math.max(...counts.keys());
  for (const [col, count] of years) {
    if (count >= 2 && count === counts.get(col) && col < last) counts.delete(col);
  }
  const most = Math.max(0, ...counts.values());
  // A stray figure makes no column, but where the source tells what its header stands over.
  const isHeaded = (col: number): boolean =>
    raw.header.some((row) =>
      row.cells.some((cell) => cell.col === col && cell.span === 1 && /\p{L}|\d/u.test(cell.text)),
    );
  const isStray = (col: number, count: number): boolean =>
    count * 10 < most || (count === 1 && most >= fewestBesideStray && headerCellsAt(raw, col).length === 0);
  return [...counts]
    .filter(
      ([col, count]) =>
        (col > 0 || captioned * 2 < raw.body.length) && (!isStray(col, count) || isHeaded(col)),
    )
    .map(([col]) => col)
    .sort((a, b) => a - b);
}

/**
 * "(1)", "(3)" beside figures, and no header of its own above: marks of footnotes in cells of their own. `before` is
 * the column of the figures that they stand behind; the header of a column may stand over any of the cells between.
 */
function holdsNotes(raw: RawTable, before: number, col: number): boolean {
  const isHeaded = raw.header.some(({ cells }) =>
    cells.some((cell) => cell.col > before && cell.col <= col && cell.text !== ""),
  );
  if (raw.header.length === 0 || isHeaded) return false;
  let marks = 0;
  for (const { cells, printed } of raw.body) {
    const at = cells.findIndex((cell) => cell.col === col);
    if (at < 0 || printed[at]?.kind === "blank") continue;
    if (!/^\(\d\)$/.test(cells[at]?.text ?? "")) return false;
    marks++;
  }
  return marks >= 2;
}

/** More lines no printed statement numbers. */
const mostNumbered = 200;

/** A column that numbers the lines ("S.No."): whole numbers that rise from line to line, and captions beside it. */
function numbersLines(raw: RawTable, col: number): boolean {
  let before = 0;
  let numbers = 0;
  let captions = 0;
  for (const { cells, printed } of raw.body) {
    const beside = cells.find((cell) => cell.col === col + 1);
    if (beside && /\p{L}{2}/u.test(beside.text)) captions++;
    const at = cells.findIndex((cell) => cell.col === col);
    const own = printed[at];
    if (own?.kind !== "figure") continue;
    const number = /^\d{1,3}[.)]?$/.test(cells[at]?.text ?? "")
      ? Number.parseInt(cells[at]?.text ?? "", 10)
      : 0;
    if (number <= before || number > mostNumbered) return false;
    before = number;
    numbers++;
  }
  return numbers >= 3 && captions >= numbers && captions * 2 > raw.body.length;
}

function isNotes(text: string): boolean {
  return /^notes?\.?$/i.test(text);
}

/** Pages, levels of fair value, numbers of exhibits: what stands below points somewhere and counts nothing. */
function isReference(text: string): boolean {
  return /^(?:foot ?notes?|page(?: (?:no\.?|numbers?))?|exhibit (?:no\.?|numbers?)|(?:fair value )?(?:hierarchy )?levels?(?: (?:of|in) (?:the )?(?:fair value )?hierarchy)?)$/i.test(
    text,
  );
}

/**
 * Grid columns that hold note references, with or without figures that can be read. A column of captions is
 * none, though a header that lost its blanks stands over it.
 */
export function noteColumns(raw: RawTable): number[] {
  return raw.header
    .flatMap((row) => row.cells.filter((cell) => isNotes(cell.text)).map((cell) => cell.col))
    .filter((col) => !holdsCaptions(raw, col));
}

function holdsCaptions(raw: RawTable, col: number): boolean {
  const own = raw.body.flatMap(({ cells }) => cells.filter((cell) => cell.col === col && cell.text !== ""));
  return own.filter(({ text }) => /\p{L}{4}/u.test(text)).length * 2 > own.length;
}

export function headerCellsAt(raw: RawTable, col: number): string[] {
  return raw.header.flatMap((row) =>
    row.cells.filter((c) => c.col === col && c.text !== "").map((c) => c.text),
  );
}

/** `cells`: the texts of the header over a grid column. */
export function readRole(raw: RawTable, col: number, cells: readonly string[]): ColumnRole {
  const isMarks = (): boolean => holdsMarks(raw, col) || holdsReferences(raw, col);
  if (cells.some(isNotes) || cells.some(isReference) || (cells.length === 0 && isMarks())) return "note";
  // A converter may have lost the blanks of words on lines of their own: "AverageExercisePrice".
  const own = cells
    .filter((text) => !saidOfAll.test(text))
    .join(" ")
    .replace(/(?<=[a-z]{2})(?=[A-Z][a-z])/g, " ")
    .replace(quotedPrices, " ");
  // A change of percentages is told in points, or in hundredths of a point.
  if (/\bbasis[- ]points?\b|\bbps\b|\b(?:percentage|margin) points?\b|\bp\.?p\.?ts?\b/i.test(own))
    return "rate";
  const saysPercent = /%|per\s?cent/i.test(own);
  // "Total changes in fair value" adds up the columns beside it.
  if (/\btotal (?:\w+ )?changes?\b/i.test(own) && !saysPercent && !percentCells(raw, col)) return "amount";
  if (/\b(?:changes?|chg|variance|increase|decrease|growth)\b|y-?o-?y/i.test(own)) {
    return saysPercent || percentCells(raw, col) ? "percent" : "change";
  }
  if (saysPercent) return "percent";
  if (
    /\baverage\b(?! (?:daily )?(?:outstanding )?(?:balances?|volumes?|assets|loans|deposits)\b)|\bprices?\b(?! (?:realization|effect|impact|mix|and|change))|\bintrinsic\b|\bper\b.*\b(?:share|unit|ads)\b|\bmay yet\b|\bcontractual\b|\bremaining\b.*\b(?:life|term)\b/i.test(
      own,
    )
  ) {
    return "rate";
  }
  if (/\bnumber of\b|\b(?:employees|headcount)\b/i.test(own)) return "count";
  return percentCells(raw, col) ? "percent" : "amount";
}

/** What is said of the whole table wherever it stands: "in thousands, except per share amounts". */
const saidOfAll = /\bexcept\b|\b(?:dollars|amounts|stated|expressed) in\b/i;

/** "Quoted prices in active markets (Level 1)": a level of fair value, whose figures are amounts as those of the others are. */
const quotedPrices = /\bquoted (?:market )?prices?\b/i;

/** The highest number that marks a footnote. */
const highestMark = 30;

/** No report has more notes. */
const highestNote = 60;

/** Beside columns that the header dates, and left of all of them, one below no header: "6", "2 10", numbers of notes. */
function holdsReferences(raw: RawTable, col: number): boolean {
  const dated = raw.header.flatMap(({ cells }) =>
    cells.filter(({ text }) => readDates(text).length > 0).map((cell) => cell.col),
  );
  if (dated.length < 2 || Math.min(...dated) !== col + 1) return false;
  let notes = 0;
  for (const { cells, printed } of raw.body) {
    const at = cells.findIndex((cell) => cell.col === col);
    const own = printed[at];
    if (!own || own.kind === "blank" || own.kind === "text") continue;
    const numbers = (cells[at]?.text ?? "").split(/[\s,]+/);
    if (!numbers.every((text) => /^[1-9]\d?$/.test(text) && Number(text) <= highestNote)) return false;
    notes++;
  }
  return notes >= 2;
}

/** A column without a header, filled here and there with small whole numbers: marks of footnotes. */
function holdsMarks(raw: RawTable, col: number): boolean {
  let marks = 0;
  let rows = 0;
  for (const { cells, printed } of raw.body) {
    if (printed.some((other) => other.kind === "figure")) rows++;
    const own = printed[cells.findIndex((cell) => cell.col === col)];
    if (!own || own.kind === "blank" || own.kind === "text") continue;
    if (own.kind !== "figure" || own.percent || own.value.exponent !== 0) return false;
    if (own.value.coefficient < 1n || own.value.coefficient > BigInt(highestMark)) return false;
    marks++;
  }
  return (
    marks >= 2 &&
    marks * 3 <= rows * 2 &&
    raw.body.every(({ cells }) => !cells.some((cell) => cell.col > col && cell.text !== ""))
  );
}

/** So many lines whose cells are in their places tell of a column without the others. */
const fewestPlaced = 3;

/**
 * Most figures of the column carry a percent sign, and none is plainly an amount. Lines of percentages in all
 * columns ("growth" below the amounts) are percentages by their line, not by their column. As a currency mark
 * may stand before the first and the last figure of a column only, so may the percent sign behind them.
 */
function percentCells(raw: RawTable, col: number): boolean {
  let percent = 0;
  let plain = 0;
  let byLine = 0;
  let grouped = false;
  let isAlone = true;
  const marks: boolean[] = [];
  // Cells of a line that lost its blanks may stand in other columns.
  const placed = raw.body.filter((row) => !row.ragged);
  for (const row of placed.length >= fewestPlaced ? placed : raw.body) {
    const at = row.cells.findIndex((cell) => cell.col === col);
    const printed = row.printed[at];
    if (printed?.kind !== "figure") continue;
    const beside = row.printed.filter((other) => other.kind === "figure");
    const isByLine = printed.percent && beside.length > 1 && beside.every((other) => other.percent);
    isAlone &&= beside.length === 1;
    if (printed.percent) {
      if (isByLine) byLine++;
      else percent++;
    } else {
      const text = row.cells[at]?.text ?? "";
      if (/[$€£¥]|RMB/.test(text) || row.cells[at]?.mark !== undefined) return false;
      grouped ||= /\d,\d{3}/.test(text);
      plain++;
    }
    if (!isByLine) marks.push(printed.percent);
  }
  if (plain === 0) return percent + byLine > 0;
  if (!grouped && percent > plain) return true;
  // Below each other stand amounts and what they grew by, too.
  if (isAlone && grouped) return false;
  // Grouped digits are amounts, unless both ends say otherwise.
  return marks.length >= 3 && marks[0] === true && (marks.at(-1) === true || !grouped);
}

export function columnLabel(
  own: readonly string[],
  role: ColumnRole,
  period: Period | null,
  currency: string | null,
): string {
  const printed = own.join(" ").trim();
  if (!period) return printed;
  const name = period.kind === "instant" ? period.end : periodName(period);
  return [name, role === "amount" ? currency : "%"]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
}

const totalWords = /\b(?:total|consolidated|combined|group)\b|^(?:full|whole|fiscal) year$/i;

/** Whether the texts over a column call it a total. */
export function saysTotal(own: readonly string[]): boolean {
  return own.some((text) => totalWords.test(text));
}

/** "FY2024", "Q4 2024" for calendar periods, else "9m to 2024-09-30". */
export function periodName(period: Period): string {
  if (period.kind === "instant") return period.end;
  const startDay = Number(period.start.slice(8));
  const [endYear, endMonth] = period.end.split("-").map(Number);
  const whole = startDay === 1 && makeEnd(endYear ?? 0, endMonth ?? 0) === period.end;
  const span = monthsOf(period);
  if (whole && span === 12 && endMonth === 12) return `FY${endYear}`;
  if (whole && span === 3 && (endMonth ?? 1) % 3 === 0) return `Q${(endMonth ?? 3) / 3} ${endYear}`;
  if (whole && span === 6 && (endMonth ?? 1) % 6 === 0) return `H${(endMonth ?? 6) / 6} ${endYear}`;
  if (span === 12) return `year to ${period.end}`;
  return `${span}m to ${period.end}`;
}

function makeEnd(year: number, month: number): string {
  const period = makePeriod({ year, month }, null, "instant");
  return period.end;
}

export function sharesInUnits(said: string): boolean {
  const except = /except(?:ing)?(?:\s+for)?([^)\n]*)/i.exec(said)?.[1] ?? "";
  return (
    /\bshares?\b(?!\s+(?:amount|data))|number of shares/i.test(
      except.replace(/per[\s-]+(?:ordinary\s+)?(?:share|ads)/gi, ""),
    ) || except === ""
  );
}

/** A day that is missing, or cut ("December 3|r 31"), is the one the filing's other headers say. */
export function sameMonth(day: MonthDay, known: MonthDay | null): MonthDay {
  if (known?.month !== day.month) return day;
  return day.day === null || String(known.day).startsWith(String(day.day)) ? known : day;
}
