/** Raw tables -> Tables with figures. What the whole filing says fills in what a header leaves out. */
import { append } from "../lists.ts";
import { exactNumber } from "../money/decimal.ts";
import type { Document } from "../read/document.ts";
import { damageOf, figureUnitOf, printsWholeNumbers, remains, scaleOf, valueOf } from "./cell-values.ts";
import { readLayout } from "./columns.ts";
import { readDefaults } from "./defaults.ts";
import { alignStarts } from "./fiscal.ts";
import type { Layout } from "./header.ts";
import { nameQuarters } from "./quarters.ts";
import { type DraftRow, isNumber, type RowCell } from "./draft.ts";
import { draftRows } from "./rows.ts";
import { type RawTable, segment } from "./segment.ts";
import { type Column, type Figure, periodKey, type Row, type Table, type Unit } from "./table.ts";

export interface Tables {
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
}

/** Where the figures of another file start to count: above any that the filing under check may hold. */
const numberedApart = 1_000_000_000;

/** `isOther`: not the filing under check but one that it is compared with. */
export function buildTables(document: Document, isOther = false): Tables {
  const raws = segment(document);
  const scanned = !["html", "edgar-text", "word", "excel"].includes(document.format);
  const defaults = readDefaults(document, raws);
  const figures: Figure[] = [];
  const tables: Table[] = [];
  const drafts: { raw: RawTable; layout: Layout; rows: DraftRow[] }[] = [];
  for (const raw of raws) {
    const layout = readLayout(raw, defaults);
    if (!layout) continue;
    const rows = draftRows(raw.body, layout, scanned);
    if (!isTable(rows, layout)) continue;
    const last = drafts.at(-1);
    if (last && (raw.follows || isContinued(last.raw, raw)) && continues(last.layout, layout)) {
      append(last.rows, alignColumns(rows, layout, last.layout));
    } else drafts.push({ raw, layout, rows });
  }
  const units = unitsByPrint(drafts);
  const aligned = nameQuarters(
    alignStarts(
      drafts.map(({ layout }) => layout.columns),
      taggedStarts(raws),
    ),
  );
  const origin: Origin = isOther ? { first: numberedApart, path: document.path } : { first: 0 };
  for (const [i, { raw, rows, ...draft }] of drafts.entries()) {
    const layout = { ...draft.layout, columns: aligned[i] ?? draft.layout.columns };
    tables.push(
      makeTable({
        index: tables.length,
        raw,
        layout,
        drafts: rows,
        figures,
        units,
        origin,
        scanned,
        prints: document.prints,
      }),
    );
  }
  return { tables, figures };
}

function* taggedStarts(raws: readonly RawTable[]): Generator<string> {
  for (const { body } of raws) {
    for (const { cells } of body) {
      for (const { facts } of cells) for (const { start } of facts ?? []) if (start !== null) yield start;
    }
  }
}

/** From where tables and figures are numbered, and whose they are when not of the filing under check. */
interface Origin {
  readonly first: number;
  readonly path?: string;
}

/** What a row prints, where that is enough to know it again: two figures or more. */
function printKey(row: DraftRow): string {
  const raws = row.cells.flatMap((cell) => (cell?.printed.kind === "figure" ? [cell.raw] : []));
  return raws.length >= 2 ? raws.join(" ") : "";
}

/** Units of captioned rows by what they print: a row without a caption that prints the same has the same unit. */
function unitsByPrint(drafts: readonly { readonly rows: readonly DraftRow[] }[]): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const { rows } of drafts) {
    for (const row of rows) {
      const key = row.kind === "item" ? printKey(row) : "";
      if (key !== "") units.set(key, row.unit);
    }
  }
  return units;
}

/** Two rows of figures at least, or one in several columns under a header; garbled rows alone are a numbered list. */
function isTable(rows: readonly DraftRow[], layout: Layout): boolean {
  const withFigures = rows.filter((row) => row.kind !== "heading");
  if (withFigures.every((row) => row.kind === "ghost")) return false;
  const amounts = layout.columns.filter((column) => column.role !== "note").length;
  if (amounts === 0 || (amounts === 1 && isContents(withFigures))) return false;
  if (layout.columns.every(({ label }) => label === "") && areNumbers(withFigures)) return false;
  return withFigures.length >= 2 || (withFigures.length === 1 && amounts >= 2);
}

const fewestNumbers = 4;

/** Neither captions nor a header, and numbers as short as those of pages and exhibits. */
function areNumbers(rows: readonly DraftRow[]): boolean {
  return (
    rows.length >= fewestNumbers &&
    rows.every(
      ({ kind, cells }) =>
        kind === "bare" &&
        cells.every((cell) => !cell || /^\d{1,3}(?:\.\d{1,3})?[a-z*†]{0,2}$/.test(cell.raw)),
    )
  );
}

/** Lines of a table of contents. */
const contentsLine =
  /^(?:item|part|note|exhibit|appendix|section|chapter)\s+[\dIVXA-Z]|^(?:signatures?|table of contents|index)\b/i;
const fewestContents = 4;

/** A table of contents: one column of page numbers that never fall. */
function isContents(rows: readonly DraftRow[]): boolean {
  if (rows.length < fewestContents || !rows.some((row) => contentsLine.test(row.caption))) return false;
  let page = 0;
  for (const { cells } of rows) {
    const printed = cells.find((cell) => cell?.printed.kind === "figure")?.printed;
    if (printed?.kind !== "figure" || printed.value.exponent !== 0) return false;
    const own = Number(printed.value.coefficient);
    if (own < page || own > 999) return false;
    page = own;
  }
  return true;
}

/** A statement on two pages: the same title again, and "(continued)". */
function isContinued(before: RawTable, after: RawTable): boolean {
  if (!after.heading.some((line) => /\bcontinued\b/i.test(line))) return false;
  const titles = new Set(before.heading.map(titleKey));
  return after.heading.some(
    (line) => statementTitle.test(line) && !/\bnotes?\b/i.test(line) && titles.has(titleKey(line)),
  );
}

const statementTitle = /\bstatements? of\b|\b(?:income|cash flow) statements?\b|\bbalance sheets?\b/i;

function titleKey(line: string): string {
  return line.toLowerCase().replace(/\bcontinued\b|[^\p{L}]/gu, "");
}

const columnKey = (column: Column): string => `${periodKey(column.period)} ${column.currency} ${column.role}`;

/** The same periods and currencies in the same order: one table over a page break. */
function continues(before: Layout, after: Layout): boolean {
  const keys = (layout: Layout): string[] => layout.columns.filter((c) => c.role !== "note").map(columnKey);
  const a = keys(before);
  const b = keys(after);
  return a.length === b.length && a.every((key, i) => key === b[i] && !key.startsWith("null"));
}

/** Cells of a continued page under the columns of the first page, which may have a column of notes. */
function alignColumns(rows: DraftRow[], from: Layout, to: Layout): DraftRow[] {
  const source = from.columns.flatMap((column, i) => (column.role === "note" ? [] : [i]));
  for (const row of rows) {
    const cells = row.cells;
    let next = 0;
    row.cells = to.columns.map((column) =>
      column.role === "note" ? undefined : cells[source[next++] ?? -1],
    );
  }
  return rows;
}

const statementWords =
  /statements?\b|balance sheets?|financial position|cash flows?|reconciliation|results of operations/i;

function titleOf(raw: RawTable): string {
  const named = raw.heading.findLast((line) => statementWords.test(line));
  const last = raw.heading.findLast((line) => !/^\(.*\)$/.test(line));
  return (
    named ??
    last ??
    raw.header[0]?.cells
      .map((cell) => cell.text)
      .join(" ")
      .trim() ??
    ""
  );
}

interface Made {
  readonly index: number;
  readonly raw: RawTable;
  readonly layout: Layout;
  readonly drafts: readonly DraftRow[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly origin: Origin;
  readonly scanned: boolean;
  readonly prints: ReadonlyMap<string, string> | undefined;
  /** Of the filing so far; those of this table are added. */
  readonly figures: Figure[];
}

function makeTable({ index, raw, layout, drafts, figures, units, origin, scanned, prints }: Made): Table {
  const rows: Row[] = [];
  const table: Table = {
    index: origin.first + index,
    ...(origin.path === undefined ? {} : { path: origin.path }),
    title: prints?.get(titleOf(raw)) ?? titleOf(raw),
    heading: raw.heading,
    line: raw.header[0]?.line ?? raw.body[0]?.line ?? 0,
    columns: prints
      ? layout.columns.map((column, i) => withPrint(column, raw, layout.at[i] ?? 0))
      : layout.columns,
    rows,
  };
  const wholeColumns = layout.columns.map((_, i) => scanned && printsWholeNumbers(drafts, i));
  const tagged = taggedScales(drafts);
  let above: DraftRow | null = null;
  for (const draft of drafts) {
    const unit = (draft.kind === "bare" && units.get(printKey(draft))) || draft.unit;
    const own: (Figure | undefined)[] = [];
    const row: Row = {
      index: rows.length,
      line: draft.line,
      caption: draft.caption,
      kind: draft.kind,
      section: draft.section,
      ...printedOf(draft),
      ragged: draft.ragged,
      ...(draft.ruled ? { ruled: true } : {}),
      ...(draft.bold && above?.bold === false ? { emphasised: true } : {}),
      ...(draft.apart ? { apart: true } : {}),
      unit,
      ...(draft.note === undefined ? {} : { note: draft.note }),
      ...(draft.words === undefined ? {} : { words: draft.words }),
      ...textsOf(draft),
      figures: own,
    };
    for (const [i, column] of table.columns.entries()) {
      const cell = draft.cells[i];
      if (!cell || column.role === "note" || !printsFigure(cell, draft)) {
        own.push(undefined);
        continue;
      }
      const figureUnit = figureUnitOf(column, cell.printed, unit);
      const scale = tagged.get(`${i} ${figureUnit}`) ?? scaleOf(figureUnit, column, layout);
      const damage = damageOf(cell, draft, figureUnit === "currency" && wholeColumns[i] === true);
      const value = damage ? remains(damage.fragment, scale) : valueOf(cell.printed, scale);
      const figure: Figure = {
        id: origin.first + figures.length,
        raw: cell.raw,
        place: { line: cell.line, column: cell.column, endColumn: cell.endColumn },
        value,
        units: exactNumber(value.coefficient),
        unit: figureUnit,
        scale,
        nil: !isNumber(cell.printed),
        damage,
        ...(cell.facts ? { facts: cell.facts } : {}),
        row,
        column,
        table,
      };
      figures.push(figure);
      own.push(figure);
    }
    rows.push(row);
    if (draft.kind !== "heading") above = draft;
  }
  return table;
}

/** A column that is named by what stands over it, with that as it is printed. */
function withPrint(column: Column, { header }: RawTable, at: number): Column {
  if (column.period !== null) return column;
  let printed = column.label;
  for (const { cells } of header) {
    for (const cell of cells) {
      const isOver = cell.col <= at && at < cell.col + (cell.span ?? 1);
      if (isOver && cell.printed !== undefined)
        printed = printed.replace(cell.text, () => cell.printed ?? "");
    }
  }
  return printed === column.label ? column : { ...column, printed };
}

function printedOf({ caption, section, printed, printedSection }: DraftRow): Pick<Row, "printed"> {
  if (printed === undefined && printedSection === undefined) return {};
  return { printed: { caption: printed ?? caption, section: printedSection ?? section } };
}

function textsOf({ kind, cells }: DraftRow): Pick<Row, "texts"> {
  if (kind === "heading") return {};
  const texts = cells.flatMap((cell, i) => (cell?.printed.kind === "text" ? [i] : []));
  return texts.length > 0 ? { texts } : {};
}

/**
 * The power of ten that most tags of a column give its amounts and its counts of shares: where there are
 * tags they say more than a header. By column and unit.
 */
function taggedScales(drafts: readonly DraftRow[]): Map<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const { cells, unit } of drafts) {
    if (unit !== "currency" && unit !== "shares") continue;
    for (const [i, cell] of cells.entries()) {
      const [fact] = cell?.facts ?? [];
      if (!fact || cell?.printed.kind !== "figure" || cell.printed.percent) continue;
      const key = `${i} ${unit}`;
      const own = counts.get(key) ?? new Map<number, number>();
      own.set(fact.scale, (own.get(fact.scale) ?? 0) + 1);
      counts.set(key, own);
    }
  }
  const scales = new Map<string, number>();
  for (const [key, own] of counts) {
    let all = 0;
    for (const count of own.values()) all += count;
    for (const [scale, count] of own) if (count * 2 > all) scales.set(key, scale);
  }
  return scales;
}

/** Numbers count always; nil marks only in rows that print numbers or are nil throughout under a caption. */
function printsFigure(cell: RowCell, draft: DraftRow): boolean {
  return isNumber(cell.printed) || (cell.printed.kind === "nil" && draft.kind === "item");
}
