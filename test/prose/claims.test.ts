import { describe, expect, it } from "vitest";
import { toPlain } from "../../src/money/decimal.ts";
import { proseOf } from "../../src/prose/claims.ts";
import { periodName } from "../../src/tables/header.ts";
import { filingWith } from "./filing.ts";

/** "print says subject value period -> row or reason" of each claim but those of the rate. */
function claims(heading: string, sentence: string): string[] {
  return proseOf(filingWith(`${heading}\n\n${sentence}`))
    .sections.flatMap((section) => section.claims)
    .filter(({ figure }) => figure.place.line <= 5)
    .map(({ figure, said, subject, period, fact, reason }) => {
      const when = period ? periodName(period) : "no period";
      return `${figure.raw} ${said} ${subject} ${toPlain(figure.value)} ${when} -> ${fact ? fact.row.caption : reason}`;
    });
}

const quarter = "Fourth Quarter 2024 Financial Results";
const year = "Fiscal Year 2024 Financial Results";

describe("what a sentence says", () => {
  it("figure, translation, change and base", () => {
    expect(
      claims(
        quarter,
        "Total revenues reached RMB360.4 million (US$50.1 million), increased by 19.6% from RMB301.3 million in the same quarter of 2023.",
      ),
    ).toEqual([
      "360.4 figure Total revenues 360400000 Q4 2024 -> Total revenues",
      "50.1 translation Total revenues 50100000 Q4 2024 -> Total revenues",
      "19.6 change Total revenues 0.196 Q4 2024 -> ",
      "301.3 comparison Total revenues 301300000 Q4 2023 -> Total revenues",
    ]);
  });

  it("a line of a list by the list's name, and last quarter", () => {
    expect(
      claims(
        quarter,
        "- Revenues from ferry services were RMB360.4 million, compared with RMB320.4 million last quarter.",
      ),
    ).toEqual([
      "360.4 figure Revenues from ferry services 360400000 Q4 2024 -> Ferry services",
      "320.4 comparison Revenues from ferry services 320400000 Q3 2024 -> Ferry services",
    ]);
  });

  it("a loss in words is negative, in the comparison too", () => {
    expect(
      claims(
        quarter,
        "Net loss was RMB2.4 million, compared with net loss of RMB30.1 million in the same quarter of 2023 and RMB12.3 million last quarter.",
      ),
    ).toEqual([
      "2.4 figure Net loss -2400000 Q4 2024 -> Net loss",
      "30.1 comparison Net loss -30100000 Q4 2023 -> Net loss",
      "12.3 comparison Net loss -12300000 Q3 2024 -> Net loss",
    ]);
  });

  it("an income compared with a loss", () => {
    expect(
      claims(
        quarter,
        "Operating income was RMB29.8 million, compared with operating loss of RMB28.8 million in the same period last year.",
      ),
    ).toEqual([
      "29.8 figure Operating income 29800000 Q4 2024 -> Operating (loss) income",
      "28.8 comparison Operating income -28800000 Q4 2023 -> Operating (loss) income",
    ]);
  });

  it("non-GAAP measures under their adjusted name, with the print's sign", () => {
    expect(
      claims(year, "**Non-GAAP EBITDA**² was RMB77.2 million, compared with RMB-61.0 million in 2023."),
    ).toEqual([
      "77.2 figure Non-GAAP EBITDA 77200000 FY2024 -> Adjusted EBITDA (Non-GAAP Financial Measure)",
      "-61.0 comparison Non-GAAP EBITDA -61000000 FY2023 -> Adjusted EBITDA (Non-GAAP Financial Measure)",
    ]);
  });

  it("margins, per-share amounts, nil", () => {
    expect(
      claims(
        quarter,
        "Gross margin was 25.0%, compared with 17.0% in the same period in 2023. Basic and diluted net loss per share was RMB0.02. Other revenues were nil this quarter.",
      ),
    ).toEqual([
      "25.0 figure Gross margin 0.250 Q4 2024 -> Gross margin",
      "17.0 comparison Gross margin 0.170 Q4 2023 -> Gross margin",
      "0.02 figure Basic and diluted net loss per share -0.02 Q4 2024 -> Basic and diluted",
      "nil figure Other revenues 0 Q4 2024 -> Others",
    ]);
  });

  it("from and to, with a move in words", () => {
    expect(claims(year, "Gross margin increased to 20.0% in 2024, from 16.2% in 2023.")).toEqual([
      "20.0 figure Gross margin 0.200 FY2024 -> Gross margin",
      "16.2 comparison Gross margin 0.162 FY2023 -> Gross margin",
    ]);
  });

  it("balances by their day", () => {
    expect(
      claims(
        quarter,
        "As of December 31, 2024, our cash and cash equivalents amounted to RMB502.8 million, compared with RMB410.2 million as of December 31, 2023.",
      ),
    ).toEqual([
      "502.8 figure cash and cash equivalents 502800000 2024-12-31 -> Cash and cash equivalents",
      "410.2 comparison cash and cash equivalents 410200000 2023-12-31 -> Cash and cash equivalents",
    ]);
  });

  it("two subjects, each with its amount, in the thousands of the notes", () => {
    expect(
      claims(
        year,
        "As of December 31, 2024, the Group had an accumulated deficit and restricted cash of RMB680,244 and RMB11,904, respectively.",
      ),
    ).toEqual([
      "680,244 figure accumulated deficit 680244000 2024-12-31 -> Accumulated deficit",
      "11,904 figure restricted cash 11904000 2024-12-31 -> Restricted cash",
    ]);
  });

  it("a sentence cut by a page break, with the places of both lines", () => {
    const [section] = proseOf(
      filingWith(
        `${year}\n\nGross profit was RMB259.9 million, compared with RMB193.9 million in\n\n2023, mainly due to fares.`,
      ),
    ).sections;
    expect(section?.claims.slice(0, 2).map(({ figure, fact }) => [figure.place, fact?.figure.raw])).toEqual([
      [{ line: 5, column: 21, endColumn: 26 }, "259,892"],
      [{ line: 5, column: 53, endColumn: 58 }, "193,866"],
    ]);
  });

  it("columns count what the reader sees on disk: bullets, escapes, bold", () => {
    const [section] = proseOf(
      filingWith(`${quarter}\n\n  - **Gross profit** was RMB90.1 million (US\\$12.5 million).`),
    ).sections;
    expect(section?.claims.slice(0, 2).map(({ figure }) => figure.place)).toEqual([
      { line: 5, column: 29, endColumn: 33 },
      { line: 5, column: 47, endColumn: 51 },
    ]);
  });
});

describe("what is not certain is not held against a table", () => {
  it.each<[string, string]>([
    ["Gross profit was approximately RMB90 million.", "the sentence gives it as approximate"],
    ["Gross profit is expected to be RMB95.0 million.", "the sentence is about the future"],
    ["Gross profit from charters was RMB40.0 million.", "no table has a line of that name"],
    ["Gross profit was RMB40.0 million from charters.", "the sentence is about a part of the line only"],
    [
      "Gross profit was RMB40.0 million from charters, compared with RMB30.0 million in the same quarter of 2023.",
      "the sentence is about a part of the line only",
    ],
    [
      "Gross profit was RMB40.0 million on board, compared with a total of RMB30.0 million last quarter.",
      "the sentence is about a part of the line only",
    ],
    ["This was RMB40.0 million.", "it is not clear which line the number belongs to"],
    [
      "Excluding charters, gross profit was RMB40.0 million.",
      "the words before that name limit it to a part of the line",
    ],
    [
      "Gross profit was RMB90.7 million and RMB258.4 million for the three and twelve months, respectively.",
      "the sentence speaks of several periods or lines at once",
    ],
  ])("%s", (sentence, reason) => {
    expect(claims(quarter, sentence)[0]).toMatch(new RegExp(`-> ${reason}$`));
  });

  it("three- and twelve-month periods to one day are two", () => {
    const sentence =
      "Gross profit was RMB51.3 million and RMB193.9 million for the three- and twelve-month periods ended December 31, 2023.";
    expect(claims(quarter, sentence)).toEqual([
      "51.3 figure Gross profit 51300000 Q4 2023 -> Gross profit",
      "193.9 figure Gross profit 193900000 FY2023 -> Gross profit",
    ]);
  });

  it("a year beside a quarter may be either", () => {
    expect(
      claims(quarter, "Gross profit was RMB90.1 million, compared with RMB193.9 million in 2023.")[1],
    ).toMatch(/not clear$/);
  });

  it("no heading names the period where quarters and years stand side by side", () => {
    expect(claims("Discussion", "Gross profit was RMB90.7 million.")[0]).toMatch(
      /neither a heading nor the sentence says which period it is for$/,
    );
  });
});
