import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../src/money/decimal.ts";
import type { Belief, Relation } from "../../src/relations/relation.ts";
import type { Figure } from "../../src/tables/table.ts";
import { trust } from "../../src/verdict/belief.ts";
import { judge } from "../../src/verdict/judge.ts";
import { figure, relation, sum } from "../relations/figures.ts";

const none: Belief = {
  identity: false,
  structure: false,
  wording: false,
  complete: false,
  ties: 0,
  breaks: 0,
};

describe("whether a break may be reported", () => {
  it.each<[string, Partial<Belief>, boolean]>([
    ["an identity with all its parts", { identity: true, complete: true }, true],
    ["an identity that may lack a part", { identity: true }, false],
    ["a total under its heading, with all its lines", { structure: true, complete: true }, true],
    ["a total that ties nowhere", { structure: true }, false],
    ["a total that ties in another column", { structure: true, ties: 1 }, true],
    ["a total that ties in one and breaks in two", { structure: true, ties: 1, breaks: 2 }, false],
    ["arithmetic that ties once", { ties: 1 }, false],
    ["arithmetic that ties twice", { ties: 2 }, true],
    ["arithmetic that breaks as often", { ties: 2, breaks: 2 }, false],
    ["a sentence", { wording: true }, true],
    ["a sentence that breaks elsewhere", { wording: true, breaks: 1 }, false],
  ])("%s", (_, belief, report) => {
    const verdict = trust({ ...none, ...belief });
    expect(verdict.report).toBe(report);
    expect(verdict.reason === "").toBe(report);
  });
});

const said = (relations: readonly Relation[]): string[] => {
  const figures = new Map(
    relations.flatMap(({ result, terms }) => [result, ...terms].map((f): [number, Figure] => [f.id, f])),
  );
  return judge([...figures.values()], relations).judged.map(({ status, grade }) => `${status} ${grade}`);
};

const cut = (digits: string): Figure =>
  figure(digits, { kind: "cut", reason: "cut off", fragment: { digits, negative: false } });

describe("verdicts", () => {
  it.each<[string, Relation, string]>([
    ["to the digit", sum(figure("60"), [figure("40"), figure("20")]), "pass exact"],
    ["by a unit", sum(figure("61"), [figure("40"), figure("20")]), "pass rounding"],
    ["by more than rounding", sum(figure("69"), [figure("40"), figure("20")]), "fail broken"],
    [
      "broken and not believed",
      sum(figure("69"), [figure("40"), figure("20")], [1, 1], { belief: none }),
      "skip broken",
    ],
    [
      "over zero",
      relation({ kind: "quotient", scale: 0 }, figure("1"), [figure("4"), figure("0")]),
      "skip missing",
    ],
    ["once a cut figure is read", sum(figure("24658"), [figure("20000"), cut("465")]), "pass recovered"],
    ["with a figure beyond recovery", sum(figure("24658"), [figure("20000"), cut("99")]), "skip unread"],
  ])("%s", (_, tried, verdict) => {
    expect(said([tried])).toEqual([verdict]);
  });

  it("warn of a unit where four other sums of the column are exact", () => {
    const exact = Array.from({ length: 4 }, () => sum(figure("60"), [figure("40"), figure("20")]));
    const off = sum(figure("61"), [figure("40"), figure("20")]);
    expect(said([...exact, off]).at(-1)).toBe("warn strained");
    expect(said([...exact.slice(1), off]).at(-1)).toBe("pass rounding");
    expect(said([...exact, off, off]).slice(-2)).toEqual(["pass rounding", "pass rounding"]);
  });

  it("excuse a translated total that is added up from translated parts", () => {
    const rate = { kind: "translation", rate: parseDecimal("7.1") } as const;
    const [a, b, total] = [figure("32548"), figure("5368"), figure("37916")];
    const parts = [relation(rate, a, [figure("231094")]), relation(rate, b, [figure("38115")])];
    const whole = relation(rate, total, [figure("269209")]);
    const wrong = relation(rate, figure("37961"), [figure("269209")]);
    expect(said([...parts, whole, wrong, sum(total, [a, b])])).toEqual([
      "pass exact",
      "pass exact",
      "pass rounding",
      "fail broken",
      "pass exact",
    ]);
  });
});
