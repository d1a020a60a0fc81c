import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

const statusOf = async (text: string): Promise<string> =>
  (await checkFiling(new TextEncoder().encode(text), { path: "x.txt" })).status;

/** A schedule that adds up, and no statement. */
const schedule = `Harbour Tools Inc.
ALLOWANCES (in thousands)

\tDecember 31, 2024\tDecember 31, 2023
North\t1,204\t1,310
South\t2,310\t2,044
Total allowances\t3,514\t3,354
`;
/** Figures that nothing else determines, in a list or in sentences. */
const list = Array.from({ length: 60 }, (_, i) => `Fee ${i + 1}\t${1_000 + i * 37}`).join("\n");

describe("a file of which hardly a figure was checked is not passed", () => {
  test("the schedule alone is checked", async () => expect(await statusOf(schedule)).toBe("pass"));

  test("beside a long list of others it is incidental", async () =>
    expect(await statusOf(`${schedule}\nFEES\n\n\t2024\n${list}\n`)).toBe("unrecognized"));
});
