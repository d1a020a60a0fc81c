import { describe, expect, test } from "vitest";
import { seeded } from "../mutation/random.ts";
import { probabilityWhere } from "./choose.ts";

/** Breaks of which a model says `probability`, and of which `truth` of it is true. */
function drawn(
  count: number,
  truth: (probability: number) => number,
): { probability: number; isTrue: boolean }[] {
  const random = seeded(3);
  const uniform = (): number => (random.below(1_000_000) + 0.5) / 1_000_000;
  return Array.from({ length: count }, () => {
    const probability = uniform();
    return { probability, isTrue: uniform() < truth(probability) };
  });
}

describe("the probability where a share of the breaks is true", () => {
  test("is that share where the model is right", () => {
    const breaks = drawn(20_000, (probability) => probability);
    expect(probabilityWhere(0.6, breaks)).toBeCloseTo(0.6, 1);
    expect(probabilityWhere(0.9, breaks)).toBeCloseTo(0.9, 1);
  });

  test("is higher where the model promises too much", () => {
    const breaks = drawn(20_000, (probability) => probability ** 2);
    expect(probabilityWhere(0.6, breaks)).toBeGreaterThan(0.7);
  });

  test("turns on no single break", () => {
    const breaks = drawn(150, (probability) => probability);
    const without = breaks.map((_, left) =>
      probabilityWhere(
        0.6,
        breaks.filter((__, i) => i !== left),
      ),
    );
    expect(Math.max(...without) - Math.min(...without)).toBeLessThan(0.05);
  });
});
