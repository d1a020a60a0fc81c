import { describe, expect, it } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const tables = `
CONSOLIDATED STATEMENTS OF OPERATIONS (in millions)

\tThree months ended June 30,\t\tSix months ended June 30,
\t2024\t2023\t2024\t2023
Revenues\t$ 823.1\t$ 690.6\t$ 1,604.3\t$ 1,322.8
Selling expenses\t140.8\t120.4\t260.5\t231.7
Depreciation\t61.4\t48.2\t118.9\t97.3
Income before taxes\t137.9\t235.1\t316.5\t432.2
Income tax expense\t35.3\t63.9\t84.6\t91.7
Net income\t$ 102.6\t$ 171.2\t$ 231.9\t$ 340.5
Effective tax rate\t25.6%\t27.2%\t26.7%\t21.2%

CONSOLIDATED BALANCE SHEETS (in millions)

\tJune 30, 2024\tDecember 31, 2023
Trade receivables\t$ 412.7\t$ 388.1
Total assets\t$ 2,204.8\t$ 2,161.5
`;

const check = (text: string): FileReport =>
  checkFiling(
    new TextEncoder().encode(
      `Heron Shipping Corporation\n\nSecond Quarter 2024\n\nRevenues were $823.1 million compared to $690.6 million in the second quarter of 2023. Selling expenses were $140.8 million compared to $120.4 million in the second quarter of 2023.\n\n${text}\n${tables}`,
    ),
    { path: "heron.txt" },
  );

const told = (text: string): string[] =>
  check(text)
    .checks.filter(({ status }) => status === "fail")
    .map(({ message }) => message);

describe("which number of a sentence is of which period", () => {
  it("two moves have two ends each, and periods that a comparison lists are its own", () => {
    const text =
      "Our effective tax rate decreased from 27.2% to 25.6% in the three months ended June 30, 2024 and increased from 21.2% to 26.7% in the six months ended June 30, 2024 as compared to the three and six months ended June 30, 2023, respectively.";
    expect(told(text)).toEqual([]);
  });

  it("three- and six-month periods of one end are two", () => {
    const text =
      "Our effective tax rate was 25.6% and 26.7% for the three- and six-month periods ended June 30, 2024.\n\nOur effective tax rate was 27.2% and 21.2% for the three- and six-month periods ended June 30, 2023.";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("26.7%", "27.6%"))).toHaveLength(1);
  });

  it("the second of two changes told together is from what the sentence does not say", () => {
    const text =
      "Revenues were $823.1 million and $690.6 million for the three months ended June 30, 2024 and 2023, respectively, representing growth of 19% and 13%, respectively.";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("19%", "91%"))).toHaveLength(1);
  });

  it("a bracket holds the amount of another period, and dates nothing behind it", () => {
    const text =
      "In the three months ended June 30, 2024, net income included charges as follows: depreciation of $61.4 million ($48.2 million in the second quarter of 2023), income tax expense of $35.3 million ($63.9 million in the second quarter of 2023).";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("48.2", "42.8"))).toHaveLength(1);
  });

  it("the day before what it is compared with is that of the present", () => {
    const text =
      "Trade receivables increased to $412.7 million from $388.1 million at June 30, 2024 compared to 2023.";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("388.1", "383.1"))).toHaveLength(1);
  });

  it("what a subsidiary had is no line of the group's", () => {
    const text =
      "In the three months ended June 30, 2024, our wholly owned subsidiary, Tern Title, had income before taxes of $13.9 million.";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("our wholly owned subsidiary, Tern Title,", "we"))).toHaveLength(1);
  });

  it("a paragraph goes on about the period that it has named", () => {
    const text = `Six months ended June 30, 2024

Depreciation was $61.4 million in the second quarter of 2024 mainly due to new ferries and to repairs of the northern piers,

Berths and cranes. This was partially offset by income tax expense of $35.3 million.`;
    expect(told(text)).toEqual([]);
    expect(check(text).figures.inText?.tied).toBe(6);
  });

  it("a cell that one number of the sentence is, another is not", () => {
    const text =
      "During the three and six months ended June 30, 2024, we recorded harbour dues of $0 and depreciation of $118.9 million, and depreciation of $0 in the six months ended June 30, 2024.";
    expect(told(text)).toEqual([]);
  });

  it("a margin is of the revenue of its own statement", () => {
    const text = "In the second quarter of 2024 net margin was 12.5%.";
    const associate = `${text}

SUMMARY OF OUR ASSOCIATE (in millions)

\tThree months ended June 30,
\t2024\t2023
Total revenues\t$ 90.2\t$ 81.1
Costs\t80.2\t72.2`;
    expect(told(associate)).toEqual([]);
    expect(told(associate.replace("12.5%", "15.2%"))).toHaveLength(1);
  });
});
