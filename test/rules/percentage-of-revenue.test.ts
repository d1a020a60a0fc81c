/** Percentages beside amounts, of revenue that only the income statement prints. */
import { expect, test } from "vitest";
import { checkFiling } from "../check-text.ts";

const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

const filing = (wages: string, freight = "6.4%"): Uint8Array => {
  const statement = [
    ["", "2024", "2023"],
    ["Net sales", "1,377,925", "1,204,310"],
    ["Cost of sales", "918,614", "803,206"],
    ["Gross profit", "459,311", "401,104"],
    ["Selling expenses", "125,066", "118,420"],
    ["Operating income", "334,245", "282,684"],
  ];
  const costs = [
    ["Freight", "88,204", freight, "79,310", "6.6%"],
    ["Wages", "140,207", wages, "136,012", "11.3%"],
    ["Advertising", "51,440", "3.7%", "48,907", "4.1%"],
    ["Research", "30,118", "2.2%", "25,290", "2.1%"],
  ];
  const heads =
    '<tr><td></td><td colspan="2">Year ended December 31, 2024</td><td colspan="2">Year ended December 31, 2023</td></tr>' +
    row(["", "Amount", "% of net sales", "Amount", "% of net sales"]);
  return new TextEncoder().encode(
    `<html><body><p>Aldermoor Limited</p><p>Statements of operations, year ended December 31 (in thousands)</p><table>${statement.map(row).join("")}</table><p>Costs (in thousands)</p><table>${heads}${costs.map(row).join("")}</table></body></html>`,
  );
};

const loud = (bytes: Uint8Array): string[] =>
  checkFiling(bytes, { path: "a.html", all: true })
    .checks.filter(({ rule, status }) => rule === "percentage" && status !== "skip")
    .map(({ status, result }) => `${status} ${result.raw}`);

test("tie to it", () => {
  expect(loud(filing("10.2%"))).toContain("pass 11.3%");
  expect(loud(filing("10.2%")).filter((line) => !line.startsWith("pass"))).toEqual([]);
});

test("are found where one does not", () => {
  expect(loud(filing("18.2%")).filter((line) => !line.startsWith("pass"))).toEqual(["fail 18.2%"]);
});

test("are left alone where they are of something else", () => {
  expect(loud(filing("7.7%", "5.1%"))).toEqual([]);
});
