import { describe, expect, it } from "vitest";
import { checkFiling } from "../../src/run.ts";

const check = (text: string) => checkFiling(new TextEncoder().encode(text), { path: "report.md" });

/** A maker of clocks, in its own words: the title says from which day to which, and a raised mark stands behind a year. */
const clocks = `**Income statement**

JANUARY 1 TO DECEMBER 31

| €m | Note | 2023¹ | 2024 |
| --- | --- | --- | --- |
| Revenue | 4 | 612 | 655 |
| Material expense | 5 | -240 | -251 |
| Staff costs | 6 | -198 | -207 |
| Profit from operating activities | | 174 | 197 |
| Income taxes | 7 | -51 | -58 |
| Consolidated net profit for the period | | 123 | 139 |

**Balance sheet**

| €m | Note | Dec. 31, 2023 | Dec. 31, 2024 |
| --- | --- | --- | --- |
| Inventories | 11 | 88 | 93 |
| Receivables | 12 | 140 | 151 |
| Cash | 13 | 72 | 80 |
| TOTAL ASSETS | | 300 | 324 |
`;

/** A maker of lenses: the column of notes has no header, and a line may have two. */
const lenses = `Consolidated balance sheets in millions of EUR
as of December 31,

|  |  | 2023 | 2024 |
| --- | --- | --- | --- |
| Property, plant and equipment | 2 10 | 431 | 447 |
| Goodwill | 2 11 | 212 | 212 |
| Deferred tax assets | 8 | 35 | 31 |
| Total non-current assets |  | 678 | 690 |
| Inventories |  | 154 | 149 |
| Receivables | 13, 15 | 201 | 222 |
| Cash | 16 | 67 | 71 |
| Total current assets |  | 422 | 442 |
| Total assets |  | 1,100 | 1,132 |
`;

describe("statements of European reports", () => {
  it.each([
    ["from one day to another", clocks, 20],
    ["notes below no header", lenses, 18],
  ])("%s are read whole", async (_, text, figures) => {
    const report = await check(text);
    expect(report.checks.filter(({ status }) => status === "fail" || status === "warn")).toEqual([]);
    expect(report.figures).toMatchObject({ printed: figures, tied: figures });
  });

  it("end on the second day that the title names", async () => {
    expect((await check(clocks)).periods).toContain("2024-01-01/2024-12-31");
  });
});
