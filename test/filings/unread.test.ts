import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

async function found(text: string, path = "x.txt"): Promise<string[]> {
  const report = await checkFiling(new TextEncoder().encode(text), { path });
  return report.checks.map(({ rule, status, result }) => `${rule} ${status} ${result?.raw} :${result?.line}`);
}

const receivables = `Harbour Tools Inc.
RECEIVABLES (in thousands)

\tDec 31, 2023\tDec 31, 2024
Trade\t205,377\t231,094
Value-added tax\t41,206\t38,115
Less: allowance\t(14,310)\t(15,529)
Total receivables\t232,273\t253,680
`;

describe("what cannot be read and is no damage", () => {
  test("numbers of notes behind the figures, which rise, are no figure cut off", async () => {
    const text = `Harbour Tools Inc.
CONSOLIDATING DATA (in thousands)

| | Consolidated | Tools | Finance | Adjustments | |
|---|---|---|---|---|---|
| Cash | 6,526 | 5,662 | 864 | — | |
| Receivables | 9,135 | 3,734 | 5,435 | (34) | 1,2 |
| Inventories | 15,038 | 15,038 | — | — | |
| Other assets | 2,355 | 1,780 | 701 | (126) | 4,7 |
| Total assets | 33,054 | 26,214 | 7,000 | (160) | |
`;
    expect(await found(text, "x.md")).toEqual([]);
    const { figures } = await checkFiling(new TextEncoder().encode(text), { path: "x.md" });
    expect(figures).toMatchObject({ printed: 17, damaged: 0 });
    expect(await found(text.replace("| 864 |", "| 86,4 |"), "x.md")).toHaveLength(1);
  });

  test("a bracket that is closed behind words in the next cell", async () => {
    const text = `Harbour Tools Inc.
SEGMENT PROFIT (in thousands)

| | 2024 | 2023 | Change | |
|---|---|---|---|---|
| Segment profit | 1,057 | 1,142 | (85 | ) |
| Segment margin | 17.3% | 19.1% | (1.8 | pts) |
| Other profit | 1,204 | 1,377 | (173 | ) |
| Other margin | 27.0% | 31.6% | (4.6 | )pp |
`;
    expect(await found(text, "x.md")).toEqual([]);
  });

  test("a bracket that stands on the next line was wrapped, one that stands nowhere was lost", async () => {
    const wrapped = `Harbour Tools Inc.
The result:

| | 2023 | 2024 |
|---|---|---|
| Trade | 205,377 | 231,094 |
| Allowance | (14,310) | (15,529 |
| ) |
| Deposits | 12,708 | 13,960 |
`;
    expect((await found(wrapped, "x.md")).filter((line) => line.startsWith("malformed"))).toEqual([]);
    expect(await found(receivables)).toEqual([]);
    expect(await found(receivables.replace("(15,529)", "(15,529"))).toEqual([
      "malformed-figure warn (15,529 :7",
    ]);
  });

  test("a point in an amount that is less than one, or has a comma as well, is no misread comma", async () => {
    const text = `Harbour Tools Inc.
STATEMENTS OF INCOME (in thousands)

\t2023\t2024
Revenue\t205,377\t231,094
Costs\t(141,206)\t(138,115)
Operating income\t64,171\t92,979
Income tax\t(14,310)\t(15,529)
Net income\t49,861\t77,450
Basic and diluted\t0.02\t3
Paid-in capital of subsidiaries, in full\t99,759.58\t100,000
`;
    expect(await found(text)).toEqual([]);
    expect(await found(text.replace("231,094", "231.094"))).toHaveLength(1);
  });

  test("lines that differ in a column of words only are not one line printed twice", async () => {
    expect(
      await found(`Harbour Tools Inc.
OPTIONS OUTSTANDING

\tPrice\tExercisable\tJan 1, 2024\tLapsed\tDec 31, 2024
21/5/2018\t12.12\t1/5/2019–30/4/2021\t2,000\t(2,000)\t—
21/5/2018\t12.12\t1/5/2020–30/4/2022\t2,000\t—\t2,000
21/5/2018\t12.12\t1/5/2021–30/4/2023\t2,000\t—\t2,000
21/5/2018\t12.12\t1/5/2022–30/4/2024\t2,000\t—\t2,000
13/7/2019\t2.86\t1/1/2020–31/12/2022\t1,250\t(250)\t1,000
Total\t\t\t9,250\t(2,250)\t7,000
`),
    ).toEqual([]);
  });

  test("numbers torn by narrow cells are said once a table", async () => {
    const text = `Harbour Tools Inc.
RESULTS (in thousands)

| | 2023 | 2024 |
|---|---|---|
| Revenue of the | 9 | 8 |
| year | ,443,312 | ,689,406 |
| Costs of the | 7 | 7 |
| year | ,460,676 | ,016,860 |
| Staff | 120 | 131 |
| Rent | 14 | 16 |
| Total | 134 | 147 |
`;
    expect(await found(text, "x.md")).toEqual(["malformed-figure warn ,443,312 :7"]);
  });
});

test("a sentence rounds on its own, however exactly the amounts of other sentences tie", async () => {
  const text = `Harbour Tools Inc.
DEPOSITS (in millions)

\tDec 31, 2023\tDec 31, 2024
Savings deposits\t278,966\t291,114
Time deposits\t32,853\t22,853
Demand deposits\t10,000\t18,400
Foreign deposits\t5,000\t6,100
Other deposits\t1,000\t4,200
Total deposits\t327,819\t342,667

Time deposits decreased $10.0 billion. Demand deposits increased $8.4 billion. Foreign deposits increased $1.1 billion. Other deposits increased $3.2 billion. Savings deposits increased $12.1 billion from December 31, 2023.
`;
  expect(await found(text)).toEqual([]);
});
