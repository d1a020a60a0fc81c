/** Windows neither replaces nor removes a file that is open; Linux tells which are. */
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import type * as Fs from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { Results } from "../../src/batch/results.ts";
import { file } from "../report/awkward.ts";

const { touched, wasOpen } = vi.hoisted(() => ({ touched: [] as string[], wasOpen: [] as string[] }));

function openFiles(): readonly string[] {
  return readdirSync("/proc/self/fd").flatMap((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`);
    } catch {
      // The directory that was being read.
      return [];
    }
  });
}

vi.mock("node:fs", async (load) => {
  const real = await load<typeof Fs>();
  const free = (path: string): void => {
    touched.push(path);
    if (openFiles().includes(resolve(path))) wasOpen.push(path);
  };
  return {
    ...real,
    renameSync: (from: string, to: string) => {
      free(from);
      free(to);
      real.renameSync(from, to);
    },
    rmSync: (path: string, options: object) => {
      free(path);
      real.rmSync(path, options);
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), "kc-check-open-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!existsSync("/proc/self/fd"))(
  "results replace those of the run before when these are closed",
  () => {
    const one = { index: 1, of: 1 };
    for (let run = 0; run < 3; run++) {
      const results = new Results(folder, one, "s");
      const kept = results.recall("0".repeat(64), "a.txt");
      if (!kept) results.add({ ...file(), path: "a.txt" }, "0".repeat(64));
      else results.add(kept, "0".repeat(64));
      results.finish();
    }
    expect(wasOpen).toEqual([]);
    expect(touched.filter((path) => path.endsWith(".ndjson")).length).toBe(3);
    expect(touched.filter((path) => path.includes(".journal-")).length).toBe(3);
  },
);
