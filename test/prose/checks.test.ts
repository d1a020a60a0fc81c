import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";
import { bytesWith } from "./filing.ts";

const sound = `Fourth Quarter 2024 Financial Results

Total revenues reached RMB360.4 million (US$50.1 million), increased by 19.6% from RMB301.3 million in the same quarter of 2023 and increased by 12.5% from RMB320.4 million last quarter.

Other revenues were nil this quarter. Cost of revenues was RMB270.2 million, representing an increase of 8.1% from RMB250.0 million in the same quarter of 2023. Fuel costs increased by 3.0% year-over-year from RMB100.0 million to RMB103.0 million (US$14.3 million) this quarter.

Selling expenses decreased to RMB60.3 million, from RMB80.1 million in the same quarter of 2023. Gross margin was 25.0%, compared with 17.0% in the same quarter of 2023.

Operating income was RMB29.8 million, compared with operating loss of RMB28.8 million in the same quarter of 2023.

Net loss was RMB2.4 million, narrowed from RMB30.1 million in the same quarter of 2023. Basic and diluted net loss per share was RMB0.02.

Non-GAAP EBITDA was RMB45.1 million, compared with RMB-12.1 million in the same quarter of 2023.
`;

function failures(text: string): string[] {
  return checkFiling(bytesWith(text), { path: "tern.txt" })
    .checks.filter((check) => check.status === "fail")
    .map(({ rule, place, message }) => `${rule} ${place.line}:${place.column} ${message}`);
}

describe("sentences against tables", () => {
  it("a release that is right is silent, and its claims are checked", () => {
    const report = checkFiling(bytesWith(sound), { path: "tern.txt" });
    expect(failures(sound)).toEqual([]);
    expect(report.figures.inText?.tied).toBeGreaterThanOrEqual(24);
  });

  it('a period behind "from" is that of what came before', () => {
    const moved = sound.replace(
      "Selling expenses decreased to RMB60.3 million, from RMB80.1 million in the same quarter of 2023.",
      "For the fourth quarter of 2024, selling expenses decreased RMB19.8 million to RMB60.3 million, from the fourth quarter of 2023.",
    );
    expect(moved).not.toBe(sound);
    expect(failures(moved)).toEqual([]);
    expect(failures(moved.replace("RMB60.3", "RMB63.0"))).toHaveLength(1);
  });

  it.each<[string, string, string, string]>([
    [
      "a digit",
      "RMB301.3",
      "RMB307.3",
      "Total revenues, Q4 2023: the sentence says RMB307.3 million, recomputed RMB301.3 million (difference +RMB6.0 million)",
    ],
    [
      "a digit in dollars",
      "US$50.1",
      "US$51.0",
      "Total revenues, Q4 2024: the sentence says US$51.0 million, recomputed US$50.1 million (difference +US$0.9 million)",
    ],
    [
      "a percentage",
      "19.6%",
      "16.9%",
      "Total revenues, change, Q4 2024: the sentence says 16.9%, recomputed 19.6% (difference -2.7 pp)",
    ],
    [
      "the direction",
      "increased by 19.6%",
      "decreased by 19.6%",
      "Total revenues, change, Q4 2024: the sentence says decrease of 19.6%, recomputed increase of 19.6% (the word is wrong)",
    ],
    [
      "the direction of an expense",
      "an increase of 8.1%",
      "a decrease of 8.1%",
      "Cost of revenues, change, Q4 2024: the sentence says decrease of 8.1%, recomputed increase of 8.1% (the word is wrong)",
    ],
    [
      "a direction without a number",
      "decreased to",
      "increased to",
      "Selling expenses, change, Q4 2024: the sentence says increased, recomputed decreased (difference direction)",
    ],
    [
      "a lost minus",
      "RMB-12.1",
      "RMB12.1",
      "Non-GAAP EBITDA, Q4 2023: the sentence says RMB12.1 million, recomputed RMB-12.1 million (difference +RMB24.2 million)",
    ],
    [
      "a rise printed with a minus",
      "increased by 19.6%",
      "increased by -19.6%",
      "Total revenues, change, Q4 2024: the sentence says -19.6%, recomputed 19.6% (difference -39.2 pp)",
    ],
    [
      "a minus where no table prints one",
      "RMB301.3",
      "RMB-301.3",
      "Total revenues, Q4 2023: the sentence says RMB-301.3 million, recomputed RMB301.3 million (difference -RMB602.6 million)",
    ],
    [
      "a loss called income",
      "operating loss of",
      "operating income of",
      "Operating income, Q4 2023: the sentence says income of RMB28.8 million, recomputed loss of RMB28.8 million (the word is wrong)",
    ],
    [
      "billion for million",
      "RMB60.3 million",
      "RMB60.3 billion",
      "Selling expenses, Q4 2024: the sentence says RMB60.3 billion, recomputed RMB0.1 billion (difference +RMB60.2 billion)",
    ],
    [
      "the figure of another quarter",
      "RMB30.1",
      "RMB12.3",
      "Net loss, Q4 2023: the sentence says RMB12.3 million, recomputed RMB30.1 million (difference +RMB17.8 million)",
    ],
    [
      "a margin one unit off",
      "25.0%",
      "25.1%",
      "Gross margin, Q4 2024: the sentence says 25.1%, recomputed 25.0% (difference +0.1 pp)",
    ],
    [
      "nil that is not",
      "Other revenues were nil this quarter",
      "Other revenues were nil in the same quarter of 2023",
      "Other revenues, Q4 2023: the sentence says nil, recomputed 1.2 (difference -1.2)",
    ],
    [
      "a translation without a table figure",
      "US$14.3",
      "US$13.4",
      "Fuel costs, Q4 2024: the sentence says US$13.4 million, recomputed US$14.3 million (difference -US$0.9 million)",
    ],
  ])("%s", (_, from, to, message) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    const found = failures(text);
    expect(found.map((line) => line.replace(/^prose \d+:\d+ /, ""))).toContain(message);
    expect(found.length).toBe(1);
  });

  it.each([
    ["an expense in brackets, as its table prints it", "RMB60.3", "RMB(60.3)"],
    ["a loss in brackets", "Net loss was RMB2.4", "Net loss was RMB(2.4)"],
    ["a fall said twice", "Selling expenses decreased to", "Selling expenses decreased by -24.7% to"],
  ])("%s is no mistake", (_, from, to) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    expect(failures(text)).toEqual([]);
  });

  it("a misprinted rate does not accuse the translations that are at the true one", () => {
    const text = new TextDecoder().decode(bytesWith(sound)).replace("RMB7.2000", "RMB72.0000");
    const { checks } = checkFiling(new TextEncoder().encode(text), { path: "tern.txt" });
    expect(checks.filter(({ status }) => status === "fail")).toEqual([]);
  });

  it("a heading that was misread accuses no one", () => {
    const text = sound.replace("Fourth Quarter 2024 Financial Results", "Fiscal Year 2024 Financial Results");
    expect(failures(text).filter((line) => line.includes("Total revenues, FY2024"))).toEqual([]);
  });

  it("--rule without prose leaves sentences alone", () => {
    const report = checkFiling(bytesWith(sound.replace("RMB301.3", "RMB307.3")), {
      path: "tern.txt",
      rules: ["footing"],
    });
    expect(report.checks).toEqual([]);
    expect(report.skipped.filter(({ rule }) => rule === "prose")).toEqual([]);
    expect(report.figures.inText).toEqual({ printed: 26, tied: 0 });
  });
});

const filings = join(import.meta.dirname, "../../../shared/filings");
const has = existsSync(filings);

function failing(name: string): string[] {
  return checkFiling(readFileSync(join(filings, name)), { path: name })
    .checks.filter((check) => check.rule === "prose" && check.status !== "pass")
    .map(({ status, place }) => `${status} ${place.line}:${place.column}`);
}

describe("real filings (../shared)", () => {
  it.skipIf(!has)("the release: its two mistakes and nothing else", () => {
    expect(failing("kc-release-q4-2024.txt")).toEqual(["fail 70:26", "fail 96:75"]);
  });

  it.skipIf(!has)("the announcement: nothing", () => {
    expect(failing("kc-6k-fy2023.txt")).toEqual([]);
  });
});
