import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Cache } from "../../src/batch/cache.ts";
import { merged } from "../../src/batch/merge.ts";
import { Results } from "../../src/batch/results.ts";
import { Since } from "../../src/batch/since.ts";
import { ndjsonLine } from "../../src/report/ndjson.ts";
import type { FileReport } from "../../src/report/report.ts";
import { file } from "../report/awkward.ts";
import { grossProfit, unread } from "../report/checks.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-results-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (n: number): string => String(n).padStart(64, "0");
const named = (path: string, report: FileReport = file()): FileReport => ({ ...report, path });
const one = { index: 1, of: 1 };

function paths(directory: string): string[] {
  return [...merged([directory])].map(({ path }) => path);
}

describe("packed results", () => {
  const many = (n: number): FileReport =>
    named(`${String(n).padStart(4, "0")}.txt`, file({ checks: [grossProfit] }));
  function filled(directory: string, isPacked: boolean, count = 300): void {
    const results = new Results(directory, one, "s", { isPacked });
    for (let n = count - 1; n >= 0; n--) results.add(many(n), key(n));
    results.finish();
  }

  test("are the same results in a tenth of the room, in more than one member", () => {
    const [plain, packed] = [join(folder, "plain"), join(folder, "packed")];
    filled(plain, false);
    filled(packed, true);
    const text = readFileSync(join(plain, "shard-00001-of-00001.ndjson"));
    const bytes = readFileSync(join(packed, "shard-00001-of-00001.ndjson.gz"));
    expect(bytes.length).toBeLessThan(text.length / 10);
    expect(gunzipSync(bytes).equals(text)).toBe(true);
    expect(bytes.toString("latin1").split("\x1f\x8b\x08\x04").length).toBeGreaterThan(3);
    expect([...merged([packed])]).toEqual([...merged([plain])]);
  });

  test("are gone on with, and change between packed and plain when asked", () => {
    const directory = join(folder, "both");
    filled(directory, true, 20);
    const next = new Results(directory, one, "s");
    const known = next.recall(key(7), "0007.txt");
    expect(known).toEqual(many(7));
    next.add(many(7), key(7));
    next.add(many(999), key(999));
    next.finish();
    expect(readdirSync(directory).sort()).toEqual([
      "shard-00001-of-00001.manifest.json",
      "shard-00001-of-00001.ndjson",
    ]);
    expect(paths(directory)).toEqual(["0007.txt", "0999.txt"]);
  });

  test("that are damaged or cut off are no results", () => {
    const directory = join(folder, "damaged");
    filled(directory, true);
    const name = join(directory, "shard-00001-of-00001.ndjson.gz");
    const bytes = readFileSync(name);
    for (const at of [0, 16, 40, bytes.length >> 1, bytes.length - 5]) {
      const bad = Buffer.from(bytes);
      bad[at] = (bad[at] ?? 0) ^ 0x55;
      writeFileSync(name, bad);
      expect(() => paths(directory)).toThrow("not finished or damaged");
      writeFileSync(name, bytes.subarray(0, at));
      expect(() => paths(directory)).toThrow("not finished or damaged");
    }
    writeFileSync(name, gzipSync(gunzipSync(bytes)));
    expect(() => [...merged([name])]).toThrow("was not packed by kc-check");
    writeFileSync(name, bytes);
    expect([...merged([name])]).toHaveLength(300);
  });
});

describe("results of several runs", () => {
  function fileOf(name: string, names: readonly string[]): string {
    const path = join(folder, `${name}.ndjson`);
    writeFileSync(path, names.map((each) => ndjsonLine(named(each))).join(""));
    return path;
  }

  test("come in the order of all their paths, whatever the order in each, and each once", () => {
    const inputs = [
      fileOf("x", ["d", "a", "é"]),
      fileOf("y", ["c", "a"]),
      fileOf("z", []),
      fileOf("w", ["b", "B"]),
    ];
    expect([...merged(inputs)].map(({ path }) => path)).toEqual(["B", "a", "b", "c", "d", "é"]);
  });

  test("that differ on a file are refused before the first is given out", () => {
    const other = join(folder, "other.ndjson");
    writeFileSync(other, ndjsonLine(named("zz", file({ checks: [unread] }))));
    const all = merged([fileOf("v", ["a", "zz"]), other]);
    expect(() => all.next()).toThrow("there are two different results of zz; leave out the older one");
  });

  test("names with quotes and backslashes are read right", () => {
    const directory = join(folder, "quotes");
    const names = ['a"b', "a\\", 'a\\"c', 'a,"checks"', "\u2028"];
    const results = new Results(directory, one, "s");
    for (const name of names) results.add(named(name), null);
    results.finish();
    expect(new Set(paths(directory))).toEqual(new Set(names));
  });
});

describe("a directory of results", () => {
  test("is in byte order of the paths, whatever order the results came in", () => {
    const directory = join(folder, "order");
    const results = new Results(directory, one, "s");
    for (const path of ["b", "a/z", "a.txt", "é", "B"]) results.add(named(path), key(1));
    results.finish();
    expect(paths(directory)).toEqual(["B", "a.txt", "a/z", "b", "é"]);
    expect(readdirSync(directory).sort()).toEqual([
      "shard-00001-of-00001.manifest.json",
      "shard-00001-of-00001.ndjson",
    ]);
  });

  test("a run that was stopped is gone on with; a half-written line is no result", () => {
    const directory = join(folder, "torn");
    const first = new Results(directory, one, "s");
    for (const n of [1, 2, 3]) first.add(named(`${n}.txt`), key(n));
    first.leave();
    expect(() => paths(directory)).toThrow("lacks 1 part of 1: 1 not finished or damaged");
    const [journal = ""] = readdirSync(directory);
    const whole = readFileSync(join(directory, journal));
    // Cut at every place of the last line, and once with garbage behind.
    const last = whole.lastIndexOf("\n", whole.length - 2) + 1;
    for (let length = last; length < whole.length; length += 97) {
      truncateSync(join(directory, journal), length);
      const second = new Results(directory, one, "s");
      expect([1, 2, 3].map((n) => second.recall(key(n), `${n}.txt`)?.path ?? null)).toEqual([
        "1.txt",
        "2.txt",
        null,
      ]);
      second.leave();
      writeFileSync(join(directory, journal), whole);
    }
    writeFileSync(
      join(directory, journal),
      Buffer.concat([whole.subarray(0, whole.length - 40), Buffer.from("\n")]),
    );
    const third = new Results(directory, one, "s");
    expect(third.recall(key(3), "3.txt")).toBe(null);
    expect(third.recall(key(2), "2.txt")).toEqual(named("2.txt"));
    // Another key: the file, the rules or the tool have changed.
    expect(third.recall(key(9), "2.txt")).toBe(null);
    for (const n of [1, 2, 3]) third.add(named(`${n}.txt`), key(n));
    third.finish();
    expect(paths(directory)).toEqual(["1.txt", "2.txt", "3.txt"]);
  });

  test("a file that is gone from the archive is gone from the results", () => {
    const directory = join(folder, "gone");
    for (const names of [
      ["a", "b"],
      ["b", "c"],
    ]) {
      const results = new Results(directory, one, "s");
      for (const path of names) results.add(named(path), key(1));
      results.finish();
    }
    expect(paths(directory)).toEqual(["b", "c"]);
  });

  test("results that are not those of the manifest are a part to be run again", () => {
    const directory = join(folder, "changed");
    const results = new Results(directory, one, "s");
    results.add(named("a"), key(1));
    results.finish();
    const place = join(directory, "shard-00001-of-00001.ndjson");
    writeFileSync(place, readFileSync(place, "utf8").replace('"path":"a"', '"path":"b"'));
    expect(() => paths(directory)).toThrow("not finished or damaged");
    expect(new Results(directory, one, "s").recall(key(1), "a")).toBe(null);
  });

  test("a run in another number of parts, or with other options, is not mixed in", () => {
    const directory = join(folder, "parts");
    for (const index of [1, 2]) {
      const results = new Results(directory, { index, of: 2 }, `settings ${index}`);
      results.add(named(`${index}.txt`), key(1));
      results.finish();
    }
    expect(() => new Results(directory, { index: 1, of: 3 }, "s")).toThrow(
      "holds results of a run in 2 parts",
    );
    expect(() => paths(directory)).toThrow("made by different versions or with different options");
  });
});

describe("files of results", () => {
  const line = (path: string, report?: FileReport): string => `${JSON.stringify(named(path, report))}\n`;

  test("are joined; what is cut off, foreign or contradictory is refused", () => {
    const put = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const a = put("a.ndjson", line("z.txt") + line("b.txt"));
    const b = put("b.ndjson", line("a.txt") + line("b.txt"));
    expect([...merged([a, b])].map(({ path }) => path)).toEqual(["a.txt", "b.txt", "z.txt"]);
    const cut = put("cut.ndjson", line("a.txt") + line("b.txt").slice(0, -30));
    expect(() => [...merged([cut])]).toThrow("ends in the middle of a line");
    const other = put("other.ndjson", `${line("a.txt")}{"path":"b.txt"}\n`);
    expect(() => [...merged([other])]).toThrow("line 2 is not a result of kc-check");
    const twice = put("twice.ndjson", line("b.txt", file({ checks: [grossProfit] })));
    expect(() => [...merged([a, twice])]).toThrow("two different results of b.txt");
    expect(() => [...merged([join(folder, "absent")])]).toThrow("does not exist");
  });

  test("since: what is new and what is resolved", () => {
    const path = join(folder, "since.ndjson");
    writeFileSync(path, line("a.txt", file({ checks: [grossProfit] })) + line("b.txt"));
    const since = new Since(path);
    const changed = since.apply(named("a.txt", file({ checks: [unread] })));
    expect(changed.checks).toEqual([unread]);
    expect(changed.since).toEqual({
      known: 0,
      figures: 0,
      resolved: [
        { rule: grossProfit.rule, message: grossProfit.message, fingerprint: grossProfit.fingerprint },
      ],
    });
    const same = since.apply(named("a.txt", file({ checks: [grossProfit, unread] })));
    expect(same).toMatchObject({
      status: "warn",
      counts: { fail: 0, warn: 1 },
      since: { known: 1, resolved: [] },
    });
    const fresh = named("c.txt", file({ checks: [grossProfit] }));
    expect(since.apply(fresh)).toEqual({ ...fresh, since: { known: 0, figures: 0, resolved: [] } });
  });
});

describe("the cache", () => {
  test("gives back what it was given, under any path", () => {
    const cache = new Cache(join(folder, "cache"));
    const report = named("a.txt", file({ checks: [grossProfit] }));
    expect(cache.get(key(1), "a.txt")).toBe(null);
    cache.set(key(1), report);
    expect(cache.get(key(1), "b.txt")).toEqual({ ...report, path: "b.txt" });
  });

  test("a damaged entry is as good as absent, and is written again", () => {
    const cache = new Cache(join(folder, "damaged"));
    cache.set(key(1), named("a.txt"));
    const place = join(folder, "damaged", "00", `${key(1).slice(2)}.json`);
    const whole = readFileSync(place, "utf8");
    for (const text of [
      "",
      "{}",
      whole.slice(0, -5),
      whole.replace('"status":"', '"status":"x'),
      `${whole}\n`,
    ]) {
      writeFileSync(place, text);
      expect(cache.get(key(1), "a.txt")).toBe(null);
    }
    cache.set(key(1), named("a.txt"));
    expect(cache.get(key(1), "a.txt")).toEqual(named("a.txt"));
  });

  test("is trimmed to its limit, and cleared of its own files only", () => {
    const directory = join(folder, "trimmed");
    const cache = new Cache(directory);
    for (let n = 0; n < 20; n++) cache.set(key(n), named("a.txt"));
    const size = JSON.stringify(named("a.txt")).length;
    cache.trim(10 * size, Date.now());
    const left = readdirSync(join(directory, "00"));
    expect(left.length).toBeGreaterThan(3);
    expect(left.length).toBeLessThan(11);
    writeFileSync(join(directory, "00", "notes.txt"), "mine");
    expect(cache.clear()).toBe(left.length);
    expect(readdirSync(join(directory, "00"))).toEqual(["notes.txt"]);
  });

  test("where nothing may be written, nothing is kept and nothing fails", () => {
    const path = join(folder, "a-file");
    writeFileSync(path, "");
    const cache = new Cache(join(path, "below"));
    cache.set(key(1), named("a.txt"));
    expect(cache.get(key(1), "a.txt")).toBe(null);
    expect(cache.clear()).toBe(0);
  });
});
