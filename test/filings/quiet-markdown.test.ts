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
});
