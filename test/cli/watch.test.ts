import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
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

  it("compares each file with itself, but not with what could not be checked", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kc-check-watch-"));
    const [right, letter] = [join(folder, "right.txt"), join(folder, "letter.txt")];
    const statement =
      "INCOME STATEMENT (in thousands)\n\t2024\nRevenue\t1,210\nCosts\t(730)\nGross profit\t480\n";
    writeFileSync(right, statement);
    writeFileSync(letter, "Dear shareholders");
    const stop = new AbortController();
    const files = session({
      isDirectory: () => false,
      exists: existsSync,
      readFile: (path: string) => readFileSync(path),
    });
    const told: {
      readonly paths: readonly string[];
      readonly prior: string | null;
      readonly text: string;
    }[] = [];
    const tell: Run = async (paths, { prior }, { dependencies }) => {
      const [path = ""] = paths;
      told.push({ paths, prior: prior ?? null, text: dependencies.io.readFile(path).toString() });
      return paths.length > 1 ? 2 : 0;
    };
    const ended = watch([right, letter], {}, files, { run: tell, signal: stop.signal });
    const isTold = (times: number): Promise<void> =>
      vi.waitFor(() => expect(told).toHaveLength(times), { timeout: 20_000, interval: 50 });
    await isTold(1);
    // As an editor saves: another file takes the place of the one before.
    writeFileSync(`${right}.new`, `${statement}Tax\t12\n`);
    renameSync(`${right}.new`, right);
    await isTold(2);
    expect(told[1]).toEqual({ paths: [right], prior: `${right} as it was`, text: `${statement}Tax\t12\n` });
    rmSync(right);
    writeFileSync(letter, statement);
    await isTold(3);
    expect(told[2]).toMatchObject({ paths: [letter], prior: null });
    writeFileSync(right, statement);
    await isTold(4);
    expect(told[3]).toMatchObject({ paths: [right], prior: `${right} as it was`, text: statement });
    stop.abort();
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true });
  }, 60_000);

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
