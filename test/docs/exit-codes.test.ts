/** Every row of docs/exit-codes.md, as a user would run it. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../cli/built.ts";
import { endlessPdf } from "../read/pdf/endless-pdf.ts";

const page = readFileSync(new URL("../../docs/exit-codes.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| (\d) \| (.*?) \| `(.*?)` \|$/gm)].map(
  ([, code = "", when = "", example = ""]) => [Number(code), when, example] as const,
);

const folder = mkdtempSync(join(tmpdir(), "exit-codes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  copyFileSync(join(root, "samples/clean-release.txt"), join(folder, "clean.txt"));
  copyFileSync(join(root, "samples/faulty-release.txt"), join(folder, "faulty.txt"));
  copyFileSync(join(root, "samples/damaged-announcement.txt"), join(folder, "warned.txt"));
  writeFileSync(join(folder, "notes.txt"), "Revenue rose.\n");
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(join(folder, "damaged.pdf"), "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n");
  writeFileSync(join(folder, "slow.pdf"), endlessPdf());
  writeFileSync(join(folder, "list.json"), "[]");
  symlinkSync("loop.txt", join(folder, "loop.txt"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
});

describe.skipIf(process.platform !== "linux")("the table of exit codes", () => {
  test("has rows for each code", () => {
    expect(new Set(rows.map(([code]) => code))).toEqual(new Set([0, 1, 2]));
    expect(rows.length).toBeGreaterThan(15);
  });

  test.each(rows)("%i: %s (%s)", (code, _, example) => {
    const args = example.split(" ").map((word) => word.replace("aaaa…", "a".repeat(300)));
    const before = readdirSync(folder).filter((name) => name !== "report.txt");
    const run = spawnSync(process.execPath, [join(root, "bin/kc-check.js"), ...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1" },
      encoding: "utf8",
      timeout: 25_000,
    });
    expect(run.status, run.stderr).toBe(code);
    // Sentences, and no trace of the program's own lines.
    expect(run.stderr + run.stdout).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(run.stderr).not.toMatch(/please report/);
    expect(run.stderr).toMatch(code === 2 ? /^kc-check: / : /^/);
    // Nothing half-written is left behind.
    expect(readdirSync(folder).filter((name) => name !== "report.txt")).toEqual(before);
  });

  test("without a home, and with a reader that goes away", () => {
    const command = `${process.execPath} ${join(root, "bin/kc-check.js")} clean.txt faulty.txt --all -f ndjson | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync("bash", ["-c", command], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "" },
      encoding: "utf8",
    });
    expect(run.stdout.trim()).toBe("1");
  });
});
