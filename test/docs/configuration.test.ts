/** The examples of docs/configuration.md are run as they stand. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Run, root } from "../cli/built.ts";

const page = readFileSync(join(root, "docs/configuration.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));

function block(language: string, part: string): string {
  const found = blocks.find((each) => each.language === language && each.text.includes(part));
  if (!found) throw new Error(`the page has no ${language} block with ${part}`);
  return found.text;
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-docs-"));
  writeFileSync(join(folder, "metrics.txt"), block("", "KEY METRICS"));
  mkdirSync(join(folder, "rules"));
  writeFileSync(join(folder, "rules/fare.mjs"), block("js", "fare-rule"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kc(config: string, ...args: readonly string[]): Run {
  writeFileSync(join(folder, "kc-check.config.yaml"), config);
  const run = spawnSync(process.execPath, [join(root, "bin/kc-check.js"), "metrics.txt", ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1" },
    encoding: "utf8",
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

test("every config of the page can be loaded, but for the one that is to be told", () => {
  const configs = blocks.filter(({ language }) => language === "yaml");
  expect(configs.length).toBeGreaterThan(5);
  for (const { text } of configs) {
    const isWrong = text.includes("* =");
    // A named baseline must be there; none is.
    expect(kc(text, "--no-baseline").stderr.includes("kc-check.config.yaml"), text).toBe(isWrong);
  }
});

test("the equation finds what the page says", () => {
  const equation = blocks.find(({ language, text }) => language === "yaml" && text.startsWith("equations:"));
  expect(kc(equation?.text ?? "", "--format", "lines")).toEqual({
    code: 1,
    stdout: block("", "metrics.txt:6:26"),
    stderr: "",
  });
});

test("the mistake is shown as the page shows it", () => {
  expect(kc(block("yaml", "* =")).stderr).toBe(block("", "kc-check: kc-check.config.yaml"));
});

test("the tolerance accepts it, and says why", () => {
  const { code, stdout } = kc(block("yaml", "average of the routes"), "--verbose");
  expect(code).toBe(0);
  expect(stdout).toContain("1 relation ties by tolerance: fares are an average of the routes");
});

test("the rule of the page finds it too", () => {
  const { code, stdout } = kc(block("yaml", "fare.mjs"), "--rule", "fare-rule", "--format", "lines");
  expect(stdout).toContain("fare-rule: ");
  expect(code).toBe(1);
});

test("the page tells of every key of a config", () => {
  const schema: { properties: object } = JSON.parse(
    readFileSync(join(root, "docs/config.schema.json"), "utf8"),
  );
  const keys = Object.keys(schema.properties).filter((key) => key !== "$schema");
  expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});
