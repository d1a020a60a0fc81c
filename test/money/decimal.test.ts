import { Decimal as Oracle } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  negate,
  parseDecimal,
  type Rounding,
  roundTo,
  subtract,
  toGrouped,
  toPlain,
} from "../../src/money/decimal.ts";
import { readFigure } from "../../src/money/figure.ts";

const numbers: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: -8, max: 8 }))
  .map(([coefficient, exponent]) => ({ coefficient, exponent }));
const nonZero = numbers.filter(({ coefficient }) => coefficient !== 0n);

const plain = (text: string): Decimal => parseDecimal(text);

describe("exactness", () => {
  it("adds tenths to tenths without a float's error", () => {
    expect(toPlain(add(plain("0.1"), plain("0.2")))).toBe("0.3");
    expect(toPlain(subtract(plain("0.3"), plain("0.1")))).toBe("0.2");
    expect(toPlain(multiply(plain("1.15"), plain("100")))).toBe("115.00");
  });

  it("keeps every digit of long amounts", () => {
    expect(toPlain(add(plain("99999999999999999999"), plain("0.01")))).toBe("99999999999999999999.01");
  });

  it("takes numbers of other precision for the same number", () => {
    expect(compare(plain("1.50"), plain("1.5"))).toBe(0);
    expect(compare(decimal(15n, 2), plain("1500"))).toBe(0);
    expect(compare(plain("-2"), plain("1"))).toBe(-1);
  });

  it("undoes an addition by the subtraction", () => {
    fc.assert(fc.property(numbers, numbers, (a, b) => compare(subtract(add(a, b), b), a) === 0));
  });
});

describe("print and parse", () => {
  it("reads back what it prints, plain and grouped", () => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(compare(parseDecimal(toPlain(value)), value)).toBe(0);
        const printed = readFigure(toGrouped(value));
        expect(printed.kind === "figure" && compare(printed.value, value) === 0).toBe(true);
      }),
    );
  });

  it("reads back brackets as the negative", () => {
    fc.assert(
      fc.property(nonZero, (value) => {
        const size = value.coefficient < 0n ? negate(value) : value;
        const printed = readFigure(`(${toGrouped(size)})`);
        expect(printed.kind === "figure" && compare(printed.value, negate(size)) === 0).toBe(true);
      }),
    );
  });

  it("groups by three and keeps zeros behind the point", () => {
    expect(toGrouped(plain("-7047461.50"))).toBe("-7,047,461.50");
    expect(toGrouped(plain("999"))).toBe("999");
    expect(toPlain(decimal(7n, 3))).toBe("7000");
    expect(toPlain(decimal(-5n, -3))).toBe("-0.005");
  });

  it.each(["", " 1", "1,000", "1e3", "+1", ".5", "1.", "NaN", "١"])("refuses %j", (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });
});

describe("rounding", () => {
  it.each<[string, Rounding, string]>([
    ["2.5", "nearest", "3"],
    ["-2.5", "nearest", "-3"],
    ["2.4", "nearest", "2"],
    ["2.5", "down", "2"],
    ["-2.5", "down", "-3"],
    ["2.1", "up", "3"],
    ["-2.9", "up", "-2"],
    ["2.0", "up", "2"],
  ])("rounds %s %s to %s", (text, rounding, expected) => {
    expect(toPlain(roundTo(plain(text), 0, rounding))).toBe(expected);
  });

  it("is exact towards finer units", () => {
    expect(roundTo(plain("3"), -2)).toEqual({ coefficient: 300n, exponent: -2 });
  });

  it("divides down below and up above the true quotient, one unit apart at most", () => {
    fc.assert(
      fc.property(numbers, nonZero, fc.integer({ min: -10, max: 2 }), (a, b, exponent) => {
        const low = divide(a, b, exponent, "down");
        const high = divide(a, b, exponent, "up");
        const [least, most] = b.coefficient > 0n ? [low, high] : [high, low];
        expect(compare(multiply(least, b), a)).toBeLessThanOrEqual(0);
        expect(compare(multiply(most, b), a)).toBeGreaterThanOrEqual(0);
        expect(high.coefficient - low.coefficient).toBeLessThanOrEqual(1n);
        const nearest = divide(a, b, exponent, "nearest").coefficient;
        expect([low.coefficient, high.coefficient]).toContain(nearest);
      }),
    );
  });

  it("refuses to divide by zero", () => {
    expect(() => divide(plain("1"), plain("0.00"), -2, "nearest")).toThrow(RangeError);
  });
});

describe("decimal.js comes to the same", () => {
  const Exact = Oracle.clone({ precision: 200, toExpNeg: -200, toExpPos: 200, defaults: true });
  const oracle = ({ coefficient, exponent }: Decimal): Oracle => new Exact(`${coefficient}e${exponent}`);
  const modes = { down: Oracle.ROUND_FLOOR, up: Oracle.ROUND_CEIL, nearest: Oracle.ROUND_HALF_UP } as const;

  it.each([
    ["add", add, "plus"],
    ["subtract", subtract, "minus"],
    ["multiply", multiply, "times"],
  ] as const)("%s", (_name, own, theirs) => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(oracle(own(a, b)).eq(oracle(a)[theirs](oracle(b)))).toBe(true);
        expect(compare(a, b)).toBe(oracle(a).cmp(oracle(b)));
      }),
    );
  });

  it.each(["down", "up", "nearest"] as const)("divide and roundTo, %s", (rounding) => {
    fc.assert(
      fc.property(numbers, nonZero, fc.integer({ min: 0, max: 12 }), (a, b, places) => {
        // 200 digits are enough to tell on which side of a half a quotient of such numbers lies.
        const quotient = oracle(a).div(oracle(b)).toDP(places, modes[rounding]);
        expect(oracle(divide(a, b, -places, rounding)).eq(quotient)).toBe(true);
        const rounded = oracle(a).toDP(places, modes[rounding]);
        expect(oracle(roundTo(a, -places, rounding)).eq(rounded)).toBe(true);
      }),
    );
  });
});
