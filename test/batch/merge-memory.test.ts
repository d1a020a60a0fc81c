/** A merge of very many results, whose memory is watched. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ndjsonLine } from "../../src/report/ndjson.ts";
import { root } from "../cli/built.ts";
import { file } from "../report/awkward.ts";

const folder = mkdtempSync(join(tmpdir(), "kc-check-merge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parts = 8;

/** A directory of sealed parts with so many results together. */
function filled(count: number): string {
  const directory = join(folder, String(count));
  mkdirSync(directory);
  const [before = "", after = ""] = ndjsonLine(file({ path: "@" })).split("@");
  for (let part = 1; part <= parts; part++) {
    const name = `shard-0000${part}-of-0000${parts}`;
    const lines: string[] = [];
    for (let n = part; n <= count; n += parts)
      lines.push(`${before}${String(n).padStart(8, "0")}.txt${after}`);
    const text = lines.join("");
    writeFileSync(join(directory, `${name}.ndjson`), text);
    const manifest = {
      schemaVersion: 1,
      tool: { name: "kc-check", version: "0", build: "0" },
      shard: { index: part, of: parts },
      settings: "s",
      results: `${name}.ndjson`,
      sha256: createHash("sha256").update(text).digest("hex"),
      files: lines.length,
      counts: { pass: 0, warn: 0, fail: 0 },
      keys: lines.map(() => null),
    };
    writeFileSync(join(directory, `${name}.manifest.json`), JSON.stringify(manifest));
  }
  return directory;
}

/** MB at most that a merge takes. */
function peakOf(directory: string): number {
  const tell = `data:text/javascript,${encodeURIComponent(
    'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(2,`peak ${process.resourceUsage().maxRSS}`));',
  )}`;
  const args = ["--import", tell, "bin/kc-check.js", "merge", directory, "-f", "ndjson", "-o", devNull];
  const { stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(status).toBe(0);
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}

test("100,000 results take little more memory than 5,000", () => {
  const few = peakOf(filled(5_000));
  const many = peakOf(filled(100_000));
  expect(many - few).toBeLessThan(60);
}, 120_000);
