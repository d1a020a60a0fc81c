import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";
import { findingSentence } from "../../src/report/finding-sentence.ts";

const filing = (text: string, profit = "850"): string => `Aldermoor Limited

${text}

CONDENSED STATEMENTS OF OPERATIONS (in RMB millions)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Total revenues\t6,000\t7,047
Cost of revenues\t(5,400)\t(6,197)
Gross profit\t600\t${profit}
`;
const check = (text: string) => checkFiling(new TextEncoder().encode(text), { path: "a.txt" });

describe("a finding about a sentence", () => {
  const text =
    "The year was good. Total revenues were RMB7,074 million in 2024, increased by 17.5% from RMB6,000 million in 2023. Costs rose too.";

  test("quotes it, and nothing else of the paragraph", async () => {
    const [finding] = (await check(filing(text))).checks;
    const { quote } = finding ?? {};
    expect(quote?.text).toBe(
      "Total revenues were RMB7,074 million in 2024, increased by 17.5% from RMB6,000 million in 2023.",
    );
    expect(quote?.text.slice(quote.start, quote.end)).toBe("7,074");
  });

  test("ends before a sentence in bold", async () => {
    const [finding] = (await check(filing(text.replace("Costs rose", "**Costs** rose")))).checks;
    expect(finding?.quote?.text).toMatch(/in 2023\.$/);
  });

  test("says the difference with its unit", async () => {
    const [finding] = (await check(filing(text))).checks;
    expect(finding?.display.difference).toBe("+RMB27 million");
  });

  test("one about a table quotes nothing", async () => {
    const { checks } = await check(filing(text.replace("7,074", "7,047"), "580"));
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ quote }) => quote)).toEqual([]);
  });

  test("a very long sentence is cut at words around its number", async () => {
    const more = (n: number): string => Array.from({ length: n }, () => "of the same kind").join(" ");
    const sentence = text.replace("Total revenues were", `Our total revenues ${more(30)} were`);
    const found = (await check(filing(sentence.replace("Total", "total")))).checks.flatMap(
      ({ quote }) => quote ?? [],
    );
    for (const { text: said, start, end } of found) {
      expect(said.length).toBeLessThan(480);
      expect(said.slice(start, end)).toBe("7,074");
    }
  });
});

describe("one subject for each sentence", () => {
  const costs = `Aldermoor Limited

Costs (in thousands)
\t2022\t2023\t2024
\tUSD\tUSD\tUSD
Rent\t1,200\t1,300\t1,402
Power\t345\t400\t455
Wages\t900\t950\t980
Total\t2,445\t2,650\t2,837
`;

  test("the message is about the result, with expected and difference; the suspect has its own", async () => {
    const { checks } = await check(costs.replace("1,402", "1,240"));
    for (const finding of checks) {
      expect(finding.message).toContain(`printed ${finding.result.raw}`);
      expect(findingSentence(finding)).toContain(`printed ${finding.display.printed}`);
      expect(finding.suspect?.reading ?? finding.display.recomputed).toBe(finding.display.recomputed);
    }
    expect(checks.length).toBe(1);
  });
});

describe("losses", () => {
  const statement = (loss: (n: string) => string): string => `Aldermoor Limited

STATEMENTS (in thousands)
\t2022\t2023\t2024
\tUSD\tUSD\tUSD
Revenue\t1,200\t1,300\t1,400
Cost\t${loss("1,500")}\t${loss("1,450")}\t${loss("1,610")}
Total\t${loss("300")}\t${loss("150")}\t210
`;

  test.each([
    ["a minus", (n: string) => `-${n}`, "-210"],
    ["brackets", (n: string) => `(${n})`, "(210)"],
  ])("are told with %s, as the filing prints them", async (_, loss, told) => {
    const { checks } = await check(statement(loss));
    expect(checks.map(({ display }) => display.recomputed)).toContain(told);
  });
});
