/** Body rows -> captions, sections and kinds; wrapped captions joined, ghosts found. */
import type { Printed } from "../money/figure.ts";
import type { Place, TaggedFact } from "../read/document.ts";
import type { Layout } from "./header.ts";
import { ghostliness, type Reading } from "./ghosts.ts";
import type { RawRow } from "./segment.ts";
import type { Column, Damage, RowKind, Unit } from "./table.ts";

/** One cell of a row, before it becomes a figure. */
export interface RowCell extends Place {
  readonly raw: string;
  readonly printed: Printed;
  readonly damage: Damage | null;
  readonly facts?: readonly TaggedFact[];
}

export interface DraftRow {
  line: number;
  caption: string;
  kind: RowKind;
  section: readonly string[];
  cells: (RowCell | undefined)[];
  unit: Unit;
  /** Which of its cells stand where is not certain: the source says so, or has none under the last columns. */
  ragged: boolean;
  /** A rule line stands above most of its figures. */
  ruled: boolean;
  note?: string;
  /** What its cells behind the caption say that are no figures: "1/5/2017–30/4/2019", "25 (N/M)". */
  words?: string;
}

/** `scanned`: the source may be a scan's, so that lines can have been read twice. */
export function draftRows(body: readonly RawRow[], layout: Layout, scanned: boolean): DraftRow[] {
  const rows = body
    .map((raw) => draftRow(raw, layout))
    .filter((row) => row.caption !== "" || hasFigures(row));
  joinWrapped(rows);
  if (scanned) markGhosts(rows);
  assignSections(rows);
  for (const row of rows) row.unit = unitOf(row, layout.columns);
  countDilution(rows);
  markParts(rows);
  return rows;
}

function hasFigures(row: DraftRow): boolean {
  return row.cells.some((cell) => cell !== undefined && isNumber(cell.printed));
}

function isNumber(printed: Printed): boolean {
  return printed.kind === "figure" || printed.kind === "damaged";
}

/** "8", "12(a)"; OCR leaves stray letters in the column. */
const noteReference = /^\d{1,2}(?:\s?\([a-z]\))?$/;

function draftRow(raw: RawRow, layout: Layout): DraftRow {
  const first = layout.at[0] ?? 1;
  const caption = layout.captions
    ? raw.cells
        .filter(
          (cell) => cell.col < first && !layout.notes.includes(cell.col) && /[\p{L}\d]/u.test(cell.text),
        )
        .map((cell) => cell.text)
        .join(" ")
        .replace(/^[-–—•·]\s*(?=\p{L}|\()/u, "")
    : "";
  const cells = layout.at.map((col, i): RowCell | undefined => {
    if (layout.columns[i]?.role === "note") return undefined;
    const at = raw.cells[col]?.col === col ? col : raw.cells.findIndex((cell) => cell.col === col);
    const cell = raw.cells[at];
    const printed = raw.printed[at];
    if (!cell || !printed) return undefined;
    const { line, column, endColumn, text } = cell;
    const read: RowCell = { line, column, endColumn, raw: text, printed, damage: damageOf(printed) };
    return cell.facts ? { ...read, facts: cell.facts } : read;
  });
  const row: DraftRow = {
    line: raw.line,
    caption,
    kind: "item",
    section: [],
    cells,
    unit: "currency",
    ragged: false,
    ruled: isRuled(raw, layout),
  };
  row.kind = kindOf(row, layout.columns);
  const reachesLast = (raw.cells.at(-1)?.col ?? 0) >= (layout.at.at(-1) ?? 0);
  row.ragged =
    hasFigures(row) && (raw.ragged || !reachesLast || strays(raw, layout) || holdsFigures(caption));
  const note = raw.cells.find((cell) => layout.notes.includes(cell.col) && noteReference.test(cell.text));
  if (note) row.note = note.text;
  const words = raw.cells.filter(({ col }, i) => col >= first && raw.printed[i]?.kind === "text");
  if (words.length > 0) row.words = words.map(({ text }) => text).join(" ");
  return row;
}

/** Two figures side by side, brackets set apart or not: "… of shares — — ( 7,577 )", "… 296,393 177,150)". */
const figuresInCaption =
  /(?:^|\s)\(?\s?(?:[$€£¥]\s?)?(?:\d{1,3}(?:,\d{3})+|[—–-])\s?\)?\s+\(?\s?(?:[$€£¥]\s?)?(?:\d{1,3}(?:,\d{3})+|[—–-])\s?\)?(?=\s|$)/;

/** Whether a caption holds figures that belong to columns: then those in the columns may be another's. */
function holdsFigures(caption: string): boolean {
  return figuresInCaption.test(caption);
}

/** Whether it prints a figure under no column of the table: then its others may be out of place as well. */
function strays(raw: RawRow, layout: Layout): boolean {
  const first = layout.at[0] ?? 1;
  return raw.printed.some((printed, i) => {
    const col = raw.cells[i]?.col ?? i;
    return (
      printed.kind === "figure" && col > first && !layout.at.includes(col) && !layout.notes.includes(col)
    );
  });
}

function isRuled(raw: RawRow, layout: Layout): boolean {
  if (raw.ruled.length === 0) return false;
  const printed = layout.at.filter((col) => raw.cells.some((cell) => cell.col === col && cell.text !== ""));
  return printed.filter((col) => raw.ruled.includes(col)).length * 2 > printed.length;
}

function damageOf(printed: Printed): Damage | null {
  if (printed.kind !== "damaged") return null;
  const kind = printed.reason.startsWith("cut") ? "cut" : "garbled";
  return { kind, reason: printed.reason, fragment: printed.fragment };
}

function kindOf(row: DraftRow, columns: readonly Column[]): RowKind {
  const figures = row.cells.filter(
    (cell, i) => cell && columns[i]?.role !== "note" && isNumber(cell.printed),
  );
  const nils = row.cells.filter((cell) => cell?.printed.kind === "nil");
  if (figures.length === 0 && (nils.length === 0 || row.caption.endsWith(":"))) return "heading";
  return row.caption === "" ? "bare" : "item";
}

/**
 * A caption over two lines: the first has no figures and does not end as a heading does, the second goes
 * on in lower case or with a bracket.
 */
function joinWrapped(rows: DraftRow[]): void {
  for (let i = rows.length - 2; i >= 0; i--) {
    const row = rows[i];
    const next = rows[i + 1];
    if (row?.kind !== "heading" || next?.kind !== "item") continue;
    if (/[:：]$/.test(row.caption) || !/^[\p{Ll}(]/u.test(next.caption)) continue;
    // Upper-case lines are titles of a section.
    if (row.caption === row.caption.toUpperCase()) continue;
    next.caption = `${row.caption} ${next.caption}`;
    rows.splice(i, 1);
  }
}

/** Ghosts stay in the table, named as such; the true cells of a split row are gathered in the original. */
function markGhosts(rows: DraftRow[]): void {
  for (const row of rows) {
    if ((row.kind === "bare" || /[:：]$/.test(row.caption)) && mostlyDamaged(row)) row.kind = "ghost";
  }
  const damage = rows.map(damageCount);
  for (const [i, row] of rows.entries()) {
    if (row.kind !== "item") continue;
    for (const at of [i + 1, i - 1]) {
      const ghost = rows[at];
      if (!ghost || ghost.kind === "ghost") continue;
      const [own, its] = [damage[i] ?? 0, damage[at] ?? 0];
      // Two captioned rows whose cells are all sound are two lines, however alike.
      if (ghost.caption !== "" && (its < own || its + own === 0)) continue;
      if (footsAbove(rows, at)) continue;
      const verdict = ghostliness(reading(row), reading(ghost));
      if (verdict === "none") continue;
      if (verdict === "split") gather(row, ghost);
      ghost.kind = "ghost";
    }
  }
}

/** Whether a row without a caption is a sum of the rows above it in some column: then it is a total, no ghost. */
function footsAbove(rows: readonly DraftRow[], at: number): boolean {
  const total = rows[at];
  if (total?.caption !== "") return false;
  return total.cells.some((cell, col) => {
    if (cell?.printed.kind !== "figure") return false;
    const target = cell.printed.value;
    let sum = 0n;
    for (let i = at - 1; i >= 0; i--) {
      const above = rows[i]?.cells[col]?.printed;
      if (above?.kind !== "figure" || above.value.exponent !== target.exponent) continue;
      sum += above.value.coefficient;
      if (sum === target.coefficient && i < at - 1) return true;
    }
    return false;
  });
}

function reading(row: DraftRow): Reading {
  return {
    caption: row.caption,
    heading: /[:：]$/.test(row.caption) || row.kind === "heading",
    printed: row.cells.map((cell) => cell?.printed ?? { kind: "blank" }),
  };
}

function damageCount(row: DraftRow): number {
  return row.cells.filter((cell) => cell?.damage).length;
}

/** Most figures unreadable: without a caption, or on a heading, no line of the filing prints so. */
function mostlyDamaged(row: DraftRow): boolean {
  return (
    damageCount(row) > 0 &&
    damageCount(row) * 2 > row.cells.filter((cell) => cell && isNumber(cell.printed)).length
  );
}

function gather(row: DraftRow, ghost: DraftRow): void {
  row.cells = row.cells.map((cell, i) => {
    const other = ghost.cells[i];
    if (other === undefined || !isNumber(other.printed)) return cell && split(cell);
    if (cell === undefined || !isNumber(cell.printed)) return split(other);
    return split(cell);
  });
}

function split(cell: RowCell): RowCell {
  if (cell.damage || cell.printed.kind !== "figure") return cell;
  const { coefficient } = cell.printed.value;
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  const fragment = { digits, negative: coefficient < 0n };
  return {
    ...cell,
    damage: { kind: "split", reason: "its row was read twice, the cells spread over both", fragment },
  };
}

/**
 * Headings in force. A heading in capitals opens a new outer section; one that ends with a colon, or any
 * other, replaces the inner one.
 */
function assignSections(rows: readonly DraftRow[]): void {
  let outer: string | null = null;
  let inner: string | null = null;
  for (const row of rows) {
    const heads = row.kind === "heading" || (row.kind === "ghost" && row.caption.endsWith(":"));
    if (heads && row.caption !== "") {
      if (row.caption === row.caption.toUpperCase() && !row.caption.endsWith(":")) {
        outer = row.caption;
        inner = null;
      } else inner = row.caption;
    }
    row.section = [outer, inner].filter((heading) => heading !== null);
  }
}

const shareUnit = "(?:share|ads|adss|unit|stock)s?";
const perShare = new RegExp(`\\bper\\b[^:]*\\b${shareUnit}\\b`, "i");
const shareCount = new RegExp(
  `\\b(?:shares?|adss?|units?)\\b[^:]*\\b(?:used|outstanding|computation|weighted)|weighted[- ]average[^:]*\\b(?:shares?|adss?|units?|basic|diluted)|\\bnumber of\\b[^:]*\\b${shareUnit}\\b`,
  "i",
);
/** "Shares used in computing basic earnings per share": what they are used for comes after them. */
const countsFirst =
  /^(?:(?:basic|diluted|primary|fully|number|of|weighted|average|total|common|ordinary|adjusted|and|equivalent|outstanding|the|[-–,]+)[\s-]+)*(?:shares?|adss?|units?)\b[^:]*\b(?:used|outstanding|weighted|comput|calculat)/i;
/** A line of share capital tells how many shares there are, and prints what they stand for in money. */
const capital = /\bpar value\b|\bauthori[sz]ed\b|\bat cost\b/i;
/** Without the rate that explains an amount: "Dividends of $0.13 per share". Few captions have a mark of money. */
function withoutRates(caption: string): string {
  return /[$€£¥]/.test(caption) ? caption.replace(amountPerShare, " ") : caption;
}

/** "Series A stock, 100,000 shares issued": where the caption tells how many, the figures tell for how much. */
const tellsCount =
  /(?<![\d,.])(?!(?:19|20)\d\d\b)\d[\d,]*\s+(?:\p{L}+\s+){0,2}shares?\b[^:]*\b(?:issued|outstanding)\b/iu;
const amountPerShare = /[$€£¥]\s?\d*\.?\d+\s+(?:per|a)\s+(?:\p{L}+\s+){0,2}(?:share|unit|ads)\b/giu;
/** "Common stock, $0.01 par value per share, 100 shares authorized": its figures are what the shares stand for. */
const counted = /\bauthori[sz]ed\b|\bissued\b|\boutstanding\b/i;
/** Captions that say nothing of their own: their heading says what they count. */
const generic =
  /^(?:[-–—]\s*)?(?:basic|diluted|class [a-c]|ordinary shares?|adss?|continuing|discontinued|net (?:loss|income|earnings)|(?:loss|income|earnings)\b.*\b(?:before|from continuing)|before|cumulative effect|extraordinary|total)\b/i;

const dilution =
  /\bdiluti|\b(?:options?|awards?|warrants?|equivalents?|convertible|units?|rsus?|preferred)\b/i;

/** Between the shares before dilution and those after it stand shares, whatever their caption says. */
function countDilution(rows: readonly DraftRow[]): void {
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

/** Between two amounts per share an amount with decimals is one, too: "Cumulative effect of a change". */
function markParts(rows: readonly DraftRow[]): void {
  const printed = rows.filter((row) => row.kind === "item");
  for (const [i, row] of printed.entries()) {
    const [before, after] = [printed[i - 1], printed[i + 1]];
    const isBetween = before?.unit === "per-share" && after?.unit === "per-share";
    if (isBetween && row.unit === "currency" && hasFigures(row) && hasDecimals(row) && smallNumbers(row)) {
      row.unit = "per-share";
    }
  }
}

/** The unit of a row's figures, by its own caption, else by the heading it stands under. */
function unitOf(row: DraftRow, columns: readonly Column[]): Unit {
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
function taggedUnit(row: DraftRow): Unit | null {
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
