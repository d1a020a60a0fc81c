/**
 * Text whose blocks are what the tool says. A comment above a block tells what fills it:
 *   <!-- kc-check samples/a.txt --quiet -->               the output of the command
 *   <!-- kc-check samples/a.txt | finding 2 -->           one finding of it
 *   <!-- file docs/examples/a.txt -->                     the file, its cells set in columns
 *   <!-- rules docs/rules/ -->                            a table of all rules, no block
 *   <!-- confidence -->                                   how often findings of each confidence are true
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filingLines } from "../../src/report/rule-examples.ts";
import { rules } from "../../src/rules/index.ts";
import { refreshed } from "../examples.js";
import { confidenceRows } from "./confidence-rows.ts";
import { ruleRows } from "./rule-page.ts";

const blocks = /^(<!-- (kc-check|file) (.+?) -->\n+```\w*\n)[^]*?(?=^```$)/gm;
const measured = /^(<!-- confidence -->\n+)(?:\|.*\n)+/gm;
const tables = /^(<!-- rules (\S+) -->\n+)(?:\|.*\n)+/gm;

/** The command as a user runs it: built, in a pipe, without colour. */
export function runBuilt(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["bin/kc-check.js", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    encoding: "utf8",
  });
  // A report is what examples are for, whatever the exit code; without one the command is wrong.
  if (stdout === "") throw new Error(`kc-check ${args.join(" ")} (exit code ${status}): ${stderr}`);
  return stdout;
}

function output(root: string, command: string): string {
  const [args = "", part = ""] = command.split(" | ");
  const printed = runBuilt(root, args.split(" "));
  const number = /^finding (\d+)$/.exec(part)?.[1];
  if (part === "") return printed;
  const finding = printed.split(/\n\n(?= *\d+ \S)/).find((text) => text.trimStart().startsWith(`${number} `));
  if (number === undefined || finding === undefined) throw new Error(`"${command}" prints no such part`);
  // The last finding is followed by the counts.
  return finding.replace(/\n\n [\d,]+ figures printed[^]*/, "");
}

/** The text with every block and table filled anew, those below a shown command (examples.js) too. */
export function filled(text: string, root: string): string {
  return refreshed(text, root)
    .replace(blocks, (_, head: string, kind: string, argument: string) => {
      const lines =
        kind === "file"
          ? filingLines(readFileSync(join(root, argument), "utf8")).join("\n")
          : output(root, argument).replace(/^\n+|\s+$/g, "");
      return `${head}${lines}\n`;
    })
    .replace(measured, (_, head: string) => `${head}${confidenceRows()}\n`)
    .replace(tables, (_, head: string, folder: string) => `${head}${ruleRows(rules, folder)}\n`);
}
