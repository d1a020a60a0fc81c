import { describe, expect, it } from "vitest";
import type { Check } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const release = `Aldermoor Limited
Fourth Quarter 2024 Financial Results

Translations from RMB to US$ are made at RMB7.2500 to US$1.00.

Revenues were RMB214.6 million (US$29.6 million) in the fourth quarter of 2024, compared with RMB191.5 million in the same quarter of 2023.

Cost of revenues was RMB231.1 million (US$31.9 million) in the fourth quarter of 2024, compared with RMB150.2 million in the same quarter of 2023.

Operating loss was RMB58.3 million (US$8.0 million) in the fourth quarter of 2024, compared with operating profit of RMB12.7 million in the same quarter of 2023.

Freight costs decreased by 10.0% to RMB28.9 million in the fourth quarter of 2024 from RMB32.1 million in the same quarter of 2023.

CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)
\tThree months ended December 31,
\t2023\t2024\t2024
\tRMB\tRMB\tUS$
Revenues\t191,512\t214,603\t29,600
Cost of revenues\t(150,204)\t(231,118)\t(31,878)
Operating expenses\t(28,611)\t(41,770)\t(5,761)
Operating profit (loss)\t12,697\t(58,285)\t(8,039)
`;

const broken = (filing: string): readonly Check[] =>
  checkFiling(new TextEncoder().encode(filing), { path: "release.txt" }).checks.filter(
    ({ status }) => status === "fail",
  );

describe("a word that gives the wrong sign", () => {
  it("is one finding for both currencies, and is named", () => {
    const checks = broken(release.replace("Operating loss was", "Operating profit was"));
    expect(checks.map(({ message }) => message)).toEqual([
      "Operating profit, Q4 2024: the sentence says profit of RMB58.3 million, recomputed loss of RMB58.3 million (the word is wrong)",
    ]);
    expect(checks[0]?.diagnosis).toMatchObject({ slip: "sign" });
    expect(checks[0]?.diagnosis?.message).toContain('(the word "profit")');
  });

  it("is found in a comparison", () => {
    const [check, ...others] = broken(release.replace("with operating profit of", "with operating loss of"));
    expect(others).toEqual([]);
    expect(check?.message).toContain("says loss of RMB12.7 million");
  });

  it("is found where both ends of a change stand in the sentence only", () => {
    const [check, ...others] = broken(release.replace("decreased by 10.0%", "increased by 10.0%"));
    expect(others).toEqual([]);
    expect(check?.message).toBe(
      "Freight costs, change, Q4 2024: the sentence says increase of 10.0%, recomputed decrease of 10.0% (the word is wrong)",
    );
  });

  it("is right where it is right", () => {
    expect(broken(release)).toEqual([]);
  });

  it("does not hide a wrong number", () => {
    const [check, ...others] = broken(release.replace("RMB12.7 million", "RMB21.7 million"));
    expect(others).toEqual([]);
    expect(check?.message).not.toContain("the word");
  });
});
