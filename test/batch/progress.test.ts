import { describe, expect, test } from "vitest";
import { duration, Progress } from "../../src/batch/progress.ts";

async function said(
  { isTerminal, isForced }: { readonly isTerminal: boolean; readonly isForced: boolean },
  seconds: readonly number[],
): Promise<string[]> {
  let now = 0;
  const written: string[] = [];
  const output = {
    isTerminal,
    columns: isTerminal ? 60 : undefined,
    write: async (text: string) => void written.push(text),
  };
  const progress = new Progress({ total: 1_000, output, isForced, now: () => now });
  for (const second of seconds) {
    now = second * 1000;
    await progress.file({ findings: 2, isUnreadable: second > 30 });
  }
  await progress.end();
  return written;
}

describe("progress", () => {
  test("on a terminal one line, drawn over and taken away", async () => {
    expect(await said({ isTerminal: true, isForced: false }, [0.05, 1, 1.01, 2])).toEqual([
      "\r\u001b[K 2 of 1,000 files · 2.0/s · 4 findings · 8 min 19 s left",
      "\r\u001b[K 4 of 1,000 files · 2.0/s · 8 findings · 8 min 18 s left",
      "\r\u001b[K",
    ]);
  });

  test("in a pipe nothing of a short run, a plain line now and then of a long one", async () => {
    expect(await said({ isTerminal: false, isForced: false }, [1, 10, 29])).toEqual([]);
    expect(await said({ isTerminal: false, isForced: false }, [1, 31, 32])).toEqual([
      "kc-check: 2 of 1,000 files · 0.1/s · 4 findings · 1 unreadable · 4 h 17 min left\n",
    ]);
  });

  test("asked for in a pipe: more often, and at the end", async () => {
    expect(await said({ isTerminal: false, isForced: true }, [1, 6])).toHaveLength(2);
  });

  test.each([
    [4.4, "4 s"],
    [60, "1 min"],
    [75, "1 min 15 s"],
    [7_260, "2 h 1 min"],
  ])("%d seconds: %s", (seconds, text) => expect(duration(seconds)).toBe(text));
});
