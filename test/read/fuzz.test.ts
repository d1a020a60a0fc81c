/** Damaged copies of the samples: every reader gives a clear result or a sentence, in time, and never throws. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

const samples = new URL("../../samples/", import.meta.url);
const names = readdirSync(samples).filter((name) => /\.(?:md|csv)$/.test(name) && name !== "README.md");
const copies = 60;

/** mulberry32: the same damage for the same seed. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const stray = [
  "|",
  "\\",
  "`",
  '"',
  "\n",
  "*",
  "|---|",
  "<b",
  "&#x110000;",
  "\u0000",
  "\uffff",
  "$",
  "(",
  ",",
];

/** Bytes changed, left out, doubled, moved or cut off, and marks of the formats put in. */
function damaged(bytes: Buffer, random: (below: number) => number): Uint8Array {
  let copy = Buffer.from(bytes);
  for (let i = 0; i <= random(12); i++) {
    const at = random(copy.length);
    const to = at + random(200);
    const [head, middle, tail] = [copy.subarray(0, at), copy.subarray(at, to), copy.subarray(to)];
    switch (random(6)) {
      case 0:
        copy[at] = random(256);
        break;
      case 1:
        copy = Buffer.concat([head, tail]);
        break;
      case 2:
        copy = Buffer.concat([head, middle, middle, tail]);
        break;
      case 3:
        copy = Buffer.concat([
          head,
          Buffer.from((stray[random(stray.length)] ?? "").repeat(1 + random(30))),
          middle,
          tail,
        ]);
        break;
      case 4:
        copy = Buffer.concat([tail, head, middle]);
        break;
      default:
        if (random(4) === 0) copy = Buffer.from(head);
    }
    if (copy.length === 0) break;
  }
  return Uint8Array.from(copy);
}

test.each(names)(
  "%s",
  async (name) => {
    const bytes = readFileSync(new URL(name, samples));
    for (let seed = 1; seed <= copies; seed++) {
      const report = await checkFiling(damaged(bytes, seeded(seed)), { path: name });
      expect(report.error === null || report.error.length > 10, `seed ${seed}`).toBe(true);
    }
  },
  60_000,
);
