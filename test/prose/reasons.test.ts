import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const tables = `
CONSOLIDATED STATEMENTS OF OPERATIONS (in millions)

\tYear ended December 31,
\t2024\t2023
Revenues\t$ 4,823.1\t$ 4,690.6
Operating loss\t(312.4)\t(118.7)
Net loss\t$ (402.6)\t$ (171.2)

CONSOLIDATED STATEMENTS OF CASH FLOWS (in millions)

\tYear ended December 31,
\t2024\t2023
Net cash used in financing activities\t$ (561.8)\t$ (237.4)
Dividends paid\t(548.1)\t(221.0)
`;

const told = (text: string): string[] =>
  checkFiling(
    new TextEncoder().encode(`Heron Shipping Corporation\n\nFiscal Year 2024\n\n${text}\n${tables}`),
    {
      path: "heron.txt",
    },
  )
    .checks.filter(({ status }) => status === "fail")
    .map(({ message }) => message);

const said = `Revenues were $4,823.1 million in 2024 compared to $4,690.6 million in 2023.

Operating loss was $312.4 million in 2024 compared to $118.7 million in 2023.`;

describe("a number among reasons", () => {
  it.each([
    [
      "driven by",
      "Net cash used in financing activities in 2024 was primarily driven by dividends of $558.1 million.",
    ],
    [
      "resulting in",
      "Net cash used in financing activities in 2024 was mainly due to repairs, resulting in outlays of $567.8 million.",
    ],
    ["another change", "The net loss grew due to the increase of our operating loss of $372.4 million."],
    [
      "another line's level",
      "In 2024, revenues increased 2.8%, driven by ferry revenues up $36 million to $4,832.1 million.",
    ],
    ["a part in brackets", "Net loss in 2024 (including impairments of $206.4 million) was $402.6 million."],
  ])("is of what is named before it: %s", (_, text) => {
    expect(told(`${said}\n\n${text}`)).toEqual([]);
  });

  it("where the sentence takes up its subject again it is of that", () => {
    const text =
      "In 2024, net loss increased by $231.4 million, due to higher fuel prices, to $402.6 million.";
    expect(told(`${said}\n\n${text}`)).toEqual([]);
    expect(told(`${said}\n\n${text.replace("402.6", "420.6")}`)).toHaveLength(1);
  });

  it("the clause of a reason has a subject of its own", () => {
    const text = "In 2024, costs rose due to repairs, and net loss was $402.6 million.";
    expect(told(`${said}\n\n${text.replace("402.6", "420.6")}`)).toHaveLength(1);
  });
});

describe("a change on another basis", () => {
  it.each([
    [
      "in constant currency",
      "Revenues were $4,823.1 million in 2024, up 2.8% in USD and up 7.8% in constant currency from $4,690.6 million in 2023.",
    ],
    [
      "organic",
      "Revenues were $4,823.1 million in 2024, an increase of 2.8% from $4,690.6 million in 2023, reflecting organic growth of 3.8%.",
    ],
  ])("is not of the amounts: %s", (_, text) => {
    expect(told(text)).toEqual([]);
    expect(told(text.replace("2.8%", "2.3%"))).toHaveLength(1);
  });
});
