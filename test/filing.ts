import { read } from "./check-text.ts";
import { type Filing, understand } from "../src/statements/filing.ts";
import type { Figure, Row, Table } from "../src/tables/table.ts";

/** The filing that a text holds, as the rules see it. */
export function filingOf(text: string): Filing {
  return understand(read(new TextEncoder().encode(text), "filing.txt"));
}

export function tableOf(text: string): Table {
  const { tables } = filingOf(text);
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables, not one`);
  return table;
}

export function rowOf(table: Table, caption: string): Row {
  const row = table.rows.find((candidate) => candidate.caption === caption);
  if (!row) throw new Error(`no row "${caption}"`);
  return row;
}

export function figureOf(table: Table, caption: string, column: number): Figure {
  const figure = rowOf(table, caption).figures[column];
  if (!figure) throw new Error(`no figure in column ${column} of "${caption}"`);
  return figure;
}
