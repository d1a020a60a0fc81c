/** The steps of CONTRIBUTING.md, done to the letter in a copy of the repository. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../cli/built.ts";

const steps = readFileSync(join(root, "CONTRIBUTING.md"), "utf8")
  .split(/^\*\*Step \d\.\*\*/m)
  .slice(1);
const copy = mkdtempSync(join(tmpdir(), "kc-contributing-"));

interface Code {
  readonly language: string;
  readonly text: string;
}

function codeOf(step: string): readonly Code[] {
  return [...step.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));
}

/** The first path that a step names. */
function pathOf(step: string): string {
  return join(copy, /`(src\/\S+?)`/.exec(step)?.[1] ?? "no path is named");
}

/** Lines before and after a change, as a diff tells them. */
function sides(diff: string): { readonly before: string; readonly after: string } {
  const lines = diff.split(/(?<=\n)/);
  const side = (left: string): string =>
    lines.flatMap((line) => (line.startsWith(" ") || line.startsWith(left) ? line.slice(1) : [])).join("");
  return { before: side("-"), after: side("+") };
}

function run(command: string): string {
  return execFileSync("sh", ["-c", command], {
    cwd: copy,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" },
  });
}

beforeAll(() => {
  const left = new Set([".git", "dist", "node_modules"].map((name) => join(root, name)));
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(path) });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("a rule is added in five steps", { timeout: 180_000 }, () => {
  expect(steps).toHaveLength(5);
  const [write = "", register = "", tryOut = "", document = ""] = steps;

  writeFileSync(pathOf(write), codeOf(write)[0]?.text ?? "");

  let index = readFileSync(pathOf(register), "utf8");
  for (const { text } of codeOf(register)) {
    const { before, after } = sides(text);
    expect(index.split(before)).toHaveLength(2);
    index = index.replace(before, after);
  }
  writeFileSync(pathOf(register), index);
  expect(() => run("npx tsc --noEmit")).not.toThrow();

  const said = run(codeOf(tryOut)[0]?.text ?? "");
  expect(said).toMatch(/^4 passed, 0 failed/m);

  run(codeOf(document)[0]?.text ?? "");
  const [page = "no page is named"] = /docs\/rules\/[\w-]+\.md/.exec(document) ?? [];
  expect(readFileSync(join(copy, page), "utf8")).toContain("printed 478,477, recomputed 487,477");
  expect(readFileSync(join(copy, "README.md"), "utf8")).toContain(`(${page})`);
});
