import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "../../check-text.ts";
import {
  itemWords,
  mayBeSame,
  measureKey,
  readDefinitions,
} from "../../../src/rules/non-gaap/definitions.ts";
import { checkFiling } from "../../check-text.ts";

const bytes = new TextEncoder();

const chain = `
RECONCILIATION (In thousands)

	Year ended Dec 31, 2022	Year ended Dec 31, 2023
	RMB	RMB
Total revenues	604,962	702,345
Net loss	(83,224)	(58,232)
Adjustments:		
Share-based compensation expenses	21,460	19,884
Foreign exchange (gain) loss	(4,318)	6,207
Impairment of goodwill	12,750	7,093
Adjusted net loss (Non-GAAP Financial Measure)	(53,332)	(25,048)

	Year ended Dec 31, 2022	Year ended Dec 31, 2023
	(%)	(%)
Adjusted net loss margin	(8.8)	(3.6)
`;

function found(definition: string, table = chain): readonly string[] {
  const report = checkFiling(bytes.encode(`${definition}\n${table}`), { path: "release.txt" });
  return report.checks
    .filter(({ rule, status }) => rule === "non-gaap-definition" && status !== "pass")
    .map(({ status, result, message }) => `${status} :${result.line} ${message}`);
}

function definitions(text: string): readonly (readonly string[])[] {
  return readDefinitions(read(bytes.encode(text), "x.txt")).map(({ name, base, items }) => [
    name,
    base,
    ...items,
  ]);
}

describe("reading definitions", () => {
  it("takes several from one sentence", () => {
    expect(
      definitions(
        "We define non-GAAP net loss as net loss excluding A costs, B gains and C; and non- GAAP EBITDA as non-GAAP net loss excluding D and E, and we define non-GAAP EBITDA margin as non-GAAP EBITDA as a percentage of revenues.",
      ),
    ).toEqual([
      ["non-GAAP net loss", "net loss", "A costs", "B gains", "C"],
      ["non-GAAP EBITDA", "non-GAAP net loss", "D", "E"],
      ["non-GAAP EBITDA margin", "non-GAAP EBITDA"],
    ]);
  });

  it.each([
    "We define adjusted income as net income excluding certain items.",
    "Adjusted income is defined as net income excluding rent, net of tax effects.",
    "The non-GAAP measures are not defined under U.S. GAAP.",
    "We see growth as a strategy excluding nothing.",
  ])("leaves out what is open or no definition: %s", (text) => {
    expect(definitions(text)).toEqual([]);
  });

  it("calls one measure by one key", () => {
    expect(measureKey("Non-GAAP operating loss")).toBe(measureKey("Adjusted operating (loss) profit"));
    expect(measureKey("non-GAAP adjusted gross profit")).toBe(
      measureKey("Adjusted gross profit (Non-GAAP Financial Measure)"),
    );
    expect(measureKey("Net loss")).not.toBe(measureKey("Non-GAAP net loss"));
  });

  it.each([
    ["foreign exchange loss", "Foreign exchange (gain) loss", true],
    ["share-based compensation", "– Share-based compensation expenses", true],
    ["income tax expense", "Income tax expense (benefit)", true],
    ["interest expense", "Interest income", false],
    ["impairment of goodwill", "Impairment of long-lived assets", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(mayBeSame(itemWords(a), itemWords(b))).toBe(same);
  });
});

describe("non-gaap-definition", () => {
  it("passes when the lists are the same", () => {
    expect(
      found(
        "We define non-GAAP net loss as net loss excluding share-based compensation, foreign exchange (gain) loss and impairment of goodwill.",
      ),
    ).toEqual([]);
  });

  it("warns of an adjustment that the definition does not name", () => {
    expect(
      found(
        "Adjusted net loss is defined as net loss excluding share-based compensation and foreign exchange (gain) loss.",
      ),
    ).toEqual([
      "warn :12 Impairment of goodwill, FY2022 CNY: 12,750 is an adjustment that the definition of Adjusted net loss (line 1) does not name",
    ]);
  });

  it("warns of an item that the reconciliation leaves in", () => {
    expect(
      found(
        "We define non-GAAP net loss as net loss excluding share-based compensation, foreign exchange loss, impairment of goodwill and restructuring costs.",
      ),
    ).toEqual([
      'warn :13 Adjusted net loss (Non-GAAP Financial Measure), FY2022 CNY: (53,332) is reached without "restructuring costs", which its definition (line 1) excludes',
    ]);
  });

  it.each([
    // Another starting measure.
    "We define non-GAAP net loss as net loss attributable to us before tax excluding share-based compensation.",
    // Two differ: other words for one thing.
    "We define non-GAAP net loss as net loss excluding stock awards, foreign exchange loss and write-downs.",
    // Another measure.
    "We define non-GAAP operating loss as operating loss excluding share-based compensation.",
  ])("stays quiet: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("fails where a margin is not of the base that its definition names", () => {
    const text = "We define adjusted net loss margin as adjusted net loss as a percentage of revenues.";
    expect(found(text)).toEqual([]);
    const [first] = checkFiling(bytes.encode(`${text}\n${chain.replace("(3.6)", "(6.3)")}`), {
      path: "release.txt",
      rules: ["non-gaap-definition"],
    }).checks;
    expect(first).toMatchObject({ rule: "non-gaap-definition", status: "fail", result: { raw: "(6.3)" } });
  });
});

const folder = "../shared/filings";

describe.skipIf(!existsSync(folder))("definitions of ../shared", () => {
  it.each(["kc-6k-fy2023.txt", "kc-release-q4-2024.txt"])("%s is quiet and its margins tie", (name) => {
    const report = checkFiling(readFileSync(`${folder}/${name}`), {
      path: name,
      rules: ["non-gaap-definition"],
    });
    expect(report.counts).toMatchObject({ fail: 0, warn: 0 });
    expect(report.counts.pass).toBeGreaterThan(5);
  });
});
