import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { wantsColor } from "../../src/cli/presentation.ts";
import { awkward, file } from "../report/awkward.ts";
import { grossProfit, unread } from "../report/checks.ts";
import { run, type Scene } from "./fake.ts";

const fails = file({ checks: [grossProfit, unread] });
const unrecognized = awkward.unrecognized.files[0] ?? file();
const scene: Scene = {
  files: { "a.txt": "fails", "b (1).txt": "fails", "n.txt": "unrecognized", "t.txt": "ties" },
  results: { fails, unrecognized },
};

describe("where the report goes", () => {
  test("--output takes the whole report, stdout stays empty", async () => {
    const direct = await run(["a.txt"], scene);
    const { stdout, written } = await run(["a.txt", "-o", "out/report.txt"], { ...scene, terminal: 80 });
    expect(stdout).toBe("");
    expect(written).toEqual({ "out/report.txt": direct.stdout });
  });

  test("ndjson is written line by line, in the order given", async () => {
    const { stdout } = await run(["t.txt", "missing.txt", "a.txt", "-f", "ndjson"], scene);
    const read = stdout
      .trimEnd()
      .split("\n")
      .map((line): { path: string } => JSON.parse(line));
    expect(read.map(({ path }) => path)).toEqual(["t.txt", "missing.txt", "a.txt"]);
    expect(
      (await run(["t.txt", "missing.txt", "a.txt", "-f", "ndjson", "-o", "x"], scene)).written["x"],
    ).toBe(stdout);
  });

  test("an error is said once on a screen, and on stderr whenever the report may not be read", async () => {
    const sentence = "missing.txt does not exist";
    expect((await run(["missing.txt"], { terminal: 80 })).stderr).toBe("");
    expect((await run(["missing.txt"], { terminal: 80 })).stdout).toContain(sentence);
    expect((await run(["missing.txt"])).stderr).toContain(sentence);
    expect((await run(["missing.txt", "-f", "json"], { terminal: 80 })).stderr).toContain(sentence);
    expect((await run(["missing.txt", "-o", "x"], { terminal: 80 })).stderr).toContain(sentence);
  });

  test("--skip-unrecognized is silent about what it passes over, but the JSON keeps it", async () => {
    expect(await run(["n.txt", "--skip-unrecognized"], scene)).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "",
    });
    const alone = await run(["t.txt"], scene);
    expect((await run(["n.txt", "t.txt", "--skip-unrecognized"], scene)).stdout).toBe(alone.stdout);
    const { stdout, stderr } = await run(["n.txt", "--skip-unrecognized", "-f", "json"], scene);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: "n.txt", status: "unrecognized" }] });
    expect(stderr).toBe("");
  });
});

const escape = "\u001b[";

function trimmed(text: string): string {
  return text.replace(/ +$/gm, "");
}

describe("how it looks", () => {
  test("colour and links on a terminal, neither in a pipe", async () => {
    const shown = (await run(["a.txt"], { ...scene, terminal: 100 })).stdout;
    expect(shown).toContain(`${escape}31m850,169${escape}39m`);
    expect(shown).toContain("\u001b]8;;file:///data/a.txt#181\u0007");
    const piped = (await run(["a.txt"], scene)).stdout;
    expect(piped).not.toContain("\u001b");
  });

  test("what could end a link early is encoded", async () => {
    const { stdout } = await run(["b (1).txt"], { ...scene, terminal: 100 });
    expect(stdout).toContain("\u001b]8;;file:///data/b%20%281%29.txt#181\u0007");
  });

  test("NO_COLOR leaves links, --color in a pipe has colour and no links", async () => {
    const quiet = (await run(["a.txt"], { ...scene, terminal: 100, env: { NO_COLOR: "1" } })).stdout;
    expect(quiet).not.toContain(escape);
    expect(quiet).toContain("\u001b]8;;");
    const loud = (await run(["a.txt", "--color"], scene)).stdout;
    expect(loud).toContain(escape);
    expect(loud).not.toContain("\u001b]8;;");
  });

  test("without colour and links it is the same text", async () => {
    const shown = (await run(["a.txt"], { ...scene, terminal: 100 })).stdout;
    const plain = (await run(["a.txt"], { ...scene, env: { COLUMNS: "100" } })).stdout;
    expect(trimmed(stripVTControlCharacters(shown))).toBe(trimmed(plain));
  });

  test.each<[color: boolean, flag: boolean | null, env: Record<string, string>, terminal: boolean]>([
    [true, null, {}, true],
    [false, null, {}, false],
    [false, false, { FORCE_COLOR: "1" }, true],
    [true, true, { NO_COLOR: "1" }, false],
    [false, null, { NO_COLOR: "1" }, true],
    [true, null, { NO_COLOR: "" }, true],
    [false, null, { NO_COLOR: "1", FORCE_COLOR: "1" }, true],
    [true, null, { FORCE_COLOR: "1" }, false],
    [true, null, { FORCE_COLOR: "" }, false],
    [false, null, { FORCE_COLOR: "0" }, true],
    [false, null, { FORCE_COLOR: "false" }, true],
    [false, null, { TERM: "dumb" }, true],
  ])("colour %s: flag %s, %o, terminal %s", (color, flag, env, terminal) => {
    expect(wantsColor(flag, env, terminal)).toBe(color);
  });
});
