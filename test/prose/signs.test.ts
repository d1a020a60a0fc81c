import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const tables = `
CONSOLIDATED STATEMENTS OF INCOME (in thousands)

\tYear ended December 31,
\t2024\t2023
Revenues\t$ 48,231\t$ 41,906
Cost of revenues\t28,344\t22,472
Income from unconsolidated entities\t(3,107)\t(2,884)
Total costs\t25,237\t19,588
Adjusted EBITDA\t$ (4,112)\t$ 1,310

CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)

\tYear ended December 31,
\t2024\t2023
Net cash provided by operating activities\t$ 11,340\t$ 10,215
Net cash (used in) provided by investing activities\t(6,418)\t1,203
Net cash used by financing activities\t(2,611)\t(8,117)
Net increase in cash\t2,311\t3,301
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

describe("the words that say which way an amount goes", () => {
  const said = `Revenues were $48.2 million in 2024 compared to $41.9 million in 2023.

Net cash provided by operating activities was $11.3 million in 2024 compared to $10.2 million in 2023.

Net cash used by financing activities was $2.6 million in 2024.`;

  it.each([
    ["used by", said],
    ["used for", said.replace("used by", "used for")],
    ["applied to", said.replace("cash used by", "cash applied to")],
    ["a preposition that is missing", said.replace("used by", "used")],
  ])("%s is an outflow", (_, text) => {
    expect(told(text)).toEqual([]);
    expect(told(text.replace(/used by|used for|applied to|used(?= fin)/, "provided by"))).not.toEqual([]);
  });

  it("a heading that runs into its sentence says nothing of it", () => {
    const text = `${said}

Cash Provided by Investing Activities In 2024, net cash used in investing activities was $6.4 million.

Net Cash (Used in) Provided by Investing Activities Net cash used in investing activities in 2024 was $6.4 million.`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("in 2024 was $6.4", "in 2024 was $4.6"))).toHaveLength(1);
  });

  it("an amount may be called a loss", () => {
    const text = `${said}\n\nAdjusted EBITDA was a loss of $4.1 million in 2024 compared to $1.3 million in 2023.`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("was a loss of", "was"))).toHaveLength(1);
  });

  it("income in brackets throughout stands in a list of expenses", () => {
    const text = `${said}\n\nIncome from unconsolidated entities was $3.1 million in 2024 compared to $2.9 million in 2023.`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("$2.9", "$9.2"))).toHaveLength(1);
  });

  it("what is used consists of what was paid", () => {
    const text = `${said}\n\nCash used in the northern yard in 2024 was $7.0 million consisting of berths of $6.5 million and cranes of $0.5 million.`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("$6.5", "$5.6"))).toHaveLength(1);
  });
});
