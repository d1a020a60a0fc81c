import { parseDecimal, toNumber } from "../../src/money/decimal.ts";
import type { Form, Relation } from "../../src/relations/relation.ts";
import type { Column, Damage, Figure, Row, Table } from "../../src/tables/table.ts";

/** Figures and relations by themselves: a column of one period, a row for each figure. */
const column: Column = { index: 0, label: "FY2024", period: null, currency: null, role: "amount", scale: 0 };
const table: Table = { index: 0, title: "", heading: [], line: 1, columns: [column], rows: [] };

let ids = 0;

/** A printed number in plain notation; "-" is nil. */
export function figure(print: string, damage: Damage | null = null): Figure {
  const figures: Figure[] = [];
  const id = ids++;
  const row: Row = {
    index: id,
    line: id + 1,
    caption: `line ${id}`,
    kind: "item",
    section: [],
    unit: "currency",
    figures,
  };
  const value = parseDecimal(print === "-" ? "0" : print);
  const made = {
    id,
    raw: print,
    place: { line: id + 1, column: 1, endColumn: 1 + print.length },
    value,
    units: toNumber(value),
    unit: "currency" as const,
    scale: 0,
    nil: print === "-",
    damage,
    row,
    column,
    table,
  };
  figures.push(made);
  return made;
}

export function relation(
  form: Form,
  result: Figure,
  terms: readonly Figure[],
  more: Partial<Relation> = {},
): Relation {
  const belief = { identity: true, structure: false, wording: false, complete: true, ties: 0, breaks: 0 };
  return { rule: "footing", title: "", form, result, terms, belief, pattern: `${result.id}`, ...more };
}

/** result = the sum of the terms; a weight for each where they are not all added. */
export function sum(
  result: Figure,
  terms: readonly Figure[],
  weights: readonly (1 | -1)[] = terms.map(() => 1),
  more: Partial<Relation> = {},
): Relation {
  return relation({ kind: "linear", weights }, result, terms, more);
}
