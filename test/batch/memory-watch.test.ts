import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { isOutOfMemory, tooMuchMemory } from "../../src/batch/channel.ts";

const folder = mkdtempSync(join(tmpdir(), "kc-check-memory-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Takes so many MB of bytes, which are no objects of V8, without a pause, and waits. */
function taking(megabytes: number): { signal: string | null; stdout: string; stderr: string } {
  const watch = join(folder, "watch.cjs");
  buildSync({
    entryPoints: ["src/batch/memory-watch.ts"],
    outfile: watch,
    bundle: true,
    format: "cjs",
    platform: "node",
  });
  const script = join(folder, `take-${megabytes}.cjs`);
  writeFileSync(
    script,
    `require(${JSON.stringify(watch)}).watchMemory(300, 20, ${JSON.stringify(tooMuchMemory)});
    const kept = [];
    // The thread that watches has to start.
    const begin = Date.now();
    while (Date.now() - begin < 2_000 || kept.length < ${megabytes}) {
      if (kept.length < ${megabytes}) kept.push(Buffer.alloc(1 << 20, 1));
      if (kept.length % 16 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
    console.log("ended by itself");`,
  );
  return spawnSync(process.execPath, ["--max-old-space-size=64", script], { encoding: "utf8" });
}

test("a process that takes too many bytes ends at once, and says why", () => {
  const { signal, stdout, stderr } = taking(2_000);
  expect(stdout).toBe("");
  expect(signal).toBe(process.platform === "win32" ? null : "SIGKILL");
  expect(stderr).toBe(tooMuchMemory);
  expect(isOutOfMemory(stderr)).toBe(true);
});

test("one that stays below it is left alone", () => {
  expect(taking(50)).toMatchObject({ signal: null, stdout: "ended by itself\n", stderr: "" });
});
