/** The built program starts the same with the bytecode of the build, without it, and with one that does not fit. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./built.ts";

const copy = mkdtempSync(join(tmpdir(), "kc-start-"));
const sample = join(root, "samples/faulty-release.txt");
let bytecode = "";
let expected = "";

function start(options: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(copy, "bin/kc-check.js"), sample, "--quiet"], {
    encoding: "utf8",
    env: { NO_COLOR: "1", ...options },
  });
  return stdout + stderr;
}

/** What V8 itself says of the bytecode. */
function isTaken(): boolean {
  const code = `
    const { bytecodeFile, compile } = require("./dist/start.cjs");
    process.stdout.write(String(compile(require("fs").readFileSync(bytecodeFile)).cachedDataRejected));`;
  return execFileSync(process.execPath, ["-e", code], { cwd: copy, encoding: "utf8", env: {} }) === "false";
}

beforeAll(() => {
  for (const part of ["bin", "dist", "package.json"]) {
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => basename(path) !== "cmaps",
    });
  }
  const name = readdirSync(join(copy, "dist")).find((each) => each.endsWith(".bin")) ?? "";
  bytecode = join(copy, "dist", name);
  expected = start();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("the program", () => {
  test("starts with the bytecode of the build", () => {
    expect(expected).toContain("figures printed");
    expect(isTaken()).toBe(true);
  });

  test("sets only options that this V8 knows, and says nothing else", () => {
    const listed = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    const options: string[] = JSON.parse(readFileSync(bytecode.replace(/\.bin$/, ".json"), "utf8"));
    expect(options).toContain("--no-regexp-tier-up");
    for (const option of options) {
      const name = option.replace(/^--(?:no-)?/, "").replace(/=.*/, "");
      expect(listed).toContain(`  --${name} (`);
    }
    const { stderr } = spawnSync(process.execPath, [join(copy, "bin/kc-check.js"), sample], {
      encoding: "utf8",
      env: {},
    });
    expect(stderr).toBe("");
  });

  test("starts under other options of V8", () => {
    expect(start({ NODE_OPTIONS: "--max-old-space-size=600" })).toBe(expected);
  });

  test("starts with bytecode that is cut off, or is none", () => {
    const whole = readFileSync(bytecode);
    writeFileSync(bytecode, whole.subarray(0, whole.length / 2));
    expect(isTaken()).toBe(false);
    expect(start()).toBe(expected);
    writeFileSync(bytecode, "none");
    expect(isTaken()).toBe(false);
    expect(start()).toBe(expected);
  });

  test("starts without bytecode, as under another version of Node", () => {
    rmSync(bytecode);
    expect(start()).toBe(expected);
  });
});
