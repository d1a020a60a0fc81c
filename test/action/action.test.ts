/** The script of the GitHub Action in a repository made for it; GitHub itself is not here. */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../cli/built.ts";

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "kc-action-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!has("bash") || !has("git"))("the action", () => {
  let work = "";
  let base = "";
  let n = 0;
  const git = (...args: string[]): string => {
    const who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
    const { status, stdout, stderr } = spawnSync("git", [...who, ...args], { cwd: work, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  };
  const add = (sample: string, name = sample): void => {
    copyFileSync(join(root, "samples", sample), join(work, name));
  };
  const commit = (): void => {
    git("add", "-A");
    git("commit", "-q", "-m", "x");
  };
  const act = (more: Readonly<Record<string, string>> = {}) => {
    const output = join(work, "..", `output-${++n}`);
    const summary = join(work, "..", `summary-${n}`);
    writeFileSync(output, "");
    const { status, stdout, stderr } = spawnSync("bash", [join(root, "scripts/action.sh")], {
      cwd: work,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"] ?? "",
        KC_CHECK: join(root, "bin/kc-check.js"),
        SARIF: "kc-check.sarif",
        BASE: base,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...more,
      },
    });
    const outputs = Object.fromEntries(
      readFileSync(output, "utf8")
        .split("\n")
        .map((line) => line.split("=")),
    ) as Record<string, string>;
    const sarif = join(work, "kc-check.sarif");
    return {
      status,
      told: stdout + stderr,
      code: outputs["code"],
      uris: existsSync(sarif)
        ? JSON.parse(readFileSync(sarif, "utf8")).runs[0].artifacts.map(
            (artifact: { location: { uri: string } }) => artifact.location.uri,
          )
        : null,
      summary: existsSync(summary) ? readFileSync(summary, "utf8") : "",
    };
  };

  beforeEach(() => {
    work = join(folder, `work-${++n}`);
    mkdirSync(work);
    git("init", "-q");
    add("clean-release.txt", "old.txt");
    add("faulty-release.txt", "known to be wrong.txt");
    commit();
    base = git("rev-parse", "HEAD");
  });

  test("checks what the change touches and nothing else", () => {
    add("faulty-release.txt", "new filing.txt");
    add("no-table.txt");
    writeFileSync(join(work, "tool.py"), "print(1)\n");
    rmSync(join(work, "old.txt"));
    commit();
    const { status, code, uris, summary } = act();
    expect({ status, code, uris }).toEqual({ status: 0, code: "1", uris: ["new%20filing.txt"] });
    expect(summary).toContain("new filing.txt");
    expect(summary).toContain("Cost of fulfilment services");
  });

  test("a change that ties, and one of other files", () => {
    add("balance-sheet.csv", "notes.csv");
    add("clean-release.txt", "also.txt");
    writeFileSync(join(work, "notes.csv"), "name,size\na,b\n");
    commit();
    expect(act()).toMatchObject({ status: 0, code: "0", uris: ["also.txt"] });
    base = git("rev-parse", "HEAD");
    rmSync(join(work, "kc-check.sarif"));
    writeFileSync(join(work, "tool.py"), "print(2)\n");
    commit();
    expect(act()).toMatchObject({ status: 0, code: "0", uris: null });
  });

  test("without a change to compare with, or with files named, all of them are checked", () => {
    expect(act({ BASE: "" })).toMatchObject({ code: "1", uris: ["known%20to%20be%20wrong.txt", "old.txt"] });
    expect(act({ FILES: "old.txt" })).toMatchObject({ code: "0", uris: ["old.txt"] });
    expect(act({ BASE: "", ARGS: "--fail-on never" })).toMatchObject({ code: "0" });
  });

  test("wrong options fail the step with their sentence", () => {
    const { status, told } = act({ BASE: "", ARGS: "--bogus" });
    expect(status).toBe(2);
    expect(told).toContain("unknown option '--bogus'");
  });

  test("action.yml gives the script all that it asks for", () => {
    const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
    const step = action.runs.steps.find(({ id }: { id?: string }) => id === "check");
    const script = readFileSync(join(root, "scripts/action.sh"), "utf8");
    const asked = new Set(script.match(/(?<=\$\{?)[A-Z][A-Z_]+(?=[}":\s]|:-)/g) ?? []);
    const given = new Set([...Object.keys(step.env), "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]);
    expect([...asked].filter((name) => !given.has(name))).toEqual([]);
    expect(Object.keys(step.env).filter((name) => !asked.has(name))).toEqual([]);
    const page = readFileSync(join(root, "docs/github-action.md"), "utf8");
    for (const input of Object.keys(action.inputs)) expect(page).toContain(`| \`${input}\` |`);
  });
});

test("the container file runs what the package has", () => {
  const file = readFileSync(join(root, "Containerfile"), "utf8");
  const { bin, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entry = /^ENTRYPOINT \["([^"]+)"\]$/m.exec(file)?.[1] ?? "";
  expect(Object.keys(bin)).toContain(entry);
  const node = Number(/node:(\d+)-slim$/m.exec(file)?.[1]);
  expect(node).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
});
