/** Figures and dates that cannot be: the filing around them is read all the same. */
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

const check = (text: string) => checkFiling(new TextEncoder().encode(text), { path: "x.txt" });

const balance = (date: string): string => `Tern Ferries Limited
BALANCE SHEETS (in thousands)
\t${date}\tDecember 31, 2022
\tRMB\tRMB
Cash\t100\t90
Other\t200\t110
Total assets\t300\t200
`;

describe("a date that is none", () => {
  test.each([
    "December 00, 2023",
    "0 December 2023",
    "December 45, 2023",
    "00.12.2023",
    "31.13.2023",
    "31/0/2023",
    "999999999 months ended December 31, 2023",
    "0 months ended December 0, 2023",
    "Q0 2023",
    "Q9 2023",
  ])("%s", async (date) => {
    const { status, checks } = await check(balance(date));
    expect(["pass", "unrecognized"]).toContain(status);
    expect(checks.filter((each) => each.status === "fail")).toEqual([]);
  });

  test("what cannot be added up is found below it, too", async () => {
    const { checks } = await check(balance("December 00, 2023").replace("300", "310"));
    expect(checks.filter(({ status }) => status === "fail")).toHaveLength(1);
  });
});

const perShare = (shares: string, said = ""): string => `Tern Ferries Limited
${said}
STATEMENTS OF OPERATIONS
\tYear ended December 31, 2023\tYear ended December 31, 2022\tYear ended December 31, 2021
\tUSD\tUSD\tUSD
Net loss\t(3,944)\t(216,060)\t(74,261)
Net loss per share, basic and diluted\t(0.01)\t(0.22)\t(0.07)
Weighted average number of common shares outstanding, basic and diluted\t${shares}\t1,000,000\t1,000,000
`;

describe("nothing is divided by nothing", () => {
  test.each(["0", "0.0", "0,000,000", "-", "(0)", "1,000,000"])("%s shares", async (shares) => {
    const { status, checks } = await check(perShare(shares));
    expect(status).not.toBe("unreadable");
    expect(checks.filter((each) => each.status === "fail" && each.rule === "per-share")).toEqual([]);
  });

  test.each([
    "Amounts are translated at RMB0.0000 to US$1.00.",
    "Each ADS represents 0 ordinary shares.",
    `Each ADS represents ${"9".repeat(400)} ordinary shares.`,
    "Net loss decreased by 98.2% from US$0 to US$0, compared with US$0 in 2022, an increase of 100%.",
    "Gross margin was 0.0%, compared with 0.0% of total revenues of US$0.",
  ])("%s", async (said) => {
    expect((await check(perShare("1,000,000", said))).status).not.toBe("unreadable");
  });
});
