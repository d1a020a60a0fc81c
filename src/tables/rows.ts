/** Body rows -> captions, sections and kinds; wrapped captions joined, ghosts found. */
import type { Printed } from "../money/figure.ts";
import { type DraftRow, hasFigures, isNumber, type RowCell } from "./draft.ts";
import type { Layout } from "./header.ts";
import { ghostliness, type Reading } from "./ghosts.ts";
import { markRates } from "./rates.ts";
import { countDilution, markMovements, markNamed, markParts, taggedUnit, unitOf } from "./row-units.ts";
import type { RawRow } from "./segment.ts";
import type { Column, Damage, RowKind } from "./table.ts";

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
  markNamed(rows);
  markParts(rows);
  markMovements(rows);
  markRates(rows, (row) => taggedUnit(row) !== null);
  return rows;
}

/** Characters. No line has a longer name; a hostile one would be gone through by each question that is asked of it. */
const longestCaption = 2_000;

/** "8", "12(a)"; OCR leaves stray letters in the column. */
const noteReference = /^\d{1,2}(?:\s?\([a-z]\))?$/;

function draftRow(raw: RawRow, layout: Layout): DraftRow {
  const first = layout.at[0] ?? 1;
  const captioned = layout.captions
    ? raw.cells.filter(
        (cell) => cell.col < first && !layout.notes.includes(cell.col) && /[\p{L}\d]/u.test(cell.text),
      )
    : [];
  const caption = joined(captioned.map((cell) => cell.text)).slice(0, longestCaption);
  const cells = layout.at.map((col, i): RowCell | undefined => {
    if (layout.columns[i]?.role === "note") return undefined;
    const at = raw.cells[col]?.col === col ? col : raw.cells.findIndex((cell) => cell.col === col);
    const cell = raw.cells[at];
    const printed = raw.printed[at];
    if (!cell || !printed) return undefined;
    const { line, column, endColumn, text } = cell;
    const read: RowCell = {
      line,
      column,
      endColumn,
      raw: cell.printed ?? text,
      printed,
      damage: damageOf(printed),
    };
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
    bold: isBold(raw, layout),
    apart: raw.apart === true,
  };
  if (captioned.some((cell) => cell.printed !== undefined))
    row.printed = joined(captioned.map((cell) => cell.printed ?? cell.text));
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

function joined(texts: readonly string[]): string {
  return texts.join(" ").replace(/^[-–—•·]\s*(?=\p{L}|\()/u, "");
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

function isBold(raw: RawRow, layout: Layout): boolean {
  const printed = raw.cells.filter((cell) => layout.at.includes(cell.col) && /\d/.test(cell.text));
  return printed.length > 0 && printed.every((cell) => cell.bold === true);
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
    if (isUpperCase(row.caption)) continue;
    if (row.caption.length + next.caption.length >= longestCaption) continue;
    if (row.printed !== undefined || next.printed !== undefined)
      next.printed = `${row.printed ?? row.caption} ${next.printed ?? next.caption}`;
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
  const prints = new Map<string, string>();
  for (const row of rows) {
    const heads = row.kind === "heading" || (row.kind === "ghost" && row.caption.endsWith(":"));
    if (heads && row.caption !== "") {
      if (row.printed !== undefined) prints.set(row.caption, row.printed);
      if (isUpperCase(row.caption) && !row.caption.endsWith(":")) {
        outer = row.caption;
        inner = null;
      } else inner = row.caption;
    }
    row.section = [outer, inner].filter((heading) => heading !== null);
    if (prints.size > 0) row.printedSection = row.section.map((heading) => prints.get(heading) ?? heading);
  }
}

/** In capitals, in a script that has them. */
function isUpperCase(caption: string): boolean {
  return caption === caption.toUpperCase() && !/\p{Lo}/u.test(caption);
}
