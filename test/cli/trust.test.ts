/** What strangers may decide: SECURITY.md, row by row. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { zipFile } from "../batch/zip-file.ts";
import { kcCheck } from "./built.ts";

const folder = mkdtempSync(join(tmpdir(), "trust-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table = (title: string): string =>
  `${title}\nBALANCE SHEETS (in thousands)\n\t2023\t2022\n\tUSD\tUSD\nCash\t100,310\t90,440\nReceivables\t41,206\t38,115\nEquipment\t200,120\t110,200\nTotal assets\t341,936\t238,755\n`;

function filing(name: string, config: unknown): string {
  const own = join(folder, name);
  mkdirSync(own);
  const path = join(own, `${"a".repeat(40)}.txt`);
  writeFileSync(path, table("Tern Ferries Limited"));
  writeFileSync(join(own, "kc-check.config.json"), JSON.stringify(config));
  return path;
}

describe("a config that lies beside filings", () => {
  test.each<[string, unknown, RegExp]>([
    ["a pattern that is slow", { ignore: ["(a+)+$"] }, /takes too long to be matched/],
    [
      "a pattern of many stars",
      { ignore: [`${"*a".repeat(24)}b`] },
      /takes too long|does not tie|printed 310/,
    ],
    ["a baseline elsewhere", { baseline: "../elsewhere.json" }, /lies outside its folder/],
    ["a list", [], /holds a list/],
  ])("%s", (name, config, sentence) => {
    const { code, stdout, stderr } = kcCheck([filing(name, config), "--update-baseline"]);
    expect(stderr + stdout).toMatch(sentence);
    expect([0, 1, 2]).toContain(code);
    expect(existsSync(join(folder, "elsewhere.json"))).toBe(false);
  });
});

test("no line of a log is a command, in any format that a log may show", () => {
  for (const said of [
    "::error::forged",
    "##[error]forged",
    "a ::set-output name=x::forged",
    "##vso[task.complete]forged",
  ]) {
    const text = table(said).replace("Cash", said).replace("Total assets", `Total ${said}`);
    for (const format of ["table", "lines", "markdown", "junit", "github"]) {
      const { stdout, stderr } = kcCheck(["-", "--no-config", "-f", format, "--verbose"], text);
      for (const line of `${stdout}\n${stderr}`.split("\n")) {
        expect(line).not.toMatch(/##\[|##vso\[/);
        // The format itself is made of commands; of the filing's there is none.
        const isOurs = format === "github" && /^::(?:error|warning|notice) (?:file|line|title)=/.test(line);
        expect(isOurs ? line.slice(2) : line).not.toMatch(
          isOurs ? /::(?:set-output|error::forged)/ : /^\s*::[a-z]/,
        );
      }
    }
  }
});

test("members of an archive: one whose name leads out of it, two of one name", () => {
  const archive = join(folder, "a.zip");
  writeFileSync(
    archive,
    zipFile([
      { name: "../out.txt", bytes: table("A") },
      { name: "b.txt", bytes: table("B") },
      { name: "b.txt", bytes: table("C") },
    ]),
  );
  const { stdout, code } = kcCheck([archive, "--no-config", "-f", "ndjson"]);
  const files = stdout.split("\n").filter((line) => line.includes('"checks"'));
  expect(files.map((line) => (JSON.parse(line) as { path: string }).path.slice(archive.length))).toEqual([
    "!../out.txt",
    "!b.txt",
    "!b.txt (2)",
  ]);
  expect(code).toBe(1);
  expect(existsSync(join(folder, "..", "out.txt"))).toBe(false);
});

test("a link at a name beside the report is not written through", () => {
  const victim = join(folder, "victim.txt");
  writeFileSync(victim, "mine");
  symlinkSync(victim, join(folder, "report.txt.tmp1"));
  const { code } = kcCheck(["-", "--no-config", "-o", join(folder, "report.txt")], table("A"));
  expect(code).toBe(1);
  expect(existsSync(victim)).toBe(true);
});

test("no name stands twice on a page, though a figure is drawn twice", () => {
  const laidOut = `Tern Ferries Limited\nBALANCE SHEETS (in thousands)\n                   2023     2022\nCash                100       90\nOther               200      110\nTotal assets        300      200\n`;
  const { stdout } = kcCheck(["-", "--no-config", "-f", "html"], `${laidOut}\n${laidOut}`);
  const names = [...stdout.matchAll(/ id="([^"]*)"/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
});
