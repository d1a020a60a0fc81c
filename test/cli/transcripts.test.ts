import { expect, test } from "vitest";
import { kcCheck } from "./built.ts";

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
