import { describe, expect, test } from "vitest";
import { seeded } from "../mutation/random.ts";
import { type Case, expected, fit } from "./fit.ts";

/** Cases drawn from a model: the fit has to find it again. */
function drawn(count: number, truth: (features: readonly number[]) => number): Case[] {
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    const features = [random.below(2), random.below(100) / 10];
    return { features, isTrue: random.below(1_000_000) / 1_000_000 < truth(features), weight: 1 };
  });
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

describe("fit", () => {
  test("finds the model that the cases were drawn from", () => {
    const { baseline, weights } = fit(
      drawn(20_000, ([a = 0, b = 0]) => logistic(-1 + 2 * a - 0.3 * b)),
      1,
    );
    expect(baseline).toBeCloseTo(-1, 0);
    expect(weights[0]).toBeCloseTo(2, 0);
    expect(weights[1]).toBeCloseTo(-0.3, 1);
  });

  test("expects as many true ones as there are", () => {
    const cases = drawn(5_000, () => 0.2);
    const model = fit(cases, 1);
    const mean = cases.reduce((sum, { features }) => sum + expected(model, features), 0) / cases.length;
    expect(mean).toBeCloseTo(cases.filter(({ isTrue }) => isTrue).length / cases.length, 6);
  });

  test("a penalty keeps what separates the cases from growing without bound", () => {
    const cases = [0, 0, 1, 1].map((value) => ({ features: [value], isTrue: value === 1, weight: 1 }));
    const [loose = 0] = fit(cases, 0.1).weights;
    const [tight = 0] = fit(cases, 10).weights;
    expect(loose).toBeGreaterThan(tight);
    expect(tight).toBeGreaterThan(0);
  });

  test("a case of weight two counts as two", () => {
    const twice = fit(
      [
        { features: [1], isTrue: true, weight: 2 },
        { features: [0], isTrue: false, weight: 1 },
      ],
      1,
    );
    const two = fit(
      [
        { features: [1], isTrue: true, weight: 1 },
        { features: [1], isTrue: true, weight: 1 },
        { features: [0], isTrue: false, weight: 1 },
      ],
      1,
    );
    expect(expected(twice, [1])).toBeCloseTo(expected(two, [1]), 1);
  });
});
