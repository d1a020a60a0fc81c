/** Two columns of a statement under one date: the year of one of them was mistyped. */
import type { Cell, Document, Place } from "../read/document.ts";
import type { Filing, StatementKind } from "../statements/filing.ts";
import { isDateAlone } from "../tables/date-alone.ts";
import { readable, type Table } from "../tables/table.ts";
import { placeOfSpot } from "./change.ts";

export interface Twins {
  readonly printed: string;
  /** Of the second of the two: which of them is wrong the headers alone do not tell. */
  readonly place: Place;
  /** What both columns are headed. */
  readonly label: string;
}

/** Headers are not longer. */
const mostRows = 8;

/** Currency and scale, which may stand under a date. */
const money = /\b(?:in )?(?:thousands?|millions?|billions?)\b|\b[A-Z]{3}\b|\b(?:US|HK)?[$€£¥]/g;

const faces: ReadonlySet<StatementKind> = new Set(["income", "balance", "cash-flow"]);

/**
 * Statements of two columns of one currency, both headed by the same date and nothing else. Words beside the date, or
 * more columns, may tell two of one date apart: restated and as reported, a quarter and a year.
 */
export function* twinColumns(filing: Filing): Generator<Twins> {
  for (const table of filing.tables) {
    if (!faces.has(filing.kindOf(table)) || !areTwins(table)) continue;
    const cells = headerOf(filing.document, table);
    const owner = cells.find(({ text }, i) => cells.findIndex((other) => other.text === text) < i);
    const year = owner && /\b(?:19|20)\d\d\b/.exec(owner.text);
    const [label = ""] = table.columns.flatMap((column) => (column.role === "amount" ? [column.label] : []));
    if (!owner || !year) continue;
    const [printed] = year;
    yield {
      printed,
      place: placeOfSpot({ owner, start: year.index, end: year.index + printed.length }),
      label,
    };
  }
}

/** The dated cells above the first figure of a table, in the order of print. */
function headerOf({ blocks }: Document, { rows }: Table): Cell[] {
  const first = rows.flatMap(({ figures }) => figures.filter(readable))[0];
  if (!first) return [];
  const { line, column } = first.place;
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    const at = block.rows.findIndex(({ cells }) =>
      cells.some((cell) => cell.line === line && cell.column === column),
    );
    if (at < 0) continue;
    return block.rows
      .slice(Math.max(0, at - mostRows), at)
      .flatMap(({ cells }) => cells.filter(({ text }) => /\b(?:19|20)\d\d\b/.test(text)));
  }
  return [];
}

function areTwins({ columns }: Table): boolean {
  const [one, other, ...more] = columns.filter(({ role }) => role === "amount");
  return (
    one !== undefined &&
    other !== undefined &&
    more.length === 0 &&
    one.label === other.label &&
    one.currency === other.currency &&
    isDateAlone(one.label.replace(money, " ").trim())
  );
}
