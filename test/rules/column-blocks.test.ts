/** Sums down a column whose lines are not printed in every column, or stand between others. */
import { expect, test } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

/** A table of cells as a page prints them: "" is a blank cell. */
const page = (title: string, rows: readonly string[]): Uint8Array => {
  const lines = rows.map(
    (row) =>
      `<tr>${row
        .split("|")
        .map((cell) => `<td>${cell.trim()}</td>`)
        .join("")}</tr>`,
  );
  return new TextEncoder().encode(
    `<html><body><p>Aldermoor Limited</p><p>${title}</p><table>${lines.join("")}</table></body></html>`,
  );
};

const check = (title: string, rows: readonly string[]): FileReport =>
  checkFiling(page(title, rows), { path: "a.html", all: true });

const broken = (report: FileReport): string[] =>
  report.checks.filter(({ status }) => status === "fail").map(({ result }) => result.raw);

const equity = (retained: string): string[] => [
  "| Share capital | Retained earnings | Hedges | Translation | Total",
  "Balance at December 31, 2022 | 108,210 | 261,905 | (1,412) | 3,208 | 371,911",
  "Net income | | 43,313 | | | 43,313",
  "Other comprehensive income | | | 604 | (1,119) | (515)",
  "Comprehensive income | | | | | 42,798",
  "Dividends | | (12,207) | | | (12,207)",
  "Grants | 6,220 | | | | 6,220",
  `Balance at December 31, 2023 | 114,430 | ${retained} | (808) | 2,089 | 408,722`,
];

test("a subtotal that is printed in the total only stands for its parts in the other columns", () => {
  const report = check("Statement of changes in equity (in thousands)", equity("293,011"));
  expect(broken(report)).toEqual([]);
  const retained = report.checks.find(({ rule, result }) => rule === "footing" && result.raw === "293,011");
  expect(retained?.status).toBe("pass");
  expect(retained?.display.equation).toContain("43,313");
});

test("and a balance that is wrong in one of them is still found", () => {
  expect(broken(check("Statement of changes in equity (in thousands)", equity("293,101")))).toContain(
    "293,101",
  );
});

const results = (gap: readonly string[], cost: string): string[] => [
  "| 2023 | 2024",
  "Revenues | 20,831 | 21,492",
  `Costs | (12,326) | (${cost})`,
  "Net income | 8,505 | 9,495",
  ...gap,
  "Net income | 8,505 | 9,495",
  "Hedges | 604 | (1,119)",
  "Translation | 1,095 | 880",
  "Total comprehensive income | 10,204 | 9,256",
];

test("a result that opens the next block again is not printed twice", () => {
  expect(broken(check("Results (RMB in thousands)", results(["| |"], "11,997")))).toEqual([]);
  expect(broken(check("Results (RMB in thousands)", results([], "11,997")))).not.toEqual([]);
  expect(broken(check("Results (RMB in thousands)", results(["| |"], "11,979")))).not.toEqual([]);
});

const funds = (second: string, total: string): string[] => [
  "| Total | Quoted | Observed | Other",
  "Shares | 29,118 | 22,914 | 6,204 | -",
  "Treasuries | 14,207 | 11,806 | 2,401 | -",
  "Bonds | 41,330 | 29,215 | 12,115 | -",
  "Bills | 12,644 | 10,340 | 2,304 | -",
  "Investments at fair value | 97,299 | 74,275 | 23,024 | -",
  "Investments at net asset value | 5,118 | | |",
  `Total | ${total} | 74,275 | ${second} | -`,
];

test("a line that is told in total only is no part of the columns beside it", () => {
  expect(broken(check("Plan assets (RMB in thousands)", funds("23,024", "102,417")))).toEqual([]);
  expect(broken(check("Plan assets (RMB in thousands)", funds("23,204", "102,417")))).not.toEqual([]);
});

const held = (third: string): string[] => [
  "| Fair value | Cash equivalents | Securities",
  "Deposits | 2,628 | 2,628 | 0",
  "Treasuries | 37,660 | 1,993 | 35,667",
  "Bonds | 21,932 | 0 | 21,932",
  "Shares | 4,282 | 1,118 | 3,164",
  "Cash | | 12,509 | 0",
  `Total | 66,502 | 18,248 | ${third}`,
];

test("nor is one that is told of a part only", () => {
  expect(broken(check("Securities (RMB in thousands)", held("60,763")))).toEqual([]);
  expect(broken(check("Securities (RMB in thousands)", held("60,736")))).not.toEqual([]);
});
