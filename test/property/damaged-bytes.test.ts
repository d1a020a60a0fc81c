import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";
import { seeded } from "../bench/mutation/random.ts";
import { makePdf, typed } from "../read/pdf/make-pdf.ts";

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const rounds = 25;

/** Bytes turned, cut out, doubled and put elsewhere, a few at a time. */
function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const dice = seeded(seed);
  let left = Buffer.from(bytes);
  for (let i = dice.below(12) + 1; i > 0; i--) {
    const at = dice.below(left.length || 1);
    const length = dice.below(dice.below(4) === 0 ? 2_000 : 20) + 1;
    const piece = left.subarray(at, at + length);
    const rest = [left.subarray(0, at), left.subarray(at + length)];
    const [head = left, tail = left] = rest;
    const way = dice.below(4);
    if (way === 0) left = Buffer.concat([head, tail]);
    else if (way === 1) left = Buffer.concat([head, piece, piece, tail]);
    else if (way === 2) left = Buffer.concat([tail, piece, head]);
    else left = Buffer.concat([head, Buffer.from(piece.map(() => dice.below(256))), tail]);
  }
  return left;
}

/** Whatever stands in a file, its check ends with a result, and soon. */
describe.each([
  ["EDGAR text", sample("edgar-release.txt")],
  ["laid-out text", sample("laid-out-release.txt")],
  [
    "PDF",
    makePdf([
      typed(new TextDecoder().decode(sample("edgar-release.txt")).split("\n").slice(40, 90).join("\n")),
    ]),
  ],
])("%s with damaged bytes", (_, bytes) => {
  test.each(Array.from({ length: rounds }, (__, i) => i + 1))("seed %i", async (seed) => {
    const start = performance.now();
    const report = await checkFiling(damaged(bytes, seed), { path: "x" });
    expect(["pass", "warn", "fail", "unrecognized", "unreadable"]).toContain(report.status);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
