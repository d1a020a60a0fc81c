import { expect, test } from "vitest";
import { checkFiling } from "../../../src/run.ts";

/** As a converter prints it that knows no cells over several columns. */
const repeated = `Harbour Tools Inc.

Balance sheets

|  |  | December 31, 2024 | December 31, 2024 | December 31, 2023 | December 31, 2023 |
| --- | --- | --- | --- | --- | --- |
| Cash and cash equivalents | Cash and cash equivalents | $ | 1,204 | $ | 1,310 |
| Receivables | Receivables | 2,310 | 2,310 | 2,044 | 2,044 |
| Inventories | Inventories | 811 | 811 | 790 | 790 |
| Total assets | Total assets | $ | 4,325 | $ | 4,144 |
`;

const check = (text: string) => checkFiling(new TextEncoder().encode(text), { path: "x.md" });

test("contents that a converter repeats over several cells are read once", async () => {
  const { status, figures } = await check(repeated);
  expect({ status, figures }).toMatchObject({ status: "pass", figures: { printed: 8, tied: 8 } });
});

test("a slip among them is found", async () => {
  const { checks } = await check(repeated.replace("2,310 | 2,310", "2,130 | 2,130"));
  const suspects = checks.flatMap(({ diagnosis }) => diagnosis?.suspects ?? []);
  expect(checks.map(({ status, difference }) => [status, difference])).toEqual([["fail", "180"]]);
  expect(suspects.map(({ raw }) => raw)).toContain("2,130");
});

test("equal figures beside each other stay two where captions stand once", async () => {
  const plain = `Harbour Tools Inc.

| | December 31, 2024 | December 31, 2023 |
| --- | --- | --- |
| Cash | 1,204 | 1,204 |
| Receivables | 2,310 | 2,310 |
| Inventories | 811 | 811 |
| Total assets | 4,325 | 4,325 |
`;
  expect((await check(plain)).figures).toMatchObject({ printed: 8, tied: 8 });
});
