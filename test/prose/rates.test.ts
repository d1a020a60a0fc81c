import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const tables = `
STATEMENTS OF INCOME (in millions, except per share data)
\tThree Months Ended\t\tSix Months Ended
\tJuly 30, 2023\tJuly 31, 2022\tJuly 30, 2023\tJuly 31, 2022
Net sales\t$3,745.2\t$3,910.6\t$7,301.4\t$7,583.9
Cost of sales\t2,412.7\t2,498.3\t4,720.5\t4,866.1
Gross profit\t1,332.5\t1,412.3\t2,580.9\t2,717.8
Selling, general and administrative expenses\t731.5\t692.7\t1,430.2\t1,366.4
Earnings before income taxes\t601.0\t719.6\t1,150.7\t1,351.4
Provision for income taxes\t148.3\t176.1\t281.0\t330.2
Net earnings\t452.7\t543.5\t869.7\t1,021.2

BALANCE SHEETS (in millions)
\tJuly 30, 2023\tJanuary 29, 2023
Cash and cash equivalents\t$1,234.8\t$987.1
Merchandise inventories\t2,265.3\t2,488.6
Total assets\t3,500.1\t3,475.7
`;

const lead =
  "Net sales were $3,745.2 million for the second quarter of fiscal 2023, compared with $3,910.6 million for the second quarter of fiscal 2022.\n\n";

/** How many numbers of the sentence are tied, and what is found. */
function read(sentence: string): { readonly tied: number; readonly found: readonly string[] } {
  const text = (said: string): Uint8Array =>
    new TextEncoder().encode(`Gannet Stores, Inc.\n\n${lead}${said}\n${tables}`);
  const report = checkFiling(text(sentence), { path: "gannet.txt" });
  const without = checkFiling(text(""), { path: "gannet.txt" });
  return {
    tied: report.figures.inText.tied - without.figures.inText.tied,
    found: report.checks.map(({ status, message }) => `${status} ${message}`),
  };
}

describe("rates and changes of sentences", () => {
  it.each([
    [
      "a percentage of sales that is called by its name as well",
      "Gross profit as a percentage of net sales, or gross margin, was 35.6% for the second quarter of fiscal 2023 compared to 36.1% for the second quarter of fiscal 2022.",
      2,
    ],
    [
      "a tax rate of all taxes together",
      "Our combined effective income tax rate was 24.7% for the second quarter of fiscal 2023 compared to 24.5% for the second quarter of fiscal 2022.",
      2,
    ],
    [
      "a change behind the amount and its period",
      "Net sales were $7,301.4 million for the first six months of fiscal 2023, 3.7% lower than the first six months of fiscal 2022.",
      2,
    ],
    [
      "a change told by the word behind its percentage",
      "Net sales were $165.4 million (4.2 percent) lower than the second quarter of fiscal 2022.",
      2,
    ],
    [
      "a change behind two amounts of two days, which no table prints",
      "Harbour inventories were $815.4 million and $881.0 million as of July 30, 2023 and January 29, 2023, respectively, decreasing $65.6 million or 7.4%.",
      4,
    ],
  ])("%s", (_, sentence, tied) => {
    expect(read(sentence)).toEqual({ tied, found: [] });
  });

  it("a margin of sales and revenues, where other tables have lines of these names too", () => {
    const cat = `Gannet Works Inc.

Operating profit margin was 13.7% for the first quarter of 2022, compared with 15.3% for the first quarter of 2021.

RESULTS (in millions)
\tThree Months Ended March 31,
\t2022\t2021
Total sales and revenues\t13,589\t11,887
Operating costs\t11,734\t10,073
Operating profit\t1,855\t1,814

RESULTS OF THE MACHINERY DIVISION (in millions)
\tThree Months Ended March 31,
\t2022\t2021
Total sales and revenues\t12,886\t11,191
Operating costs\t11,269\t9,650
Operating profit\t1,617\t1,541
`;
    const report = checkFiling(new TextEncoder().encode(cat), { path: "cat.txt" });
    expect(report.checks).toEqual([]);
    expect(report.figures.inText).toEqual({ printed: 2, tied: 2 });
  });

  it.each([
    [
      "35.6%",
      "36.5%",
      "Gross profit as a percentage of net sales, or gross margin, was 35.6% for the second quarter of fiscal 2023 compared to 36.1% for the second quarter of fiscal 2022.",
    ],
    [
      "$65.6",
      "$56.6",
      "Harbour inventories were $815.4 million and $881.0 million as of July 30, 2023 and January 29, 2023, respectively, decreasing $65.6 million or 7.4%.",
    ],
  ])("%s mistyped as %s is named", (right, wrong, sentence) => {
    const { found } = read(sentence.replace(right, wrong));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^fail /);
  });

  it("what is narrowed by other words is left alone", () => {
    expect(
      read(
        "Comparable net sales were $95.1 million (2.4 percent) lower than the second quarter of fiscal 2022, and our adjusted effective income tax rate was 21.3% for the second quarter of fiscal 2023.",
      ).found,
    ).toEqual([]);
  });
});
