/**
 * The short form of `npm run bench:growth`: input of each kind and twice as much of it. The time is that of the
 * processor, which the load of the machine leaves as it is, and only what takes long at all is compared.
 */
import { expect, test } from "vitest";
import { checkFiling } from "../../../src/run.ts";
import { kinds } from "./kinds.js";

const size = 50_000;
/** Milliseconds. What goes over so much text again and again takes seconds. */
const long = 500;
/** Of the time, over the size. */
const steepest = 1.6;

async function worked(text: string): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  const start = process.cpuUsage();
  await checkFiling(bytes, { path: "growing.txt" });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

test(`${kinds.length} kinds of input take time in proportion to it`, async () => {
  const steep: string[] = [];
  for (const [name, make] of kinds) {
    if ((await worked(make(size))) < long) continue;
    // Once more, since whatever is done for the first time takes longer.
    const once = await worked(make(size));
    const exponent = Math.log2((await worked(make(size * 2))) / once);
    if (once > long && exponent > steepest)
      steep.push(`${name}: ${Math.round(once)} ms, ${exponent.toFixed(2)}`);
  }
  expect(steep).toEqual([]);
}, 300_000);
