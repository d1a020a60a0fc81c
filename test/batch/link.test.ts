import { describe, expect, test } from "vitest";
import { type Identity, issuerKey, linkPriors, parseIssuers } from "../../src/batch/link.ts";

const year = (n: number): string => `${n}-01-01/${n}-12-31`;
const annual = (path: string, n: number, issuer: string | null = "Larkfen Holdings Limited"): Identity => ({
  path,
  issuer,
  periods: [year(n), year(n - 1), `${n}-12-31`, `${n - 1}-12-31`],
});

describe("the filing before", () => {
  test("is of the same issuer, however the name is written, and a year earlier", () => {
    const filings = [
      annual("2024.txt", 2024, "LARKFEN HOLDINGS LTD."),
      annual("2022.txt", 2022),
      annual("2023.txt", 2023),
      annual("other.txt", 2023, "Larkfen Limited"),
      annual("nameless.txt", 2023, null),
    ];
    expect([...linkPriors(filings)].sort()).toEqual([
      ["2023.txt", "2022.txt"],
      ["2024.txt", "2023.txt"],
    ]);
  });

  test("has periods in common, the most there are; two of one period are not each other's", () => {
    const quarter = { path: "q3.txt", issuer: "A", periods: ["2024-07-01/2024-09-30", "2024-09-30"] };
    const filings = [
      quarter,
      annual("a.txt", 2024, "A"),
      annual("amended.txt", 2024, "A"),
      annual("old.txt", 2021, "A"),
    ];
    expect([...linkPriors(filings)]).toEqual([]);
    const both = { path: "q4.txt", issuer: "A", periods: [...quarter.periods, year(2024), year(2021)] };
    expect(
      linkPriors([...filings, { ...both, periods: [...both.periods, "2024-12-31"] }]).get("q4.txt"),
    ).toBe("q3.txt");
  });
});

test.each([
  ["Kingsley Cloud Holdings Limited", "kingsley cloud holdings"],
  ["KINGSLEY CLOUD HOLDINGS, LTD.", "kingsley cloud holdings"],
  ["The Company Limited", "the company limited"],
  ["北京公司", "北京公司"],
])("%s: %s", (name, key) => expect(issuerKey(name)).toBe(key));

describe("a mapping", () => {
  test("of paths to issuers", () => {
    const text =
      './a.txt,Larkfen\nb, c.txt,Larkfen\n\nd.txt\tLark, Fen & Co\n{"path":"e.txt","issuer":"E"}\n';
    expect([...(parseIssuers(text) as Map<string, string>)]).toEqual([
      ["a.txt", "Larkfen"],
      ["b, c.txt", "Larkfen"],
      ["d.txt", "Lark, Fen & Co"],
      ["e.txt", "E"],
    ]);
  });

  test.each(["a.txt", "a.txt,", '{"path":"a.txt"}', "{"])("%s is an error that names its line", (line) => {
    expect(parseIssuers(`a.txt,A\n${line}\n`)).toEqual({ badLine: 2 });
  });
});
