import { describe, expect, test } from "vitest";
import { findingSentence } from "../../src/report/finding-sentence.ts";
import { checkFiling } from "../../src/run.ts";

/** Findings of a filing in markdown, read as one. */
async function read(text: string): Promise<string[]> {
  const report = await checkFiling(new TextEncoder().encode(text), { path: "x.md" });
  return report.checks.map((check) => `${check.rule} ${check.status} ${findingSentence(check)}`);
}

describe("right tables in markdown that look wrong", () => {
  test("balances, interest and rates whose lines lost their empty cells", async () => {
    const text = `# Harbour Bancorp

AVERAGE BALANCES AND RATES (in thousands)

| | 2024 | 2023 | 2022 |
|---|---|---|---|
| | Balance | Interest | Yield/Rate | Balance | Interest | Yield/Rate | Balance | Interest | Yield/Rate |
| Loans | $ | 1,379,117 | $ | 66,187 | 4.80 | % | $ | 1,362,688 | $ | 74,772 | 5.49 | % | $ | 1,401,656 | $ | 70,492 | 5.03 | % |
| Securities | 293,495 | 9,143 | 3.12 | % | 253,728 | 8,113 | 3.20 | % | 260,482 | 6,234 | 2.39 | % |
| Deposits with banks | 86,201 | 1,560 | 1.81 | % | 77,061 | 820 | 1.06 | % | 70,906 | 1,061 | 1.50 | % |
| Total interest-earning assets | 1,758,813 | 76,890 | 4.37 | % | 1,693,477 | 83,705 | 4.94 | % | 1,733,044 | 77,787 | 4.49 | % |
| Cash | 34,273 | 82,462 | 24,824 |
| Allowance for credit losses | (13,816 | ) | (9,878 | ) | (9,163 | ) |
| Other assets | 70,154 | 71,715 | 80,425 |
| Total assets | $ | 1,849,424 | $ | 1,837,776 | $ | 1,829,130 |
| Savings | 600,000 | 6,000 | 1.00 | % | 600,000 | 6,000 | 1.00 | % | 600,000 | 6,000 | 1.00 | % |
| Advances | 200,000 | 6,000 | 3.00 | % | 200,000 | 6,000 | 3.00 | % | 200,000 | 6,000 | 3.00 | % |
| Total interest-bearing liabilities | 800,000 | 12,000 | 1.50 | % | 800,000 | 12,000 | 1.50 | % | 800,000 | 12,000 | 1.50 | % |
| Net interest rate spread | 2.87 | % | 3.44 | % | 2.99 | % |
`;
    expect(await read(text)).toEqual([]);
    expect(await read(text.replace("253,728", "253,782"))).toHaveLength(1);
  });

  test("a share whose amounts stand below the header of a change, and ratios", async () => {
    expect(
      await read(`# Harbour Tools Inc.

RESULTS (in millions)

| | Year ended 2024 | % of sales | (Decrease) in US$ | % of sales |
|---|---|---|---|---|
| Licences | 3,769 | 33% | 3,869 | 35% |
| Support | 4,695 | 42% | 4,302 | 39% |
| Hardware | 1,466 | 13% | 1,431 | 13% |
| Services | 1,390 | 12% | 1,345 | 12% |
| Total sales | 11,320 | 100% | 10,947 | 100% |

| | 2024 | 2023 |
|---|---|---|
| Current assets | 1,204 | 1,377 |
| Current ratio | 2.1:1 | 2.5:1 |
`),
    ).toEqual([]);
  });

  test("a column that numbers the lines, a row that numbers the columns", async () => {
    const text = `# Harbour Tools Limited

(₹ in Lakhs)

|S.No.|Particulars|Quarter ended||
|-|-|-|-|
|||31-Dec-25|31-Dec-24|
|||(1)|(2)|
|||Unaudited|Unaudited|
|1|Income|||
||Sales|6,010.49|6,907.96|
||Other income|147.06|149.92|
||Total income|6,157.55|7,057.88|
|2|Expenses|||
||Materials|3,828.75|4,572.60|
||Wages|1,907.66|2,088.18|
||Total expenses|5,736.41|6,660.78|
|3|Profit before exceptional items|421.14|397.10|
|4|Exceptional items|-|13.97|
|5|Profit before tax|421.14|411.07|
`;
    expect(await read(text)).toEqual([]);
    expect(await read(text.replace("4,572.60", "4,527.60"))).toHaveLength(1);
  });

  test("statements as tables of markup, between pipes and text", async () => {
    const text = `# Harbour Tools Limited

## Consolidated results (RMB in thousands)

<table>
<tr><th rowspan="2"></th><th colspan="2">Year ended December 31,</th></tr>
<tr><th>2024</th><th>2023</th></tr>
<tr><td>Revenue</td><td>9,412</td><td>8,017</td></tr>
<tr><td>Cost of revenue</td><td>(6,108)</td><td>(5,311)</td></tr>
<tr><td>**Gross profit**</td><td>**3,304**</td><td>**2,706**</td></tr>
</table>

Revenue was RMB9,412 thousand in 2024.

| Revenue by product | 2024 | 2023 |
|---|---|---|
| Tools | 7,208 | 6,120 |
| Parts | 2,204 | 1,897 |
| Total | 9,412 | 8,017 |
`;
    expect(await read(text)).toEqual([]);
    expect(await read(text.replace("(5,311)", "(5,131)"))).toEqual([
      "gross-profit fail Cost of revenue, FY2023 CNY: printed (5,131), recomputed (5,311) (difference +180)",
    ]);
    expect(await read(text.replace("1,897", "1,987"))).toHaveLength(1);
  });

  test("dates with dots head columns, and days are no figures", async () => {
    const text = `Harbour Refinery Limited
STATEMENT OF FINANCIAL RESULTS (in thousands)

|No|Particulars|31.12.2025|30.09.2025|31.12.2024|
|-|-|-|-|-|
|I|Revenue from operations|19438|20033|15683|
|II|Other income|29|16|14|
|III|Total income (I+II)|19467|20049|15697|
`;
    expect(await read(text)).toEqual([]);
    expect(await read(text.replace("19467", "19476"))).toHaveLength(1);
  });

  test("amounts in millions beside their translation in thousands, each rounded for itself", async () => {
    const text = `# Harbour Optics Corporation

Statement of financial position

| | Millions of Yen (As at 31 Mar 2023) | Millions of Yen (As at 31 Mar 2024) | Thousands of U.S. Dollars (As at 31 Mar 2024) |
|---|---|---|---|
| **CURRENT LIABILITIES** | | | |
| Short-term debt | 8,585 | 8,649 | 57,126 |
| Trade payables | 64,621 | 67,771 | 447,597 |
| Income tax payables | 21,546 | 23,349 | 154,211 |
| Provisions | 1,558 | 1,705 | 11,258 |
| Other current liabilities | 59,394 | 67,291 | 444,432 |
| **Subtotal** | **155,703** | **168,766** | **1,114,624** |
| Held for sale | 132 | 64 | 421 |
| **Total current liabilities** | **155,835** | **168,830** | **1,115,045** |
`;
    expect(await read(text)).toEqual([]);
    const [slip, ...others] = await read(text.replace("67,771", "67,716"));
    expect(others).toEqual([]);
    expect(slip).toContain("difference +56");
  });
});
