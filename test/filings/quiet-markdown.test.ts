import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

/** Findings of a filing in markdown, read as one. */
async function read(text: string): Promise<string[]> {
  const report = await checkFiling(new TextEncoder().encode(text), { path: "x.md" });
  return report.checks.map((check) => `${check.rule} ${check.status} ${check.message}`);
}

describe("right tables in markdown that look wrong", () => {
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
