import { expect, test } from "vitest";
import { rateAt } from "../../src/statements/filing.ts";
import { checkFiling } from "../check-text.ts";
import { filingOf } from "../filing.ts";

/** One release: its rate, a sentence, a translated table. */
function release(year: number, rate: string, dollars: readonly string[]): string {
  const [a, b, sum] = dollars;
  return `Harbour Tools Limited

All translations of RMB into US$ were made at RMB${rate} to US$1.00.

Total revenues were RMB8,400.0 million (US$${sum} million) in ${year}.

RESULTS (in millions)

\tYear ended December 31,\t
\t${year - 1}\t${year}\t${year}
\tRMB\tRMB\tUS$
Tools\t5,100.0\t5,600.0\t${a}
Parts\t2,100.0\t2,800.0\t${b}
Total revenues\t7,200.0\t8,400.0\t${sum}
`;
}

const both =
  release(2023, "7.0000", ["800.0", "400.0", "1,200.0"]) +
  release(2024, "8.0000", ["700.0", "350.0", "1,050.0"]);

function found(text: string): string[] {
  const { checks } = checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
  return checks.map(({ rule, status }) => `${rule} ${status}`);
}

test("a text of two filings has the rate of each behind its statement", () => {
  const { rates, rate } = filingOf(both);
  expect(rates.map(({ printed }) => printed)).toEqual(["RMB7.0000", "RMB8.0000"]);
  expect(rate).toBe(rates[0]);
  expect([1, rates[1]?.line ?? 0, 1_000].map((line) => rateAt(rates, line)?.printed)).toEqual([
    "RMB7.0000",
    "RMB8.0000",
    "RMB8.0000",
  ]);
  expect(found(both)).toEqual([]);
  expect(found(both.replace("700.0\n", "770.0\n"))).toHaveLength(1);
});

test("a translation in a sentence that is a unit off may come from parts", () => {
  expect(found(both.replace("US$1,050.0 million", "US$1,050.1 million"))).toEqual([]);
  expect(found(both.replace("US$1,050.0 million", "US$1,500.0 million"))).toHaveLength(1);
});
