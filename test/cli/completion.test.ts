import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { rules } from "../../src/rules/index.ts";
import { kcCheck } from "./built.ts";

const script = (shell: string): string => kcCheck(["completion", shell]).stdout;

/** What bash offers for the words, the last of which is being typed. */
function offered(...words: readonly string[]): string[] {
  const line = words.map((word) => `'${word}'`).join(" ");
  const run = `${script("bash")}\nCOMP_WORDS=(kc-check ${line}); COMP_CWORD=${words.length}\n_kc_check; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", run], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((word) => word !== "");
}

const hasBash = spawnSync("bash", ["--version"]).status === 0;

describe.skipIf(!hasBash)("bash, run by bash", () => {
  test.each<[words: string[], offers: string[]]>([
    [["compl"], ["completion"]],
    [["ex"], ["explain"]],
    [["--tracked", "o"], ["original"]],
    [["--form"], ["--format"]],
    [
      ["check", "--ver"],
      ["--verbose", "--version"],
    ],
    [
      ["--fail-on", ""],
      ["error", "warning", "never"],
    ],
    [["--format", "js"], ["json"]],
    [["a.txt", "-f", ""], [...formats]],
    [["explain", "gross"], ["gross-profit"]],
    [["dump", "t"], ["tables"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish", "powershell"],
    ],
    [["--rule", "foot"], ["footing"]],
    [["--rule", "margin,foot"], ["margin,footing"]],
    // Nothing of ours: bash then offers files.
    [["--output", "re"], []],
    [["release.t"], []],
    [["dump", "tables", "x"], []],
  ])("%j", (words, offers) => {
    expect(offered(...words)).toEqual(offers);
  });
});

test.each(["bash", "zsh", "fish", "powershell"])("%s knows every option, command and rule", (shell) => {
  const text = script(shell);
  const help = kcCheck(["--help"]).stdout;
  const options = [...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name ?? "");
  expect(options.length).toBeGreaterThan(15);
  for (const name of options)
    expect(text, `--${name}`).toContain(
      shell === "fish" && name !== "help"
        ? `-l ${name}`
        : name === "help" && shell !== "bash" && shell !== "powershell"
          ? ""
          : `--${name}`,
    );
  for (const { name } of rules) expect(text).toContain(name);
  for (const command of ["check", "rules", "explain", "dump", "init", "completion"])
    expect(text).toContain(command);
});

test("an unknown shell is told", () => {
  expect(kcCheck(["completion", "bsh"])).toEqual({
    code: 2,
    stdout: "",
    stderr: 'kc-check: unknown shell "bsh" (did you mean bash?); use one of bash, zsh, fish, powershell\n',
  });
});

// There is no PowerShell here to run it: what can be seen without is that every bracket and quote is closed.
test("the script for PowerShell is closed in itself", () => {
  const text = script("powershell").replace(/^#.*$/gm, "");
  expect(text.match(/'/g)?.length).toSatisfy((quotes: number) => quotes % 2 === 0);
  let brackets = text.replace(/'[^']*'/g, "").replace(/[^(){}[\]]/g, "");
  for (let before = ""; before !== brackets; ) {
    before = brackets;
    brackets = brackets.replace(/\(\)|\{\}|\[\]/g, "");
  }
  expect(brackets).toBe("");
  expect(text).toContain("'--fail-on' = @{ Values = @('error', 'warning', 'never'); IsList = $false }");
  expect(text).toContain("'--output' = @{ Values = @(); IsList = $false }");
});
