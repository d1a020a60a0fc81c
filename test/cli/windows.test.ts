/** What differs on Windows, as far as it can be seen elsewhere: through the rules of its paths and a machine in memory. */
import { win32 } from "node:path";
import { describe, expect, test } from "vitest";
import { namedPaths, slashed } from "../../src/cli/named-paths.ts";
import { below } from "../../src/cli/scopes.ts";
import { parseBaseline } from "../../src/config/baseline.ts";
import { slashedGlob } from "../../src/config/slashed.ts";
import { file } from "../report/awkward.ts";
import { run } from "./fake.ts";

describe("paths below a folder", () => {
  test.each([
    ["C:\\data", "C:\\data\\q4\\a.txt", "q4/a.txt"],
    ["C:\\data", "c:\\DATA\\a.txt", "a.txt"],
    ["\\\\server\\share\\data", "\\\\server\\share\\data\\a.txt", "a.txt"],
    ["C:\\data", "C:\\database\\a.txt", null],
    ["C:\\data", "C:\\data", null],
    ["C:\\data", "D:\\data\\a.txt", null],
    ["C:\\data", "\\\\server\\share\\a.txt", null],
  ])("%s and %s", (folder, path, expected) => {
    expect(below(folder, path, win32)).toBe(expected);
  });
});

describe("arguments", () => {
  const asked: { pattern: string; folder: string }[] = [];
  const machine = (found: readonly string[], isWindows = true) => ({
    isWindows,
    exists: () => false,
    absolute: (path: string) => (path === "." ? "/data" : `/data/${path.replace(/\/$/, "")}`),
    glob: async ([pattern = ""]: readonly string[], folder: string) => {
      asked.push({ pattern, folder });
      return found;
    },
  });

  test("a pattern stands for the files it matches, in the folder that was named", async () => {
    const named = await namedPaths(
      ["filings\\*.txt", "b.htm"],
      machine(["/data/filings/a.txt", "/data/filings/c.txt"]),
    );
    expect(named).toEqual(["filings/a.txt", "filings/c.txt", "b.htm"]);
    expect(asked.at(-1)).toEqual({ pattern: "*.txt", folder: "/data/filings" });
  });

  test("what only globs know is taken by the letter", async () => {
    await namedPaths(["q(4)\\[draft] {1}*.txt"], machine(["/data/q(4)/[draft] {1}.txt"]));
    expect(asked.at(-1)).toEqual({ pattern: "\\[draft\\] \\{1\\}*.txt", folder: "/data/q(4)" });
  });

  test("a pattern that matches nothing is told", async () => {
    await expect(namedPaths(["none\\*.txt"], machine([]))).rejects.toThrow(
      "no file matches none\\*.txt; check the folder and the pattern",
    );
  });

  test("elsewhere the shell has done it, and a star is a letter", async () => {
    expect(await namedPaths(["*.txt", "a\\b.txt"], machine([], false))).toEqual(["*.txt", "a\\b.txt"]);
  });

  test("a path of the long kind stays as it is", () => {
    expect(slashed("\\\\?\\C:\\a\\b.txt", { isWindows: true })).toBe("\\\\?\\C:\\a\\b.txt");
  });

  test("the report names a file with slashes", async () => {
    const scene = { isWindows: true, files: { "q4/a.txt": "a" }, results: { a: file() } };
    const { stdout } = await run(["q4\\a.txt", "--format", "json"], scene);
    expect(JSON.parse(stdout).files[0].path).toBe("q4/a.txt");
  });
});

describe("what was written on Windows", () => {
  test.each([
    ["old\\*.txt", "old/*.txt"],
    ["old\\**\\draft-?.htm", "old/**/draft-?.htm"],
    ["pages\\\\[id\\].txt", "pages\\\\[id\\].txt"],
    ["\\[id\\].txt", "\\[id\\].txt"],
    ["old/*.txt", "old/*.txt"],
  ])("the glob %s", (glob, expected) => {
    expect(slashedGlob(glob)).toBe(expected);
  });

  test("a baseline names files with slashes", () => {
    const entry = {
      file: "q4\\a.txt",
      fingerprint: "f",
      related: [],
      rule: "footing",
      line: "Total",
      period: "",
      numbers: [],
      reason: "",
      who: "",
      added: "2026-01-01",
      expires: null,
    };
    const text = JSON.stringify({ version: 1, findings: [entry] });
    expect(parseBaseline(text, "b.json").findings[0]?.file).toBe("q4/a.txt");
  });
});
