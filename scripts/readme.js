// Puts the tool's own words into README.md (the rules' table, the two transcripts) and docs/formats.md. Run after a build.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { refreshed } from "./examples.js";

function run(...args) {
  try {
    return execFileSync(process.execPath, ["bin/kc-check.js", ...args], { encoding: "utf8" });
  } catch (error) {
    // Exit code 1 is what a faulty sample is for.
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

let readme = readFileSync("README.md", "utf8");

function replace(pattern, text) {
  if (!pattern.test(readme)) throw new Error(`README.md has no place for ${pattern}`);
  readme = readme.replace(pattern, () => text);
}

const short = run("samples/faulty-release.txt", "--quiet").trimEnd();
const long = run("samples/faulty-release.txt");
const finding = long.split(/\n\n(?= \d+ \S)/).find((block) => block.includes("two digits transposed"));
if (!finding) throw new Error("the sample has no transposition to show");
const rules = run("rules")
  .split("\n")
  .flatMap((line) => {
    const [, name, summary] = /^([a-z-]+) {2,}(\S.*)$/.exec(line) ?? [];
    return name ? [`| \`${name}\` | ${summary} |`] : [];
  });

replace(/^samples\/faulty-release\.txt\n[\s\S]*?(?=\n```$)/m, short);
replace(/^ \d (?! )[\s\S]*?(?=\n```$)/m, finding);
replace(
  /^\| rule \| what must hold \|\n\|---\|---\|\n(?:\|.*\n)*/m,
  `| rule | what must hold |\n|---|---|\n${rules.join("\n")}\n`,
);
writeFileSync("README.md", readme);

const formats = readFileSync("docs/formats.md", "utf8");
writeFileSync("docs/formats.md", refreshed(formats));
