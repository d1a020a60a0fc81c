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
});
