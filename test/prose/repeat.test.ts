import { expect, test } from "vitest";
import { parseDecimal } from "../../src/money/decimal.ts";
import { agrees } from "../../src/prose/repeat.ts";
import { readable } from "../../src/tables/table.ts";
import { figureOf, tableOf } from "../filing.ts";

const table = tableOf(`Harbour Bank (in millions)

\tDec 31, 2024\tDec 31, 2023
Loans overdue\t476\t476.5
Loans restructured\t1,208\t1,377
`);

function isSaid(text: string, column: number): boolean {
  const figure = figureOf(table, "Loans overdue", column);
  const value = parseDecimal(text);
  if (!readable(figure)) throw new Error("not read");
  const millions = { coefficient: value.coefficient, exponent: value.exponent + 6 };
  return agrees(millions, { value }, { figure, row: figure.row, convention: "as-printed" });
}

test.each([
  // Rounded to one unit, two amounts that are not equal are two.
  ["476", 0, true],
  ["477", 0, false],
  ["475", 0, false],
  // The half may have been rounded either way.
  ["477", 1, true],
  ["476", 1, true],
  ["478", 1, false],
])("a sentence that says %s million, column %i", (said, column, is) => {
  expect(isSaid(said, column)).toBe(is);
});
