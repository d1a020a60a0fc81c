import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Decimal, decimal, multiply, parseDecimal, toPlain } from "../../src/money/decimal.ts";
import {
  absInterval,
  addIntervals,
  contains,
  divideIntervals,
  intersect,
  type Interval,
  meet,
  multiplyIntervals,
  negateInterval,
  point,
  printedInterval,
} from "../../src/money/interval.ts";

const printed = (text: string): Interval => printedInterval(parseDecimal(text));
const ends = ({ low, high }: Interval): string => `${toPlain(low)} to ${toPlain(high)}`;

const numbers: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: -4, max: 4 }))
  .map(([coefficient, exponent]) => ({ coefficient, exponent }));

/** A printed figure, and a number that prints so. */
const readings = fc
  .tuple(numbers, fc.integer({ min: -50, max: 50 }))
  .map(([value, off]): readonly [Interval, Decimal] => [
    printedInterval(value),
    { coefficient: value.coefficient * 100n + BigInt(off), exponent: value.exponent - 2 },
  ]);

describe("a printed number", () => {
  it.each([
    ["123", "122.5 to 123.5"],
    ["0.54", "0.535 to 0.545"],
    ["-7.0", "-7.05 to -6.95"],
    ["0", "-0.5 to 0.5"],
  ])("%s stands for %s", (text, expected) => {
    expect(ends(printed(text))).toBe(expected);
  });

  it("in thousands stands for half a thousand on either side", () => {
    expect(ends(printedInterval(decimal(7n, 3)))).toBe("6500 to 7500");
  });

  it("meets its neighbour at the half, and no figure beyond", () => {
    expect(meet(printed("1.5"), printed("1.6"))).toBe(true);
    expect(meet(printed("1.5"), printed("1.7"))).toBe(false);
    expect(intersect(printed("1.5"), printed("1.7"))).toBeUndefined();
  });
});

describe("arithmetic never loses the true value", () => {
  const holds = (
    exact: (a: Decimal, b: Decimal) => Decimal,
    wide: (a: Interval, b: Interval) => Interval,
  ): void => {
    fc.assert(
      fc.property(readings, readings, ([wideA, a], [wideB, b]) => contains(wide(wideA, wideB), exact(a, b))),
    );
  };

  it("in a product", () => {
    holds(multiply, multiplyIntervals);
  });

  it("in a sum and in a difference", () => {
    const sum = (a: Interval, b: Interval): Interval => addIntervals(a, b);
    fc.assert(
      fc.property(readings, readings, ([wideA, a], [wideB, b]) => {
        const exponent = Math.min(a.exponent, b.exponent);
        const at = ({ coefficient, exponent: own }: Decimal): bigint =>
          coefficient * 10n ** BigInt(own - exponent);
        expect(contains(sum(wideA, wideB), decimal(at(a) + at(b), exponent))).toBe(true);
        expect(contains(sum(wideA, negateInterval(wideB)), decimal(at(a) - at(b), exponent))).toBe(true);
      }),
    );
  });

  it("in a quotient, whatever the unit it is rounded at", () => {
    fc.assert(
      fc.property(
        readings,
        readings,
        fc.integer({ min: -12, max: 3 }),
        ([wideA, a], [wideB, b], exponent) => {
          const quotient = divideIntervals(wideA, wideB, exponent);
          if (!quotient) return;
          // low × b and high × b have a between them: no division is needed to see it.
          const [low, high] = [multiply(quotient.low, b), multiply(quotient.high, b)];
          const [least, most] = b.coefficient > 0n ? [low, high] : [high, low];
          expect(compare(least, a)).toBeLessThanOrEqual(0);
          expect(compare(most, a)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("says nothing of a quotient whose divisor may be zero", () => {
    expect(divideIntervals(printed("5"), printed("0.0"), -6)).toBeUndefined();
    expect(divideIntervals(printed("5"), { low: decimal(0n), high: decimal(1n) }, -6)).toBeUndefined();
    expect(divideIntervals(printed("5"), { low: decimal(-1n), high: decimal(0n) }, -6)).toBeUndefined();
  });
});

describe("magnitudes", () => {
  it.each([
    ["5", "4.5 to 5.5"],
    ["-5", "4.5 to 5.5"],
  ])("of %s are %s", (text, expected) => {
    expect(ends(absInterval(printed(text)))).toBe(expected);
  });

  it("of what may be zero start there", () => {
    expect(ends(absInterval({ low: decimal(-3n), high: decimal(2n) }))).toBe("0 to 3");
    expect(ends(absInterval(point(decimal(0n))))).toBe("0 to 0");
  });
});
