/** The sign of the lines of an identity, where there is no other column to tell it. */
import { expect, test } from "vitest";
import { checkFiling } from "../check-text.ts";

const filing = (cost: string, profit: string): Uint8Array =>
  new TextEncoder().encode(
    `STATEMENT OF OPERATIONS (in thousands)\n\tYear ended December 31,\n\t2024\n\tRMB\nRevenues\t1,377,925\nCost of revenues\t${cost}\nGross profit\t${profit}\n`,
  );

test.each(["(918,614)", "918,614"])("a cost printed as %s is deducted", (cost) => {
  const sound = checkFiling(filing(cost, "459,311"), { path: "a.txt" });
  expect(sound.counts).toMatchObject({ pass: 1, fail: 0, warn: 0 });
  const [found, ...others] = checkFiling(filing(cost, "495,311"), { path: "a.txt" }).checks;
  expect(others).toEqual([]);
  expect(found?.display).toMatchObject({ printed: "495,311", recomputed: "459,311" });
  expect(found?.diagnosis?.slip).toBe("transposition");
});
