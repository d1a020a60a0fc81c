import { describe, expect, it } from "vitest";
import { checkFiling } from "../../src/run.ts";

/** A maker of boats that prints the year before in brackets, in its own words. */
const tables = `
| EUR million | 7–9/2024 | 7–9/2023 | Change % | 1–9/2024 | 1–9/2023 | Change % |
| --- | --- | --- | --- | --- | --- | --- |
| Orders received | 41.7 | 38.2 | 9.2% | 130.4 | 118.6 | 9.9% |
| Net sales | 44.9 | 47.3 | -5.1% | 139.5 | 141.2 | -1.2% |
| Operating result | 3.8 | 2.9 | 31.0% | 9.6 | 11.4 | -15.8% |
| Operating margin, % | 8.5% | 6.1% |  | 6.9% | 8.1% |  |
`;

const sound = `# Gull Boats interim report January–September 2024

**JULY–SEPTEMBER 2024 IN BRIEF**

* Orders received totaled EUR 41.7 (38.2) million
* Net sales totaled EUR 44.9 (47.3) million
* The operating result was EUR 3.8 (2.9) million

**JANUARY–SEPTEMBER 2024 IN BRIEF**

* Orders received totaled EUR 130.4 (118.6) million
* Net sales decreased by 1.2% to EUR 139.5 (141.2) million
* The operating result was EUR 9.6 (11.4) million, i.e. 6.9 (8.1)% of net sales

**OUTLOOK FOR 2025**

Net sales were EUR 139.5 million, compared to EUR 150.0 million a year earlier at the yards since sold.
`;

const check = (text: string) =>
  checkFiling(new TextEncoder().encode(`${text}${tables}`), { path: "gull.md" });

async function findings(text: string): Promise<string[]> {
  const { checks } = await check(text);
  return checks
    .filter(({ status }) => status === "fail" || status === "warn")
    .map(({ place, message }) => `${place.line} ${message}`);
}

describe("reports with the year before in brackets", () => {
  it("are silent where they are right, and their sentences are checked", async () => {
    expect(await findings(sound)).toEqual([]);
    expect((await check(sound)).figures.inText?.tied).toBeGreaterThanOrEqual(12);
  });

  it.each([
    [
      "an amount",
      "EUR 44.9 (47.3)",
      "EUR 49.4 (47.3)",
      "6 Net sales, Q3 2024: the sentence says EUR49.4 million",
    ],
    [
      "an amount in brackets",
      "EUR 3.8 (2.9)",
      "EUR 3.8 (2.5)",
      "7 operating result, Q3 2023: the sentence says 2.5",
    ],
    [
      "of the year so far",
      "EUR 130.4 (118.6)",
      "EUR 130.4 (116.8)",
      "11 Orders received, 9m to 2023-09-30: the sentence says 116.8",
    ],
  ])("name %s", async (_, from, to, expected) => {
    expect((await findings(sound.replace(from, to))).join("\n")).toContain(expected);
  });
});
