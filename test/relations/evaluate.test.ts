import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, divide, parseDecimal, roundTo, toPlain } from "../../src/money/decimal.ts";
import { contains, type Interval, meet, printedInterval } from "../../src/money/interval.ts";
import { differenceOf, expectedResult, noReadings, solveFor } from "../../src/relations/evaluate.ts";
import type { Form, Relation } from "../../src/relations/relation.ts";
import { evaluateTie } from "../../src/relations/tie.ts";
import { figure, relation, sum } from "./figures.ts";

const plain = (value: Decimal): string => toPlain(roundTo(value, -4));
const ends = (interval: Interval | undefined): string =>
  interval ? `${plain(interval.low)} to ${plain(interval.high)}` : "nothing";

const expected = (form: Form, result: string, ...terms: string[]): string => {
  const found = expectedResult(
    relation(
      form,
      figure(result),
      terms.map((term) => figure(term)),
    ),
    noReadings,
  );
  return found ? `${plain(found.value)} (${ends(found)})` : "nothing";
};

describe("what the terms say the result is", () => {
  it.each<[string, Form, string, string[], string]>([
    ["a sum", { kind: "linear", weights: [1, -1] }, "60", ["100", "40"], "60.0000 (59.0000 to 61.0000)"],
    [
      "a nil mark has no width",
      { kind: "linear", weights: [1, 1] },
      "7",
      ["7", "-"],
      "7.0000 (6.5000 to 7.5000)",
    ],
    ["a share", { kind: "quotient", scale: 0 }, "0.25", ["250", "1000"], "0.2500 (0.2494 to 0.2506)"],
    [
      "per share, shares in thousands",
      { kind: "quotient", scale: -3 },
      "0.25",
      ["250", "1"],
      "0.2500 (0.1663 to 0.5010)",
    ],
    ["a growth", { kind: "change", magnitude: false }, "0.10", ["110", "100"], "0.1000 (0.0896 to 0.1106)"],
    [
      "a turn to profit",
      { kind: "change", magnitude: false },
      "2.0",
      ["100", "-100"],
      "2.0000 (1.9900 to 2.0101)",
    ],
    [
      "a loss that grew, by size",
      { kind: "change", magnitude: true },
      "0.10",
      ["-110", "-100"],
      "0.1000 (0.0896 to 0.1106)",
    ],
    [
      "a loss that grew, by amount",
      { kind: "change", magnitude: false },
      "-0.10",
      ["-110", "-100"],
      "-0.1000 (-0.1106 to -0.0896)",
    ],
    [
      "a translation",
      { kind: "translation", rate: parseDecimal("7.1") },
      "100",
      ["710"],
      "100.0000 (99.9296 to 100.0704)",
    ],
    ["a share of nothing", { kind: "quotient", scale: 0 }, "0.25", ["250", "0"], "nothing"],
    ["a change from nothing", { kind: "change", magnitude: false }, "0.25", ["250", "-"], "nothing"],
  ])("%s", (_, form, result, terms, said) => {
    expect(expected(form, result, ...terms)).toBe(said);
  });

  it("is compared with the print: printed less recomputed", () => {
    const footing = sum(figure("65"), [figure("40"), figure("20")]);
    const found = expectedResult(footing, noReadings);
    expect(found && toPlain(differenceOf(footing, found, noReadings))).toBe("5");
  });

  it("takes a reading for the print where there is one", () => {
    const [a, b] = [figure("40"), figure("2")];
    const found = expectedResult(sum(figure("60"), [a, b]), new Map([[b.id, parseDecimal("20")]]));
    expect(found && toPlain(found.value)).toBe("60");
  });
});

/** Whole amounts other than zero, and a print of each that rounding may have turned by less than half a unit. */
const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((n) => Math.abs(n) >= 100);

/** The terms themselves lie in what the relation implies for them; the result prints within it. */
function solvesForAll(tied: Relation): void {
  const result = expectedResult(tied, noReadings);
  expect(result && meet(result, printedInterval(tied.result.value)), `result: ${ends(result)}`).toBe(true);
  for (const [index, term] of tied.terms.entries()) {
    const solved = solveFor(tied, index, noReadings);
    expect(solved && contains(solved, term.value), `term ${index}: ${ends(solved)}`).toBe(true);
  }
}

describe("solving for each figure of a relation that ties gives back the figure", () => {
  it("in a sum", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, fc.constantFrom<1 | -1>(1, -1)), { minLength: 1, maxLength: 9 }),
        (parts) => {
          const total = parts.reduce((left, [value, weight]) => left + value * weight, 0);
          const terms = parts.map(([value]) => figure(String(value)));
          solvesForAll(
            sum(
              figure(String(total)),
              terms,
              parts.map(([, weight]) => weight),
            ),
          );
        },
      ),
    );
  });

  const rounded = (a: number, b: number, exponent: number): string =>
    toPlain(divide(parseDecimal(String(a)), parseDecimal(String(b)), exponent, "nearest"));

  it("in a share", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const share = rounded(a, b, -3);
        fc.pre(Math.abs(Number(share)) >= 0.01);
        solvesForAll(
          relation({ kind: "quotient", scale: 0 }, figure(share), [figure(String(a)), figure(String(b))]),
        );
      }),
    );
  });

  it("in a change, by amount and by size", () => {
    fc.assert(
      fc.property(amount, amount, fc.boolean(), (now, before, magnitude) => {
        const base = Math.abs(before);
        const rise = magnitude ? Math.abs(now) - base : now - before;
        fc.pre(Math.abs(rise / base + (magnitude || before > 0 ? 1 : -1)) >= 0.01);
        const change = figure(rounded(rise, base, -3));
        solvesForAll(
          relation({ kind: "change", magnitude }, change, [figure(String(now)), figure(String(before))]),
        );
      }),
    );
  });

  it("in a translation", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1_0000, max: 20_0000 }), (a, rate) => {
        const at = { coefficient: BigInt(rate), exponent: -4 };
        const result = figure(toPlain(divide(parseDecimal(String(a)), at, 0, "nearest")));
        solvesForAll(relation({ kind: "translation", rate: at }, result, [figure(String(a))]));
      }),
    );
  });
});

describe("a tie", () => {
  const damage = { kind: "cut", reason: "cut off", fragment: { digits: "2", negative: false } } as const;

  it.each<[string, Relation, boolean | null]>([
    ["ties", sum(figure("60"), [figure("40"), figure("20")]), true],
    ["breaks", sum(figure("65"), [figure("40"), figure("20")]), false],
    ["cannot be tried with a damaged figure", sum(figure("60"), [figure("40"), figure("2", damage)]), null],
    [
      "cannot be tried over zero",
      relation({ kind: "quotient", scale: 0 }, figure("1"), [figure("4"), figure("0")]),
      null,
    ],
  ])("%s", (_, tried, tie) => {
    expect(evaluateTie(tried)).toBe(tie);
  });
});
