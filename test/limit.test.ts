import { describe, expect, test } from "vitest";
import { limitedTo, TimeOver } from "../src/limit.ts";
import { inSteps, loaded, type Steps } from "../src/steps.ts";

/** Takes two to the power of its length. */
const endless = (): boolean => /^(a|a)+$/.test(`${"a".repeat(60)}b`);

function* work(step: () => unknown): Steps<unknown> {
  yield* loaded(Promise.resolve());
  return step();
}

describe("a file has its time", () => {
  test("what takes longer is ended, in the middle of an expression", async () => {
    const start = performance.now();
    await expect(inSteps(work(endless), limitedTo(0.3))).rejects.toThrow(TimeOver);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("its steps share it", async () => {
    function* slow(): Steps<void> {
      for (let i = 0; i < 20; i++) {
        const end = performance.now() + 50;
        while (performance.now() < end);
        yield* loaded(Promise.resolve());
      }
    }
    await expect(inSteps(slow(), limitedTo(0.3))).rejects.toThrow("took longer than 0.3 s");
  });

  test("what ends in time has its result, its errors, and what it waited for", async () => {
    const turn = limitedTo(60);
    expect(
      await inSteps(
        work(() => "done"),
        turn,
      ),
    ).toBe("done");
    await expect(
      inSteps(
        work(() => {
          throw new RangeError("own");
        }),
        turn,
      ),
    ).rejects.toThrow(new RangeError("own"));
    function* caught(): Steps<string> {
      try {
        yield* loaded(Promise.reject(new Error("not there")));
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    }
    expect(await inSteps(caught(), turn)).toBe("not there");
  });
});
