/** The same numbers under the captions of each language give the same relations, and the same findings. */
import { describe, expect, test } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../../src/run.ts";
import { type Slip, statementsIn } from "./statements.ts";
import { words } from "./words.ts";

const seeds = [1, 2, 3, 4, 5, 6];

const check = (language: string, seed: number, slip?: Slip): Promise<FileReport> =>
  checkFiling(new TextEncoder().encode(statementsIn(language, seed, slip)), {
    path: "statements.md",
    all: true,
  });

/** Every check by the lines and the digits of its figures: captions and styles of numbers apart. */
function verdicts({ checks }: FileReport): string[] {
  return checks
    .map(({ rule, status, result, terms }) => {
      const figures = [result, ...terms];
      return `${rule} ${status} ${figures.map(({ line, raw }) => `${line}:${raw.replace(/\D/g, "")}`).join(" ")}`;
    })
    .sort();
}

describe.each(Object.keys(words).filter((language) => language !== "en"))("%s", (language) => {
  test("statements that add up give the relations that they give in English, and every figure is tied", async () => {
    for (const seed of seeds) {
      const [own, english] = [await check(language, seed), await check("en", seed)];
      expect(own.counts.fail + own.counts.warn, `seed ${seed}`).toBe(0);
      expect(own.untied, `seed ${seed}`).toEqual([]);
      expect(verdicts(own), `seed ${seed}`).toEqual(verdicts(english));
    }
  });

  test("a slip is found where it is found in English", async () => {
    for (const [i, key] of ["gross", "op", "tca", "teq", "cfo", "end", "net"].entries()) {
      const slip = { key, by: 90 };
      const [own, english] = [await check(language, i, slip), await check("en", i, slip)];
      expect(own.counts.fail, key).toBeGreaterThan(0);
      expect(verdicts(own), key).toEqual(verdicts(english));
    }
  });
});
