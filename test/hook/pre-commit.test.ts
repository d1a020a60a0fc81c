/** The hook as its users meet it: the real pre-commit installs this repository and runs on real commits. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

function runs(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

/** What a commit of this tree would hold; null where the tree is no git checkout. */
function trackedFiles(): readonly string[] | null {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  if (listed.status !== 0) return null;
  return listed.stdout.split("\0").filter((path) => path !== "");
}

const tracked = runs("pre-commit") && runs("git") ? trackedFiles() : null;

describe.skipIf(tracked === null)("the pre-commit hook (needs pre-commit and git)", () => {
  let folder = "";
  let data = "";

  /** Runs a program in the data repository, with none of the user's own hooks or git settings. */
  const run = (
    program: string,
    ...args: string[]
  ): { readonly status: number | null; readonly text: string } => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: data,
      encoding: "utf8",
      env: {
        // npm's own settings are the machine's.
        ...process.env,
        PRE_COMMIT_HOME: join(folder, "cache"),
        PRE_COMMIT_COLOR: "never",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_AUTHOR_NAME: "t",
        GIT_AUTHOR_EMAIL: "t@example.com",
        GIT_COMMITTER_NAME: "t",
        GIT_COMMITTER_EMAIL: "t@example.com",
      },
    });
    return { status, text: `${stdout}${stderr}` };
  };
  const must = (program: string, ...args: string[]): string => {
    const { status, text } = run(program, ...args);
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${text}`);
    return text;
  };
  const put = (name: string, text: string): void => {
    writeFileSync(join(data, name), text);
    must("git", "add", name);
  };
  const sample = (name: string): string => readFileSync(join(root, "samples", name), "utf8");

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kc-hook-"));
    const hooks = join(folder, "kc-check");
    for (const path of tracked ?? []) cpSync(join(root, path), join(hooks, path));
    data = hooks;
    must("git", "init", "-q");
    must("git", "add", "-A");
    must("git", "commit", "-q", "-m", "hook");
    const rev = must("git", "rev-parse", "HEAD").trim();
    data = join(folder, "data");
    spawnSync("git", ["init", "-q", data]);
    put(
      ".pre-commit-config.yaml",
      `repos:\n  - repo: ${hooks}\n    rev: ${rev}\n    hooks:\n      - id: kc-check\n`,
    );
    must("pre-commit", "install", "--install-hooks");
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a commit with a clean filing passes", () => {
    put("clean.txt", sample("clean-release.txt"));
    const { status, text } = run("git", "commit", "-m", "clean");
    expect(text).toMatch(/kc-check\.+Passed/);
    expect(status).toBe(0);
  });

  test("other files are passed over", () => {
    put("notes.txt", "Nothing to add up here.\n");
    put("readme.md", "# Data\n\nFilings, one a file.\n");
    put("tool.py", "print(1)\n");
    const { status, text } = run("git", "commit", "-m", "others");
    expect(text).toMatch(/kc-check\.+Passed/);
    expect(status).toBe(0);
  });

  test("a filing with planted errors is refused, with every line that does not tie", () => {
    put("faulty.txt", sample("faulty-release.txt"));
    const { status, text } = run("git", "commit", "-m", "faulty");
    expect(status).toBe(1);
    expect(text).toMatch(/kc-check\.+Failed/);
    expect(text).toContain("faulty.txt");
    expect(text).toContain("Cost of fulfilment services · Q2 2024 CNY · footing");
    expect(must("git", "log", "--oneline").trim().split("\n")).toHaveLength(2);
    must("git", "rm", "-q", "--cached", "faulty.txt");
  });

  test("findings that a baseline accepts stop no commit", () => {
    put("faulty.txt", sample("faulty-release.txt"));
    const tool = join(root, "bin/kc-check.js");
    must(process.execPath, tool, "faulty.txt", "--update-baseline", "--reason", "known since the draft");
    must("git", "add", "kc-check.baseline.json");
    const { status, text } = run("git", "commit", "-m", "accepted");
    expect(text).toMatch(/kc-check\.+Passed/);
    expect(status).toBe(0);
  });
});
