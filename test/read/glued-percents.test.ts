import { describe, expect, it } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../../src/run.ts";

const check = async (text: string, path: string): Promise<FileReport> =>
  checkFiling(new TextEncoder().encode(text), { path });

const csv = `"(in millions)","2023 % of sales","2022 % of sales"
"Net sales","1,204.0 100.0%","1,100.0 100.0%"
"Cost of goods sold","722.4 60.0%","671.0 61.0%"
"Gross profit","481.6 40.0%","429.0 39.0%"
"Selling expenses","240.8 20.0%","231.0 21.0%"
"Operating income","240.8 20.0%","198.0 18.0%"
`;

const markdown = `| (in millions) | 2023 % of sales | 2022 % of sales |
|---|---|---|
| Net sales | 1,204.0 100.0% | 1,100.0 100.0% |
| Cost of goods sold | 722.4 60.0% | 671.0 61.0% |
| Gross profit | 481.6 40.0% | 429.0 39.0% |
| Selling expenses | 240.8 20.0% | 231.0 21.0% |
| Operating income | 240.8 20.0% | 198.0 18.0% |
`;

describe("amounts and percentages in one cell", () => {
  it.each([
    ["CSV", csv, "table.csv"],
    ["Markdown", markdown, "table.md"],
  ])("are two columns in %s", async (_, text, path) => {
    const { status, figures } = await check(text, path);
    expect(status).toBe("pass");
    expect(figures).toMatchObject({ printed: 20, tied: 20 });
  });

  it("are at their own places", async () => {
    const wrong = csv.replace('240.8 20.0%","198', '240.8 21.0%","198');
    const [first] = (await check(wrong, "table.csv")).checks;
    expect(first?.message).toContain("printed 21.0%, recomputed 20.0%");
    expect(first?.place).toMatchObject({ line: 6, column: 27 });
  });

  it("are left as they are where only a cell or two look so", async () => {
    const few = markdown.replace(/(\d) (\d+\.\d%)/g, (found, a: string, b: string) =>
      b.startsWith("100") ? found : a,
    );
    const { figures } = await check(few, "table.md");
    expect(figures.printed).toBeLessThan(20);
  });
});
