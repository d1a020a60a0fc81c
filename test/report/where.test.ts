/** Places for people: where a line is too long to be counted along, the table is named. */
import { describe, expect, test } from "vitest";
import { numbersOf } from "../../src/report/excerpt.ts";
import { githubStream } from "../../src/report/github.ts";
import { lines } from "../../src/report/lines.ts";
import { plainOptions } from "../../src/report/options.ts";
import { streamed } from "../../src/report/stream.ts";
import { leadIn, placeMark, saidWhere } from "../../src/report/where.ts";
import { truncateMiddle } from "../../src/report/width.ts";
import { checkFiling } from "../check-text.ts";
import { file, report } from "./awkward.ts";
import { grossProfit, prose } from "./checks.ts";

const far = {
  ...grossProfit,
  place: { line: 5, column: 13_987, endColumn: 13_994 },
  result: { ...grossProfit.result, line: 5, column: 13_987 },
};

describe("a place", () => {
  test("is a line and a column where these can be found", () => {
    expect(placeMark(grossProfit)).toBe(":181:22");
    expect(saidWhere(grossProfit)).toBe("line 181:22");
    expect(leadIn(grossProfit)).toBe("");
  });

  test("far along a line is the title of the table", () => {
    expect(placeMark(far)).toBe('in "Condensed Consolidat…ments of Operations"');
    expect(saidWhere(far)).toBe('in "Condensed Consolidated Statements of Operations"');
    expect(leadIn(far)).toBe('In "Condensed Consolidated Statements of Operations": ');
  });

  test("of a quoted sentence far along a line is the line", () => {
    const quoted = { ...prose, place: far.place, quote: { text: "Sales were 5.", start: 11, end: 12 } };
    expect(placeMark(quoted)).toBe(":5");
    expect(leadIn(quoted)).toBe("");
  });

  test("on a page names the page", () => {
    const paged = { ...grossProfit, place: { line: 5, column: 22, endColumn: 29, page: 12 } };
    expect(placeMark(paged)).toBe("p12:5:22");
    expect(leadIn(paged)).toBe("Page 12, line 5: ");
  });
});

describe("a place in a document of Word or a workbook", () => {
  const where = 'paragraph 45 "Gross profit was"';
  const named = {
    ...grossProfit,
    place: { line: 9, column: 13_987, endColumn: 13_994, where, heading: "Results" },
  };
  const cell = {
    ...grossProfit,
    place: { line: 14, column: 30, endColumn: 37, page: 2, where: "Income!C14" },
  };

  test("is told in its words, however far along its line it is", () => {
    expect(placeMark(named)).toBe("paragraph 45");
    expect(saidWhere(named)).toBe('paragraph 45 "Gross profit was", under "Results"');
    expect(leadIn(named)).toBe('Paragraph 45 "Gross profit was", under "Results": ');
  });

  test("names the sheet and no page", () => {
    expect([placeMark(cell), saidWhere(cell)]).toEqual(["Income!C14", "Income!C14"]);
    expect(lines(report(file({ status: "fail", checks: [cell] })), plainOptions)).toContain(
      ":14:30: gross-profit: Income!C14: ",
    );
  });

  test("counts the rows of an excerpt by its own numbers", () => {
    const numberOf = numbersOf([{ line: 9, shown: "7" }, { line: 9 }]);
    expect([numberOf({ line: 9, shown: "7" }), numberOf({ line: 9 })]).toEqual(["7", ""]);
  });
});

test("a whole filing on one line is placed by its table in formats for people, and by its column in others", () => {
  const row = (caption: string, a: string, b: string): string =>
    `<tr><td>${caption}</td><td>${a}</td><td>${b}</td></tr>`;
  const markup = `<html><body><p>${"Nothing to see. ".repeat(60)}</p><p>STATEMENTS OF OPERATIONS</p><table>${[
    row("(in thousands)", "FY2024", "FY2023"),
    row("Revenues", "1,377,925", "1,200,000"),
    row("Cost of revenues", "(918,614)", "(800,000)"),
    row("Gross profit", "495,311", "400,000"),
  ].join("")}</table></body></html>`;
  const found = checkFiling(new TextEncoder().encode(markup), { path: "filing.htm" });
  const [check] = found.checks;
  expect(check?.place.column).toBeGreaterThan(500);
  expect(check && placeMark(check)).toBe('in "STATEMENTS OF OPERATIONS"');
  const said = lines(report(found), plainOptions);
  expect(said).toMatch(
    /^filing\.htm:1:\d{4}: gross-profit: in "STATEMENTS OF OPERATIONS": Gross profit, FY2024/,
  );
  expect(streamed(report(found), githubStream(plainOptions))).toMatch(
    /^::error .*col=\d{4}.*::In "STATEMENTS OF OPERATIONS": Gross/,
  );
  expect(file().checks).toEqual([]);
});

test.each([
  ["Cash and cash equivalents at beginning of period", 24, "Cash…beginning of period"],
  ["Cash and cash equivalents at end of period", 24, "Cash and c…end of period"],
  ["Cash and cash equivalents at beginning of the period", 24, "Cash…beginning of the p…"],
  ["Prepayments and other current assets", 24, "Prepayments and…assets"],
])("%s in %d cells is %s", (caption, cells, expected) => {
  expect(truncateMiddle(caption, cells)).toBe(expected);
});
