/**
 * Of whom and on what basis two lines speak. The same words in two tables may be those of the group and of its
 * parent, of two registrants, of a line and a part of it, of a balance and its movement.
 */
import { compare } from "../money/decimal.ts";
import { type Column, type Figure, readable, type Row, type Table } from "../tables/table.ts";
import { conceptKey } from "./concepts.ts";
import type { Filing } from "./filing.ts";

/** Lines, beside the one in question, that must differ before two tables are taken to speak of different things. */
const fewestApart = 2;

/**
 * Whether the tables of two figures tell different facts under the same captions: of the other captions that
 * their columns have in common more differ than agree. A slip changes one line, another scope most of them.
 */
export function differInScope(a: Figure, b: Figure): boolean {
  if (a.table === b.table) return false;
  const others = onlyLines(b.table);
  let agree = 0;
  let apart = 0;
  for (const [caption, row] of onlyLines(a.table)) {
    const other = others.get(caption);
    if (!other || row === a.row || other === b.row) continue;
    const [own, its] = [at(row, a.column), at(other, b.column)];
    if (!own || !its || own.unit !== its.unit) continue;
    if (sameSize(own, its)) agree++;
    else apart++;
  }
  return apart >= fewestApart && apart > agree;
}

function at(row: Row, column: Column): Figure | undefined {
  const figure = row.figures[column.index];
  return readable(figure) && !figure.nil ? figure : undefined;
}

/** The same amount but for the sign and for the unit of the coarser print. */
function sameSize(a: Figure, b: Figure): boolean {
  if (compare(a.value, b.value) === 0) return true;
  const unit = 10 ** Math.max(a.value.exponent, b.value.exponent);
  const [x, y] = [a, b].map(({ units, value }) => Math.abs(units) * 10 ** value.exponent);
  return Math.abs((x ?? 0) - (y ?? 0)) <= unit * (1 + 1e-9);
}

const known = new WeakMap<Table, ReadonlyMap<string, Row>>();

/** The lines of a table by the keys of their captions; captions that stand more than once name no line. */
function onlyLines(table: Table): ReadonlyMap<string, Row> {
  const found = known.get(table);
  if (found) return found;
  const lines = new Map<string, Row>();
  const twice = new Set<string>();
  for (const row of table.rows) {
    if (row.kind !== "item") continue;
    const key = conceptKey(row.caption);
    if (key === "" || lines.has(key)) twice.add(key);
    else lines.set(key, row);
  }
  for (const key of twice) lines.delete(key);
  known.set(table, lines);
  return lines;
}

/**
 * Whether one row is of a statement of cash flows and the other of a balance sheet: under the same caption the
 * first has the movement of the second. Only cash itself is the same in both.
 */
export function isMovementOfBalance(filing: Filing, a: Row, b: Row): boolean {
  const kinds = new Set(
    [a, b].map((row) => {
      const table = row.figures.find((figure) => figure)?.table;
      return table && filing.kindOf(table);
    }),
  );
  const areCash = [a, b].every(({ caption }) => /\bcash\b/i.test(caption));
  return kinds.has("cash-flow") && kinds.has("balance") && !areCash;
}

const ownMeasure = /\bnon-?\s?gaap\b|\badjusted\b|\bpro[\s-]?forma\b/i;

/**
 * What a line is of: "" for what the statements report, else the word by which its caption, or the heading
 * above a caption that needs one, says that it is a measure of another kind ("non-gaap", "adjusted").
 */
export function measureOf({ caption, section }: Row): string {
  const heading = section.at(-1) ?? "";
  const isPlain = /^\W*(?:basic|diluted|total|basic and diluted)\W*$/i.test(caption);
  const said = ownMeasure.exec(caption) ?? (isPlain ? ownMeasure.exec(heading) : null);
  return said ? said[0].toLowerCase().replace(/\W/g, "") : "";
}
