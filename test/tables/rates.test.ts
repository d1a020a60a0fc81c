import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const encoder = new TextEncoder();

function broken(filing: string): string[] {
  const report = checkFiling(encoder.encode(filing), { path: "filing.txt", all: true });
  return report.checks
    .filter(({ status, grade }) => status !== "skip" && grade === "broken")
    .map(({ rule, result }) => `${rule} ${result.raw}`);
}

/** Only the first line of a block of ratios has a percent sign, as only the first line of amounts has a mark of money. */
const quarters = (overhead: string, fees: string): string => `Aldermoor Limited
QUARTERLY TRENDS (in millions, except ratios)
\tThree Months Ended\t\t\t\tTwelve Months Ended
\tMar 31, 2024\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB\tRMB
Fees\t${fees}\t28,415\t40,118\t36,902\t136,642
Interest\t12,044\t12,310\t12,988\t13,571\t50,913
Commissions\t5,316\t4,902\t4,711\t4,850\t19,779
Rent\t5,011\t5,104\t5,090\t5,216\t20,421
Other income\t2,790\t2,640\t2,655\t2,601\t10,686
FINANCIAL RATIOS
Return on common equity\t18%\t23%\t19%\t15%\t19%
Return on assets\t1.29\t1.61\t1.42\t1.14\t1.37
Effective income tax rate\t20.9\t19.2\t20.0\t19.8\t20.0
Overhead ratio\t58\t58\t55\t58\t${overhead}
`;

describe("ratios without a percent sign", () => {
  it("do not add up over periods", () => {
    expect(broken(quarters("57", "31,207"))).toEqual([]);
  });

  it("leave the amounts above them to be added", () => {
    expect(broken(quarters("57", "31,702"))).toEqual([expect.stringContaining("period-sum")]);
  });
});

const segments = (total: string, hosting: string): string => `Aldermoor Limited
Allowance by kind of loan, December 31, 2024 (in millions, except ratios)
\tConsumer\tCards\tWholesale\tTotal
\tRMB\tRMB\tRMB\tRMB
Asset-specific\t348\t522\t529\t1,399
Portfolio-based\t3,030\t13,778\t5,490\t22,298
Total allowance\t${hosting}\t14,300\t6,019\t23,697
Retained loans\t302,392\t131,772\t514,478\t948,642
Commitments\t40,155\t2,204\t118,309\t160,668
Credit ratios
Allowance to retained loans\t1.12%\t10.85%\t1.17%\t2.50%
Allowance to nonaccrual loans\t50\t88\t200\t${total}
`;

describe("ratios in a table with a total column", () => {
  it("do not add up across", () => {
    expect(broken(segments("174", "3,378"))).toEqual([]);
  });

  it("leave the amounts above them to be added", () => {
    expect(broken(segments("174", "3,738"))).toContainEqual(expect.stringContaining("3,738"));
  });
});

const margins = (total: string): string => `Aldermoor Limited
Results by segment (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Gross profit:
Hosting\t241,440\t241,870
Licences\t1,720\t2,890
Total gross profit\t243,160\t244,760
Operating expenses:
Research\t62,870\t61,050
Selling\t43,310\t44,710
Total operating expenses\t${total}\t105,760
Gross margin:
Hosting\t43.1%\t38.3%
Licences\t1.8%\t2.3%
Total gross margin\t37.2%\t30.1%
`;

describe("margins of parts and of the whole", () => {
  it("do not add up", () => {
    expect(broken(margins("106,180"))).toEqual([]);
  });

  it("do not hide a total of amounts that is wrong", () => {
    expect(broken(margins("106,810"))).toEqual(["operating-result 106,810"]);
  });
});

const growth = (total: string): string => `Aldermoor Limited
Growth of revenue, 2024
\tHosting\tLicences\tTotal
Organic growth\t1%\t(8)%\t(3)%
Exchange effect\t2\t1\t1
Days effect\t2\t-\t2
Growth of revenue\t5%\t(7)%\t-%

Revenue by quarter, 2024 (RMB in millions)
\tHosting\tLicences\tTotal
January\t1,921\t1,204\t3,125
April\t1,984\t1,291\t${total}
July\t1,972\t1,280\t3,252
October\t1,996\t1,297\t3,293
November\t1,962\t1,242\t3,204
December\t1,933\t1,266\t3,199
`;

describe("effects on growth between the lines that they explain", () => {
  it("are percentages, and do not add up across", () => {
    expect(broken(growth("3,275"))).toEqual([]);
  });

  it("are told from amounts", () => {
    expect(broken(growth("3,257"))).toEqual(["cross-footing 3,257"]);
  });
});

describe("shares bought at an average price", () => {
  const equity = (end: string): string => `Aldermoor Limited
Statement of changes in equity (in millions)
\tCommon stock\tTreasury stock\tTotal
\tRMB\tRMB\tRMB
Balance at December 31, 2023\t1,082.1\t(1,044.6)\t37.5
Stock-based compensation\t18.6\t-\t18.6
Repurchase of 215 shares at an average price of RMB 139.50\t-\t(30.2)\t(30.2)
Balance at December 31, 2024\t1,100.7\t${end}\t25.9
`;

  it("are an amount of money and take part in the sum", () => {
    expect(broken(equity("(1,074.8)"))).toEqual([]);
    expect(broken(equity("(1,047.8)"))).not.toEqual([]);
  });
});

describe("rates as a local tax", () => {
  const costs = (rates: string, total: string): string => `Aldermoor Limited
Administrative expenses for the years ended December 31 (in millions)
\t2024\t2023
\tRMB\tRMB
Staff costs\t412\t398
Depreciation\t97\t88
${rates}\t61\t59
Total\t${total}\t545
`;

  it.each(["Rent and rates", "Rent, rates and insurance", "Business rates", "Water and rates"])(
    "are an amount: %s",
    (caption) => {
      expect(broken(costs(caption, "570"))).toEqual([]);
      expect(broken(costs(caption, "507"))).toEqual(["footing 507"]);
    },
  );
});
