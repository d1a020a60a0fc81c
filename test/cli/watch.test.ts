import { describe, expect, it } from "vitest";
import type { Session } from "../../src/cli/dependencies.ts";
import type { RawOptions } from "../../src/cli/settings.ts";
import { type Run, saved, watch } from "../../src/cli/watch.ts";
import type { Io } from "../../src/io.ts";

/** What the looks at a file see, one after another; the last stays. */
function looks(...stamps: readonly (string | null)[]): () => string | null {
  let next = 0;
  return () => stamps[Math.min(next++, stamps.length - 1)] ?? null;
}

async function count(look: () => string | null, most = 12): Promise<number> {
  const stop = new AbortController();
  let asked = 0;
  const counted = (): string | null => {
    if (++asked > most) stop.abort();
    return look();
  };
  let times = 0;
  for await (const _ of saved(["a.txt"], stop.signal, counted, 1)) times++;
  return times;
}

describe("a file that is watched", () => {
  it("is saved when it changed and then stayed as it is", async () => {
    expect(await count(looks("1"))).toBe(0);
    expect(await count(looks("1", "1", "2", "2"))).toBe(1);
    expect(await count(looks("1", "2", "3", "4", "4"))).toBe(1);
    expect(await count(looks("1", "2", "2", "3", "3"))).toBe(2);
  });

  it("may be away while a program puts another in its place", async () => {
    expect(await count(looks("1", null, null, "2", "2"))).toBe(1);
    expect(await count(looks("1", null, null, "1", "1"))).toBe(0);
  });
});

describe("--watch", () => {
  const said: string[] = [];
  const session = (over: Partial<Io>): Session => ({
    dependencies: {
      io: { stderr: { write: async (text: string) => void said.push(text) }, ...over } as unknown as Io,
    } as Session["dependencies"],
    verbose: false,
    exitCode: 0,
  });
  const runs: [readonly string[], RawOptions][] = [];
  const run: Run = async (paths, raw) => {
    runs.push([paths, raw]);
    return 1;
  };

  it("checks at once, says that it waits, and ends with the last exit code", async () => {
    const stop = new AbortController();
    stop.abort();
    const files = session({ isDirectory: () => false, exists: () => false });
    expect(await watch(["a.txt"], { quiet: true }, files, { run, signal: stop.signal })).toBe(1);
    expect(runs).toEqual([[["a.txt"], { quiet: true }]]);
    expect(said.join("")).toContain("waiting for a file to be saved; Ctrl+C ends it");
  });

  it.each<[readonly string[], RawOptions, string]>([
    [[], {}, "--watch needs a file to watch; name one"],
    [["-"], {}, "--watch is for files that somebody saves, not for standard input"],
    [["dir"], {}, "--watch is for files that somebody saves, not for the directory dir"],
    [["a.txt"], { prior: "b.txt" }, "--watch compares a file with itself before it was saved; drop --prior"],
  ])("%j %j: %s", async (paths, raw, sentence) => {
    const files = session({ isDirectory: (path) => path === "dir" });
    const signal = new AbortController().signal;
    await expect(watch(paths, raw, files, { run, signal })).rejects.toThrow(sentence);
  });
});
