import { expect, it } from "vitest";
import { addedCells } from "../../src/findings/formulas.ts";
import { checkFiling } from "../../src/run.ts";
import { accounting, excelFile, income, type SheetData } from "../read/excel/excel-file.ts";

it.each([
  ["SUM(B6:B8)", ["B6", "B7", "B8"]],
  ["SUM($B$6:B7,B9)-B10", ["B6", "B7", "B9", "B10"]],
  ["SUBTOTAL(9,B6:B8)", ["B6", "B7", "B8"]],
  ["SUBTOTAL(109,B6,B8)", ["B6", "B8"]],
  ["SUBTOTAL(1,B6:B8)", null],
  ["B8+B11", ["B8", "B11"]],
  ["+B8-AA11", ["B8", "AA11"]],
  ["B8", null],
  ["ROUND(B8+B9,0)", null],
  ["SUM(Other!B6:B8)", null],
  ["B8*2", null],
  ["SUM(A1:XFD1048576)", null],
])("%s adds up %j", (formula, cells) => {
  expect(addedCells(formula)).toEqual(cells);
});

const remarksOf = async (sheet: SheetData): Promise<readonly string[]> => {
  const bytes = excelFile([sheet], { formats: ["General", accounting] });
  const { notes = [] } = await checkFiling(bytes, { path: "b.xlsx" });
  return notes.map(({ note }) => note).filter((note) => note.includes("formula"));
};

it("a formula that adds up other cells than the lines is told", async () => {
  expect(await remarksOf(income())).toEqual([]);
  const { rows, ...sheet } = income();
  const edited = rows.map((row, i) =>
    i === 10 ? [row[0] ?? null, { v: -225, s: 1, f: "B9+B12" }, row[2] ?? null] : row,
  );
  expect(await remarksOf({ ...sheet, rows: edited })).toEqual([
    "Total operating expenses (Income!B11) is the formula B9+B12, but is checked as what B9, B10 come to",
  ]);
});

it("a formula that was filled to the right is that of its own cell", async () => {
  const { rows, ...sheet } = income();
  const edited = rows.map((row, i) =>
    i === 10
      ? [row[0] ?? null, { v: -225, s: 1, f: "B9+$B$12", si: 0 }, { v: -215, s: 1, f: "", si: 0 }]
      : row,
  );
  expect(await remarksOf({ ...sheet, rows: edited })).toEqual([
    "Total operating expenses (Income!B11) is the formula B9+$B$12, but is checked as what B9, B10 come to",
    "Total operating expenses (Income!C11) is the formula C9+$B$12, but is checked as what C9, C10 come to",
  ]);
});
