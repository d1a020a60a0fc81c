import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { kcCheck, root } from "./built.ts";

/** What a user sees, with the exit code: read the files in transcripts/ as a user would. */
const commands: readonly (readonly [file: string, args: readonly string[], code: number])[] = [
  ["clean", ["samples/clean-release.txt"], 0],
  ["faulty", ["samples/faulty-release.txt"], 1],
  ["faulty-lines", ["samples/faulty-release.txt", "--format", "lines"], 1],
  ["faulty-markdown", ["samples/faulty-release.txt", "--format", "markdown", "--rule", "margin"], 1],
  ["faulty-github", ["samples/faulty-release.txt", "--format", "github", "--rule", "margin,translation"], 1],
  [
    "faulty-junit",
    ["samples/faulty-release.txt", "--format", "junit", "--rule", "margin,net-result,per-share"],
    1,
  ],
  ["faulty-never", ["samples/faulty-release.txt", "--quiet", "--fail-on", "never"], 0],
  ["faulty-one-rule", ["samples/faulty-release.txt", "--rule", "margin"], 1],
  ["damaged", ["samples/damaged-announcement.txt"], 0],
  ["damaged-strict", ["samples/damaged-announcement.txt", "--quiet", "--fail-on", "warning"], 1],
  ["no-table", ["samples/no-table.txt"], 2],
  ["no-table-hook", ["samples/no-table.txt", "--skip-unrecognized"], 0],
  [
    "several",
    ["samples/clean-release.txt", "samples/faulty-release.txt", "samples/absent.txt", "--quiet"],
    2,
  ],
  ["directory", ["samples", "--quiet", "--rule", "gross-profit,cash-roll-forward"], 1],
  ["unknown-rule", ["--rule", "foting", "samples/clean-release.txt"], 2],
  ["rules", ["rules"], 0],
  ["explain", ["explain", "gross-profit"], 0],
  ["help", ["--help"], 0],
];

test.each(commands)("%s", async (file, args, code) => {
  const run = kcCheck(args);
  const said = (name: string, text: string): string =>
    text === "" ? "" : `\n${name}:\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n`;
  const transcript = `# kc-check ${args.join(" ")}\n${said("stdout", run.stdout)}${said("stderr", run.stderr)}\nExit code: ${run.code}\n`;
  expect(run.code).toBe(code);
  await expect(transcript).toMatchFileSnapshot(`transcripts/${file}.md`);
});

test("a stack trace is never shown", () => {
  for (const args of [["samples/no-table.txt"], ["/nonexistent"], ["--bogus"], ["explain", "nothing"]]) {
    const { stdout, stderr } = kcCheck(args);
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
  }
});

test("standard input is a filing like any other", () => {
  const { code, stdout } = kcCheck(
    ["-", "--format", "json"],
    "Title\n\n\t2023\t2024\n\tUSD\tUSD\nRent\t1,200\t1,300\nPower\t345\t400\nTotal\t1,545\t1,700\n",
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [{ path: "-", status: "pass", counts: { pass: 2, fail: 0 } }],
  });
});

test("standard input may be packed, and so may a file of another name", () => {
  const plain = kcCheck(["samples/faulty-release.txt", "--quiet"]).stdout.split("\n").slice(1);
  const packed = gzipSync(readFileSync(join(root, "samples/faulty-release.txt")));
  expect(kcCheck(["-", "--quiet"], packed).stdout.split("\n").slice(1)).toEqual(plain);
  expect(kcCheck(["dump", "claims", "-"], packed).stdout).toBe(
    kcCheck(["dump", "claims", "samples/faulty-release.txt"]).stdout,
  );
  const cut = kcCheck(["-", "--quiet"], packed.subarray(0, 300));
  expect(cut.code).toBe(2);
  expect(cut.stderr).toContain("standard input is packed and could not be unpacked");
});

test("how many figures are printed does not depend on the rules asked for", () => {
  for (const sample of ["faulty-release.txt", "damaged-announcement.txt"]) {
    const printed = (...args: string[]): string =>
      /[\d,]+ figures printed/.exec(kcCheck([`samples/${sample}`, "--quiet", ...args]).stdout)?.[0] ?? "";
    const all = printed();
    expect(all).not.toBe("");
    for (const rules of ["footing", "margin", "prose", "gross-profit"])
      expect(printed("--rule", rules)).toBe(all);
    expect(printed("--ignore", "prose,footing")).toBe(all);
  }
});

test("what was read is there for programs, too", () => {
  const dump = (what: string) =>
    JSON.parse(kcCheck(["dump", what, "samples/clean-release.txt", "--format", "json"]).stdout)[what];
  expect(dump("tables")[0]).toMatchObject({ kind: "balance", columns: [{ role: "amount" }, {}, {}] });
  expect(dump("figures")[0]).toMatchObject({ unit: "currency", concept: "CashAndCashEquivalents" });
  expect(dump("relations").length).toBeGreaterThan(100);
  expect(dump("claims")[0]).toHaveProperty("says");
});

test("a filing of many megabytes is weighed like a small one", () => {
  const text = `Aldermoor Limited
STATEMENT OF OPERATIONS (in thousands)
\t2024
\tRMB
Revenue\t1,000
Cost of revenue\t600
Gross profit\t390
`;
  const options = ["-", "--no-config", "--format", "lines", "--confidence", "certain"];
  const small = kcCheck(options, text);
  const large = kcCheck(options, text + "\n".repeat(5 * 1024 * 1024));
  expect(large).toEqual(small);
  expect(small.stdout).toContain("1 possible break not reported");
  expect(kcCheck(options.slice(0, -2), text).stdout).toContain("gross-profit: likely: ");
});
