/** Ctrl-C and SIGTERM are heard within a second, whatever one file does. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endlessPdf } from "../read/pdf/endless-pdf.ts";
import { root } from "./built.ts";

const folder = mkdtempSync(join(tmpdir(), "signals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = join(root, "bin/kc-check.js");
/** Milliseconds until the file is being read or checked. */
const underWay = 700;

beforeAll(() => {
  const sample = readFileSync(join(root, "samples/clean-release.txt"), "utf8");
  // As large as what is checked without a worker may be, and far larger.
  writeFileSync(join(folder, "text.txt"), sample.repeat(230));
  writeFileSync(join(folder, "large.txt"), sample.repeat(1_200));
  writeFileSync(join(folder, "endless.pdf"), endlessPdf());
  execFileSync("mkfifo", [join(folder, "pipe")]);
});

/** How the run ended, and milliseconds from the signal to its end. */
async function ended(run: ChildProcess, signalled: () => void): Promise<{ by: unknown; after: number }> {
  const end = new Promise<unknown>((done) => run.on("exit", (code, by) => done(by ?? code)));
  await new Promise((go) => setTimeout(go, underWay));
  const start = performance.now();
  signalled();
  const by = await end;
  return { by, after: performance.now() - start };
}

describe.skipIf(process.platform === "win32")("one file is given up at once", () => {
  test.each([
    ["text.txt"],
    ["text.txt --out results"],
    ["text.txt --cache-dir cache -f html -o report.html"],
    ["large.txt"],
    ["endless.pdf"],
    ["endless.pdf --out results"],
    ["dump tables endless.pdf"],
    ["pipe"],
    ["text.txt --prior pipe"],
    ["-"],
  ])("%s", async (command) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const run = spawn(process.execPath, [program, ...command.split(" ")], {
        cwd: folder,
        stdio: ["pipe", "ignore", "ignore"],
      });
      const { by, after } = await ended(run, () => run.kill(signal));
      expect(by).toBe(signal);
      expect(after).toBeLessThan(1_000);
    }
  });
});

const apart = ["--fork", "--pid", "--kill-child"];
const canBeFirst = spawnSync("unshare", [...apart, "true"]).status === 0;

describe.skipIf(!canBeFirst)("as the first process of a container", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s", async (signal, code) => {
    const run = spawn("unshare", [...apart, process.execPath, program, "text.txt"], {
      cwd: folder,
      stdio: "ignore",
    });
    const { by, after } = await ended(run, () => {
      const first = readFileSync(`/proc/${run.pid}/task/${run.pid}/children`, "utf8").trim();
      process.kill(Number(first), signal);
    });
    expect(by).toBe(code);
    expect(after).toBeLessThan(1_000);
  });

  test("the exit code and the report are those of the check", () => {
    const args = [program, join(root, "samples/faulty-release.txt"), "--no-config", "-f", "json"];
    const run = spawnSync("unshare", [...apart, process.execPath, ...args], { encoding: "utf8" });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
  });
});
