import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

/** A retailer whose fiscal 2023 ends in January 2024, in its own words. */
const tables = `
STATEMENTS OF INCOME (in millions, except per share data)
\tThree Months Ended\t\tSix Months Ended
\tJuly 30, 2023\tJuly 31, 2022\tJuly 30, 2023\tJuly 31, 2022
Net sales, net of returns\t$3,745.2\t$3,910.6\t$7,301.4\t$7,583.9
Cost of sales\t2,412.7\t2,498.3\t4,720.5\t4,866.1
Gross profit\t1,332.5\t1,412.3\t2,580.9\t2,717.8
Selling, general and administrative expenses\t731.5\t692.7\t1,430.2\t1,366.4
Operating income\t601.0\t719.6\t1,150.7\t1,351.4
Income tax expense\t148.3\t176.1\t281.0\t330.2
Net earnings\t452.7\t543.5\t869.7\t1,021.2
Basic earnings per share\t$4.67\t$5.42\t$8.96\t$10.14
Diluted earnings per share\t$4.65\t$5.38\t$8.92\t$10.07

BALANCE SHEETS (in millions)
\tJuly 30, 2023\tJanuary 29, 2023
Cash and cash equivalents\t$1,234.8\t$987.1
Merchandise inventories\t2,265.3\t2,488.6
Total assets\t7,641.9\t7,645.0
`;

const sound = `Gannet Stores, Inc.

Gannet Stores, Inc. today reported net sales of $3.75 billion for the second quarter of fiscal 2023, a decrease of 4.2% from the second quarter of fiscal 2022.

Net earnings for the second quarter of fiscal 2023 were $452.7 million, or $4.67 per share ($4.65 per share on a diluted basis), compared with net earnings of $543.5 million, or $5.42 per share ($5.38 per share on a diluted basis), in the same period of fiscal 2022.

Selling, general and administrative expenses for the second quarter of fiscal 2023 increased $38.8 million, or 5.6%, to $731.5 million from $692.7 million in the second quarter of fiscal 2022.

Gross profit was $1,332.5 million and $2,580.9 million for the three and six months ended July 30, 2023, respectively.

Merchandise inventories were $2,265.3 million and $2,488.6 million as of July 30, 2023 and January 29, 2023, respectively.

Harbour Division sales were $815.4 million in the second quarter of 2023, an increase of $65.6 million, or 8.7%, compared with $749.8 million in the second quarter of 2022.

Cash and cash equivalents were $1,234.8 million at the end of the second quarter of fiscal 2023.
`;

function failures(text: string): string[] {
  return checkFiling(new TextEncoder().encode(`${text}${tables}`), { path: "gannet.txt" })
    .checks.filter((check) => check.status === "fail")
    .map(({ place, message }) => `${place.line} ${message}`);
}

describe("sentences of American releases", () => {
  it("are silent where they are right, and nearly all their numbers are checked", () => {
    const report = checkFiling(new TextEncoder().encode(`${sound}${tables}`), { path: "gannet.txt" });
    expect(failures(sound)).toEqual([]);
    expect(report.figures.inText?.tied).toBeGreaterThanOrEqual(21);
  });

  it.each([
    [
      "an amount beside its change",
      "$731.5 million from",
      "$713.5 million from",
      "recomputed $731.5 million",
    ],
    ["the amount changed from", "from $692.7", "from $629.7", "recomputed $692.7 million"],
    ["a change in money", "$38.8 million", "$33.8 million", "recomputed $38.8 million"],
    ["the same change in percent", "or 5.6%", "or 6.5%", "recomputed 5.6%"],
    ["earnings compared with", "of $543.5", "of $534.5", "recomputed $543.5 million"],
    ["what a share earned, in brackets", "($5.38", "($5.83", "recomputed $5.38"],
    ["one of two spans", "and $2,580.9", "and $2,508.9", "recomputed $2,580.9 million"],
    ["one of two days", "$2,265.3 million and", "$2,256.3 million and", "recomputed $2,265.3 million"],
    ["a part that no table prints, by the sentence itself", "$815.4", "$851.4", "recomputed $815.4 million"],
    ["what that part was", "with $749.8", "with $794.8", "recomputed $749.8 million"],
    ["a day by the name of a quarter", "were $1,234.8", "were $1,324.8", "recomputed $1,234.8 million"],
  ])("%s", (_, from, to, message) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    const found = failures(text);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(message);
  });

  it.each([
    [
      "a part of the line",
      "Net sales of the Harbour Division were $1,322.5 million in the second quarter of fiscal 2023.",
    ],
    ["another basis", "Adjusted net earnings for the second quarter of fiscal 2023 were $473.1 million."],
    ["what is to come", "We expect net sales of $3.87 billion for the third quarter of fiscal 2023."],
    [
      "rounding words",
      "Net sales for the second quarter of fiscal 2023 were approximately $3.7 billion, down more than 4%.",
    ],
    [
      "an amount cut off",
      "Cost of sales for the second quarter of fiscal 2023 was $2.41 billion, compared with $2.49 billion in the second quarter of fiscal 2022.",
    ],
    [
      "an average",
      "Average merchandise inventories were $2,301.5 million at the end of the second quarter of fiscal 2023.",
    ],
    [
      "a change compared with a change",
      "Net sales decreased $165.4 million in the second quarter of fiscal 2023, compared with an increase of $203.4 million in the second quarter of fiscal 2022.",
    ],
    [
      "a footnote's mark before the digits",
      "Net sales for the second quarter of fiscal 2023 were $13,745.2 million, compared with $3,910.6 million in the second quarter of fiscal 2022.",
    ],
    ["several at once", "Gross profit was $1,332.5 million and $2,717.8 million in these periods."],
  ])("quiet: %s", (_, sentence) => {
    expect(failures(`${sound}\n${sentence}\n`)).toEqual([]);
  });
});

describe("periods in short", () => {
  const text = `Gannet Stores, Inc.

Net sales were $3,745.2 million in Q2 23’ versus $3,910.6 million in Q2 22’.

Operating income of $601.0 million in 2Q23 compared to $719.6 million in 2Q22.

For the 6M 23’ period net earnings were $869.7 million, compared to $1,021.2 million in 6M 22’.

Gross profit of $1,332.5 million in Q2 FY23 compared to $1,412.3 million in Q2 FY22.
`;
  it("are read with their year", () => {
    expect(failures(text)).toEqual([]);
  });

  it.each([
    ["3,910.6", "3,901.6"],
    ["719.6 million", "791.6 million"],
    ["1,412.3 million in Q2 FY22", "1,421.3 million in Q2 FY22"],
  ])("are those that a slip is found in: %s", (right, wrong) => {
    expect(failures(text.replace(right, wrong))).toHaveLength(1);
  });

  it("say nothing where it is not certain that they are years", () => {
    expect(
      failures("Net sales were $3,745.2 million in Q2 23 versus $3,910.6 million in Q2 22 in our stores.\n"),
    ).toEqual([]);
    expect(
      failures("Net sales of $3,745.2 million in the quarter versus $3,910.6 million in the quarter.\n"),
    ).toEqual([]);
  });
});

describe("a calendar year", () => {
  const release = `Gannet Freight, Inc.

Revenues for the fourth quarter of 2024 increased by 23.3% to $373.7 million compared to $303.2 million in the fourth quarter of 2023.

Operating income increased to $41.3 million compared to $28.0 million in the fourth quarter of 2023.

Net income of $35.0 million compared to $25.9 million in the fourth quarter of 2023.

Operating expenses of $332.4 million compared to $275.2 million in the fourth quarter of 2023.

STATEMENTS OF INCOME (in thousands)

\tThree Months Ended December 31,
\t2024\t2023
Revenues\t$373,723\t$303,152
Operating expenses\t332,431\t275,156
Operating income\t41,292\t27,996
Net income\t34,965\t25,894
`;
  const check = (text: string) => checkFiling(new TextEncoder().encode(text), { path: "freight.txt" });

  it("is the filing's own, though it names the year before more often", () => {
    expect(check(release).checks).toEqual([]);
    expect(check(release).figures.inText?.tied).toBeGreaterThanOrEqual(8);
  });

  it("tells a slip in what it is compared with", () => {
    expect(check(release.replace("to $303.2", "to $302.3")).checks.length).toBeGreaterThanOrEqual(1);
  });
});
