/** A large filing of inline XBRL costs a bounded multiple of its bare parsing, and grows with its length. */
import { existsSync, readFileSync } from "node:fs";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../../src/run.ts";

const large = new URL("../../../../shared/corpus/html/nvidia-fy2025-10k.html", import.meta.url);

/** Milliseconds of processor time: what else the machine does then counts less. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function parseBare(text: string): number {
  let events = 0;
  const count = (): void => {
    events++;
  };
  const parser = new Parser(
    { onopentag: count, ontext: count, onclosetag: count },
    { recognizeSelfClosing: true },
  );
  parser.end(text);
  return events;
}

describe.skipIf(!existsSync(large))("a 10-K of 2 MB (../shared/corpus)", () => {
  const check = (text: string): Promise<unknown> =>
    checkFiling(new TextEncoder().encode(text), { path: "large.htm" });

  test("is checked within 12 times its bare parsing", { timeout: 120_000, retry: 3 }, async () => {
    const text = readFileSync(large, "utf8");
    const ratios: number[] = [];
    for (let run = 0; run < 4; run++) {
      const bare = await cost(() => parseBare(text));
      ratios.push((await cost(() => check(text))) / bare);
    }
    expect(Math.min(...ratios)).toBeLessThan(12);
  });

  test("8 copies of its body cost no more than 12 times one", { timeout: 120_000, retry: 3 }, async () => {
    const text = readFileSync(large, "utf8");
    const start = text.indexOf(">", text.indexOf("<body")) + 1;
    const end = text.lastIndexOf("</body>");
    const copies = (n: number): string =>
      text.slice(0, start) + text.slice(start, end).repeat(n) + text.slice(end);
    const one = Math.min(await cost(() => check(text)), await cost(() => check(text)));
    expect((await cost(() => check(copies(8)))) / one).toBeLessThan(12);
  });
});
