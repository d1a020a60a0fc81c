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
* Net sales were EUR 139.5 (141.2) million in January–September 2024
* Net sales in Norway were EUR 5.1 (4.8) million and EUR 2.2 (2.0) million to the navy

**JANUARY–SEPTEMBER 2024 IN BRIEF**

* Orders received totaled EUR 130.4 (118.6) million
* Net sales decreased by 1.2% to EUR 139.5 (141.2) million
* The operating result was EUR 9.6 (11.4) million, i.e. 6.9 (8.1)% of net sales

**OUTLOOK FOR 2025**

Net sales were EUR 139.5 million, compared to EUR 150.0 million a year earlier at the yards since sold.
`;

const check = (text: string, beside: string) =>
  checkFiling(new TextEncoder().encode(`${text}${beside}`), { path: "report.md" });

async function findings(text: string, beside: string): Promise<string[]> {
  const { checks } = await check(text, beside);
  return checks.filter(({ status }) => status === "fail" || status === "warn").map(({ message }) => message);
}

describe("reports with the year before in brackets", () => {
  it("are silent where they are right, and their sentences are checked", async () => {
    expect(await findings(sound, tables)).toEqual([]);
    expect((await check(sound, tables)).figures.inText?.tied).toBeGreaterThanOrEqual(12);
  });

  it.each([
    [
      "an amount",
      "EUR 44.9 (47.3)",
      "EUR 49.4 (47.3)",
      "Net sales, Q3 2024: the sentence says EUR49.4 million",
    ],
    [
      "an amount in brackets",
      "EUR 3.8 (2.9)",
      "EUR 3.8 (2.5)",
      "operating result, Q3 2023: the sentence says 2.5",
    ],
    [
      "of the year so far",
      "EUR 130.4 (118.6)",
      "EUR 130.4 (116.8)",
      "Orders received, 9 months to 2023-09-30: the sentence says 116.8",
    ],
  ])("name %s", async (_, from, to, expected) => {
    expect((await findings(sound.replace(from, to), tables)).join("\n")).toContain(expected);
  });
});

/** A Swedish maker of lamps: the unit is said once, before the bracket. */
const lamps = `
| SEK m | Oct–Dec 2024 | Oct–Dec 2023 | Jan–Dec 2024 | Jan–Dec 2023 |
| --- | --- | --- | --- | --- |
| Net sales | 4,114 | 3,987 | 15,206 | 14,873 |
| Cost of goods sold | -2,601 | -2,544 | -9,714 | -9,602 |
| Gross profit | 1,513 | 1,443 | 5,492 | 5,271 |
| Selling expenses² | -904 | -911 | -3,467 | -3,398 |
| Operating profit | 609 | 532 | 2,025 | 1,873 |
| Tax | -127 | -112 | -421 | -390 |
| Profit for the period¹ | 482 | 420 | 1,604 | 1,483 |
| Attributable to: |  |  |  |  |
| Shareholders of the parent¹ | 480 | 419 | 1,598 | 1,479 |
| Non-controlling interests | 2 | 1 | 6 | 4 |
`;

const told = `# Lantern AB year-end report

**October–December 2024**

Net sales increased to SEK 4,114 m (3,987). Operating profit was SEK 609 million (532).

**Full year: January–December 2024**

Net sales amounted to SEK 15.2 bn (14.9). Gross profit was SEK 5,492 m (5,271), and 40 m of cable were laid.

Net sales of SEK 15,206 million (2023) would be wrong, and net sales were SEK 15,206 million (12).
`;

describe("reports with the unit before the bracket", () => {
  it("are silent where they are right, and their sentences are checked", async () => {
    const report = await check(told, lamps);
    expect(await findings(told, lamps)).toEqual([]);
    expect(report.figures.inText?.tied).toBeGreaterThanOrEqual(8);
  });

  it.each([
    ["SEK 4,114 m", "SEK 4,141 m", "Net sales, Q4 2024: the sentence says SEK4,141 m, recomputed SEK4,114 m"],
    [
      "609 million (532)",
      "609 million (523)",
      "Operating profit, Q4 2023: the sentence says 523, recomputed 532",
    ],
    ["(5,271)", "(5,217)", "Gross profit, FY2023: the sentence says 5,217, recomputed 5,271"],
    ["15.2 bn", "12.5 bn", "Net sales, FY2024: the sentence says SEK12.5 bn"],
  ])("name %s as %s", async (from, to, expected) => {
    expect((await findings(told.replace(from, to), lamps)).join("\n")).toContain(expected);
  });
});

/** A British maker of kettles: "m" for millions, right behind the amount. */
const kettles = `
| £m | 2024 | 2023 |
| --- | --- | --- |
| Revenue | 88.4 | 81.6 |
| Cost of sales | (51.9) | (48.8) |
| Gross profit | 36.5 | 32.8 |
| Administrative expenses | (24.3) | (22.1) |
| Operating profit | 12.2 | 10.7 |
`;

const british = `# Results for the year ended 31 December 2024

Revenue increased by 8% to £88.4m (2023: £81.6m). Operating profit rose to £12.2m from £10.7m. We spent £2.5m (3%) on a line 40m long.
`;

describe("sentences with m for millions", () => {
  it("are silent where they are right", async () => {
    expect(await findings(british, kettles)).toEqual([]);
  });

  it.each([
    ["£88.4m", "£84.8m", "Revenue, FY2024: the sentence says £84.8m, recomputed £88.4m"],
    ["2023: £81.6m", "2023: £86.1m", "Revenue, FY2023: the sentence says £86.1m, recomputed £81.6m"],
    ["from £10.7m", "from £17.0m", "Operating profit, FY2023: the sentence says £17.0m, recomputed £10.7m"],
  ])("name %s as %s", async (from, to, expected) => {
    expect((await findings(british.replace(from, to), kettles)).join("\n")).toContain(expected);
  });
});
