/** Inline XBRL: tags that name lines, and facts that are printed in more than one place. */
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../check-text.ts";
import { filingOf } from "../../filing.ts";
import { findingSentence } from "../../../src/report/finding-sentence.ts";

const period = (id: string, start: string, end: string): string =>
  `<xbrli:context id="${id}"><xbrli:period><xbrli:startDate>${start}</xbrli:startDate><xbrli:endDate>${end}</xbrli:endDate></xbrli:period></xbrli:context>`;
const instant = (id: string, day: string, segment = ""): string =>
  `<xbrli:context id="${id}"><xbrli:entity>${segment}</xbrli:entity><xbrli:period><xbrli:instant>${day}</xbrli:instant></xbrli:period></xbrli:context>`;

const header = `<div style="display:none"><ix:header><ix:hidden><ix:nonFraction name="us-gaap:Assets" contextRef="i24" unitRef="usd" decimals="0">999</ix:nonFraction></ix:hidden><ix:resources>
${period("d24", "2024-01-01", "2024-12-31")}${period("d23", "2023-01-01", "2023-12-31")}${period("d22", "2022-01-01", "2022-12-31")}
${instant("i24", "2024-12-31")}${instant("i23", "2023-12-31")}${instant("i22", "2022-12-31")}
${instant("b24", "2024-12-31", '<xbrli:segment><xbrldi:explicitMember dimension="us-gaap:FairValueByFairValueHierarchyLevelAxis">us-gaap:FairValueInputsLevel1Member</xbrldi:explicitMember></xbrli:segment>')}
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>`;

/** `-` before the name of a context: the tag turns the sign. */
const tag = (element: string, context: string, print: string, scale = 3): string => {
  const bare = context.replace("-", "");
  const sign = context.startsWith("-") ? ' sign="-"' : "";
  const fact = (text: string): string =>
    `<ix:nonFraction name="${element.includes(":") ? element : `us-gaap:${element}`}" contextRef="${bare}" unitRef="usd" scale="${scale}" decimals="${-scale}"${sign}>${text}</ix:nonFraction>`;
  const inner = /^\((.*)\)$/.exec(print)?.[1];
  return inner === undefined ? fact(print) : `(${fact(inner)})`;
};

interface Line {
  readonly caption: string;
  readonly element?: string;
  readonly contexts: readonly string[];
  readonly prints: readonly string[];
}

const line = (
  caption: string,
  element: string,
  contexts: readonly string[],
  ...prints: readonly string[]
): Line => ({ caption, element, contexts, prints });

const table = (title: string, heads: readonly string[], lines: readonly Line[]): string =>
  `<p>${title} (in thousands)</p><table><tr><td></td>${heads.map((head) => `<td>${head}</td>`).join("")}</tr>
${lines
  .map(({ caption, element = "", contexts, prints }) => {
    const cells = prints.map((print, i) => `<td>${tag(element, contexts[i] ?? "", print)}</td>`);
    return `<tr><td>${caption}</td>${cells.join("")}</tr>`;
  })
  .join("\n")}</table>`;

const filing = (...parts: readonly string[]): string =>
  `<html><body>${header}<p>Aldermoor Limited</p>\n${parts.join("\n")}\n</body></html>`;

const check = (text: string): string[] =>
  checkFiling(new TextEncoder().encode(text), { path: "x.htm" }).checks.map(
    (finding) => `${finding.rule} ${finding.status} ${findingSentence(finding)}`,
  );

const years = ["2024", "2023"];
const days = ["December 31, 2024", "December 31, 2023"];
const durations = ["d24", "d23"];
const instants = ["i24", "i23"];

describe("tags name lines whose captions say nothing", () => {
  const position = table("OUR POSITION", days, [
    line("All that we own", "Assets", instants, "961,594", "991,601"),
    line("All that we owe", "Liabilities", instants, "540,210", "566,338"),
    line("What is left to the owners", "StockholdersEquity", instants, "421,384", "425,263"),
    line("Owed and owned", "LiabilitiesAndStockholdersEquity", instants, "961,594", "991,601"),
  ]);
  const cash = table("WHERE THE MONEY WENT", years, [
    line("Trading", "NetCashProvidedByUsedInOperatingActivities", durations, "84,210", "97,306"),
    line("Ships", "NetCashProvidedByUsedInInvestingActivities", ["-d24", "-d23"], "(120,455)", "(101,874)"),
    line("Lenders", "NetCashProvidedByUsedInFinancingActivities", ["d24", "-d23"], "51,300", "(22,118)"),
    line(
      "More or less",
      "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect",
      ["d24", "-d23"],
      "15,055",
      "(26,686)",
    ),
    line(
      "In the bank when we began",
      "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
      ["i23", "i22"],
      "292,587",
      "319,273",
    ),
    line(
      "In the bank now",
      "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
      instants,
      "307,642",
      "292,587",
    ),
  ]);

  test("concepts", () => {
    const { tables, kindOf, conceptOf, isNamedByTags } = filingOf(filing(position, cash));
    expect(tables.map(kindOf)).toEqual(["balance", "cash-flow"]);
    expect(tables[1]?.rows.map(conceptOf)).toEqual([
      "NetCashProvidedByUsedInOperatingActivities",
      "NetCashProvidedByUsedInInvestingActivities",
      "NetCashProvidedByUsedInFinancingActivities",
      "CashPeriodIncreaseDecrease",
      "CashAtBeginningOfPeriod",
      "CashAtEndOfPeriod",
    ]);
    expect(tables[0]?.rows.every(isNamedByTags)).toBe(true);
  });

  test("their equations hold", () => {
    expect(check(filing(position, cash))).toEqual([]);
    const slip = check(filing(position.replace("961,594", "961,954"), cash));
    expect(slip).toHaveLength(1);
    expect(slip[0]).toContain("All that we own");
    expect(check(filing(position, cash.replace("307,642", "370,642")))).toHaveLength(1);
  });

  test("a caption is not overruled by the element of its neighbour, unless its own line is tagged", () => {
    const { tables, rowOf } = filingOf(
      filing(
        table("STATEMENTS OF INCOME", years, [
          line("Revenue", "RevenueFromContractWithCustomerExcludingAssessedTax", durations, "9,204", "8,118"),
          line("Charter hire", "OperatingLeaseLeaseIncome", durations, "1,311", "1,207"),
          line("Revenue", "Revenues", durations, "10,515", "9,325"),
          line("Net loss", "NetIncomeLoss", ["-d24", "-d23"], "(1,204)", "(980)"),
          line("Consolidated loss of all owners", "ProfitLoss", ["-d24", "-d23"], "(1,311)", "(1,002)"),
        ]),
      ),
    );
    const [income] = tables;
    if (!income) throw new Error("no table");
    expect(rowOf(income, "Revenues")?.index).toBe(2);
    expect(rowOf(income, "ProfitLoss")?.index).toBe(4);
    expect(rowOf(income, "NetIncomeLoss")?.index).toBe(3);
  });

  test("balances and totals that are tagged as something else are no lines of the statements", () => {
    const { tables, conceptOf, kindOf } = filingOf(
      filing(
        table("FAIR VALUES", days, [
          line("Treasury bills", "AssetsFairValueDisclosure", ["b24", "b24"], "1,204", "1,311"),
          line("Bonds", "AssetsFairValueDisclosure", ["b24", "b24"], "311", "204"),
          line("Total assets", "AssetsFairValueDisclosure", ["b24", "b24"], "1,515", "1,515"),
        ]),
        table("UNCERTAIN TAX POSITIONS", years, [
          line("Balance at beginning of period", "UnrecognizedTaxBenefits", ["i23", "i22"], "204", "188"),
          line("Additions", "UnrecognizedTaxBenefitsIncreases", durations, "31", "16"),
          line("Balance at end of period", "UnrecognizedTaxBenefits", instants, "235", "204"),
        ]),
      ),
    );
    expect(tables.map(kindOf)).toEqual(["other", "other"]);
    expect(tables.flatMap(({ rows }) => rows.map(conceptOf)).filter((concept) => concept !== null)).toEqual(
      [],
    );
  });
});

describe("one fact in several places", () => {
  const costs = table("EXPENSES", years, [
    line("Research", "ResearchAndDevelopmentExpense", durations, "139,912", "140,307"),
    line("Selling", "SellingExpense", durations, "77,204", "70,118"),
  ]);
  const said = (print: string, context = "d24", scale = 6): string =>
    `<p>Outlays for new engines in the year came to $${tag("ResearchAndDevelopmentExpense", context, print, scale).replace(/decimals="-?\d+"/, 'decimals="-5"')} million, as planned.</p>`;

  test("a sentence and a table, whatever the sentence calls it", () => {
    expect(check(filing(costs, said("139.9")))).toEqual([]);
    expect(check(filing(costs, said("140.3", "d23")))).toEqual([]);
    const found = check(filing(costs, said("193.9")));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^tagged-value fail .*193\.9/);
  });

  test("three prints of one fact: the odd one is named", () => {
    const [finding] = checkFiling(
      new TextEncoder().encode(filing(costs.replace("139,912", "193,912"), said("139.9"), said("139.9"))),
      { path: "x.htm" },
    ).checks;
    expect(finding?.diagnosis?.suspects.map(({ raw }) => raw)).toEqual(["193,912"]);
  });

  test.each([
    ["another number altogether, since the tag may be the mistake", said("27.4")],
    ["a number cut short", said("139.8")],
    ["a number in words", said("a hundred and forty")],
    ["no more digits than the tag says are exact", said("140.0").replace('decimals="-5"', 'decimals="-6"')],
    ["a nil fact", said("0.0").replace("<ix:nonFraction", '<ix:nonFraction xsi:nil="true"')],
    ["another period", said("193.9", "d22")],
  ])("silent: %s", (_, sentence) => {
    expect(check(filing(costs, sentence))).toEqual([]);
  });

  test("tags that go on elsewhere, fractions and tags within tags are read over", () => {
    const nested = `<p><ix:nonNumeric name="us-gaap:LeasesTextBlock" contextRef="d24" continuedAt="c1">Rent was $<ix:nonFraction name="us-gaap:LeaseCost" contextRef="d24" unitRef="usd" scale="3" decimals="-3"><ix:nonFraction name="us-gaap:OperatingLeaseCost" contextRef="d24" unitRef="usd" scale="3" decimals="-3">20,421</ix:nonFraction></ix:nonFraction> thousand.</ix:nonNumeric></p>
<ix:continuation id="c1"><p>Of each ship we own <ix:fraction name="x:Share" contextRef="d24" unitRef="usd"><ix:numerator>1</ix:numerator>/<ix:denominator>4</ix:denominator></ix:fraction>.</p></ix:continuation>`;
    const rent = table("RENT", years, [
      line("Harbour", "OperatingLeaseCost", durations, "20,421", "19,250"),
      line("Ships", "x:Ships", durations, "4,118", "4,007"),
    ]);
    expect(check(filing(nested, rent))).toEqual([]);
    const found = check(filing(nested, rent.replace("20,421", "20,241")));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("20,241");
  });

  const threeYears = ["2024", "2023", "2022"];
  const three = ["d24", "d23", "d22"];
  const income = table("INCOME", threeYears, [
    line(
      "Gain on sale of ships, net",
      "GainLossOnSaleOfShips",
      ["d24", "-d23", "d22"],
      "4,118",
      "(2,207)",
      "3,960",
    ),
    line("Other", "OtherIncome", three, "311", "204", "188"),
  ]);
  const flows = table("CASH FLOWS", threeYears, [
    line("Sale of ships", "GainLossOnSaleOfShips", ["d24", "-d23", "d22"], "(4,118)", "2,207", "(3,960)"),
    line("Depreciation", "Depreciation", three, "9,204", "8,871", "8,012"),
  ]);

  test("lines that print one fact with opposite signs do so in every column", () => {
    expect(check(filing(income, flows))).toEqual([]);
    const slip = flows.replace(/(<ix:nonFraction[^>]*>2,207<\/ix:nonFraction>)/, "($1)");
    const found = check(filing(income, slip));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/tagged-value fail .*2,207/);
  });

  test("where the tags differ in sign as well, the prints are not held against each other", () => {
    expect(check(filing(income, flows.replace(' sign="-"', "")))).toEqual([]);
  });
});
