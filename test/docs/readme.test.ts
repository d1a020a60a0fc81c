import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { version } from "../../src/version.ts";
import { kcCheck, root } from "../cli/built.ts";

const readme = readFileSync(`${root}/README.md`, "utf8");
const manifest: unknown = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));

test("the README's table lists all rules with their summaries, in order", () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map((match) => [match[1], match[2]]);
  expect(rows).toEqual(rules.map((rule) => [rule.name, rule.summary]));
});

test("the README's transcripts are what the tool prints", () => {
  const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) =>
    (match[2] ?? "").trimEnd(),
  );
  const short = blocks.find((block) => block.startsWith("samples/faulty-release.txt"));
  const finding = blocks.find((block) => /^ \d+ \S/.test(block)) ?? "no finding is shown";
  expect(kcCheck(["samples/faulty-release.txt", "--quiet"]).stdout.trimEnd()).toBe(short);
  expect(kcCheck(["samples/faulty-release.txt"]).stdout).toContain(finding);
});

test("the version is that of the package", () => {
  expect(manifest).toMatchObject({ version });
  expect(kcCheck(["--version"]).stdout).toContain(version);
});
