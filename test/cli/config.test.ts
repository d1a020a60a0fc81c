/** Config and baseline as users meet them: the built command in a folder of its own. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Run, root } from "./built.ts";

const made: string[] = [];
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-config-"));
  made.push(folder);
});
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function kc(command: string, env: Readonly<Record<string, string>> = {}): Run {
  const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const run = spawnSync(process.execPath, [join(root, "bin/kc-check.js"), ...argv], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", ...env },
    encoding: "utf8",
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

const sound = `Tern Ferries Limited
COSTS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Rent\t1,200\t1,300\t1,400
Power\t345\t400\t455
Total costs\t1,545\t1,700\t1,855
`;
const broken = sound.replace("1,855", "1,585");

describe("a config", () => {
  test("holds for the files beside and below it, the nearest for each", () => {
    write("a.txt", broken);
    write("strict/b.txt", broken);
    write("strict/deep/c.txt", broken);
    write("kc-check.config.json", `{"rules": {"footing": "warning"}}`);
    write("strict/kc-check.config.yaml", "rules:\n  footing: error\n");
    const { code, stdout } = kc("a.txt strict/b.txt strict/deep/c.txt --format lines");
    expect(code).toBe(1);
    expect(stdout).toContain("a.txt:8:25: footing: warning: ");
    expect(stdout).toContain("strict/b.txt:8:25: footing: Total costs");
    expect(stdout).toContain("strict/deep/c.txt:8:25: footing: Total costs");
    expect(kc("a.txt").code).toBe(0);
    expect(kc("a.txt --fail-on warning").code).toBe(1);
  });

  test("has less to say than the command line", () => {
    write("a.txt", broken);
    write("kc-check.config.json", `{"rules": {"footing": "off"}, "failOn": "warning"}`);
    expect(kc("a.txt").code).toBe(2); // Nothing is left to check in it.
    expect(kc("a.txt --rule footing").code).toBe(1);
    expect(kc("a.txt --no-config").code).toBe(1);
    expect(kc("a.txt --rule footing --fail-on never").code).toBe(0);
    write("other.json", `{"rules": {"footing": "note"}}`);
    expect(kc("a.txt --config other.json --fail-on warning").code).toBe(0);
    expect(kc("a.txt --config absent.json")).toMatchObject({ code: 2, stdout: "" });
  });

  test("that is wrong ends the run before a file is checked", () => {
    write("a.txt", sound);
    write(
      "kc-check.config.json",
      `{\n  "rules": { "foting": "off" },\n  "equations": [{ "name": "x", "equation": "A + = B" }]\n}`,
    );
    expect(kc("a.txt")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'kc-check: kc-check.config.json:3:49: equations[0].equation: a caption, a concept or a number should stand here, not "="\n' +
        "    A + = B\n        ^\n",
    });
  });

  test("has equations, named in --rule too", () => {
    write("a.txt", sound);
    write("b.txt", broken);
    const equation = `{"equations": [{"name": "costs", "equation": "Rent + Power = Total costs", "table": "costs"}]}`;
    write("kc-check.config.json", equation);
    expect(kc("a.txt --rule costs").code).toBe(0);
    expect(kc("b.txt --rule costs --format lines").stdout).toContain(
      "b.txt:8:25: costs: Total costs, FY2024",
    );
    expect(kc("b.txt --rule cost").stderr).toContain("did you mean costs?");
  });

  test("leaves files out, and says what is checked when none is named", () => {
    write("a.txt", sound);
    write("drafts/b.txt", broken);
    write("kc-check.config.json", `{"include": ["**/*.txt"], "ignore": ["drafts/**"]}`);
    expect(kc("--format lines")).toMatchObject({ code: 0, stderr: "" });
    expect(kc("a.txt drafts/b.txt").code).toBe(0);
    const none = kc("drafts/b.txt");
    expect(none).toMatchObject({ code: 0, stdout: "" });
    expect(none.stderr).toContain('left out by "ignore" of its config');
    expect(kc("drafts/b.txt --no-config").code).toBe(1);
  });

  test("in a module is run where the user stands, and not when it came along with files", () => {
    const config = `export default { plugins: [{ name: "own", summary: "own", *check() { yield { rule: "own", remark: "was run" }; } }] };`;
    write("a.txt", sound);
    write("kc-check.config.mjs", config);
    expect(kc("a.txt --verbose").stdout).toContain("own: was run");
    write("fetched/a.txt", sound);
    write("fetched/kc-check.config.mjs", config);
    const refused = kc("fetched/a.txt");
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("code is run only from a config in the working directory or above it");
    expect(kc("fetched/a.txt --config fetched/kc-check.config.mjs --verbose").stdout).toContain("was run");
  });

  test("of a module can use the package's own parts", () => {
    write("a.txt", sound);
    write("kc-check.config.json", `{"plugins": ["./rules/costs.mjs"]}`);
    write(
      "rules/costs.mjs",
      `export default ({ defineRule, sumRelations }) => defineRule({
  name: "costs",
  summary: "Costs are rent and power",
  *check({ tables }) {
    for (const { rows } of tables) {
      const [rent, power, total] = rows;
      const terms = [{ row: rent, weight: 1 }, { row: power, weight: 1 }];
      yield* sumRelations("costs", total, terms, { identity: true, structure: false, complete: true });
    }
  },
});`,
    );
    const { stdout } = kc("a.txt --rule costs --format json");
    expect(JSON.parse(stdout)).toMatchObject({ totals: { pass: 3, fail: 0 } });
  });
});

describe("a config in JSON", () => {
  test("may have comments; what is wrong in it is found at its place all the same", () => {
    write("a.txt", broken);
    write(
      "kc-check.config.json",
      '{\n  // "footing" is checked elsewhere\n  "rules": { "footing": "off" /* by hand */ }\n}\n',
    );
    expect(kc("a.txt").stdout).not.toContain("does not tie");
    write(
      "kc-check.config.json",
      '{\n  /* two\n lines // */ "rules": { "foting": "off" }, "$schema": "a//b"\n}\n',
    );
    expect(kc("a.txt")).toMatchObject({ code: 2, stdout: "" });
    expect(kc("a.txt").stderr).toContain(
      'kc-check.config.json:3:25: rules.foting: there is no rule "foting"',
    );
    write("kc-check.config.json", "{ /* never closed ");
    expect(kc("a.txt").code).toBe(2);
  });
});

describe("the rules of a config", () => {
  const config = JSON.stringify({
    equations: [{ name: "arpu", equation: "ARPU * Average subscribers = Subscription revenue" }],
  });

  test("are listed and explained, for people and for programs", () => {
    write("kc-check.config.json", config);
    expect(kc("rules").stdout).toMatch(/^arpu +ARPU \* Average subscribers = Subscription revenue\n/);
    expect(kc("rules --no-config").stdout).not.toContain("arpu");
    expect(JSON.parse(kc("rules -f json").stdout).rules[0]).toMatchObject({ name: "arpu", own: true });
    expect(kc("explain arpu").stdout).toContain("An equation of the config");
    expect(JSON.parse(kc("explain arpu --format json").stdout)).toMatchObject({
      name: "arpu",
      severity: "error",
    });
    expect(kc("explain arpo").stderr).toContain('unknown rule "arpo" (did you mean arpu?)');
    expect(kc("rules -f yaml")).toMatchObject({ code: 2, stdout: "" });
  });

  test("one whose captions are nowhere says which", () => {
    write("a.txt", sound);
    write("kc-check.config.json", config);
    expect(kc("a.txt --rule arpu").stdout.replace(/\s+/g, " ")).toContain(
      'arpu: "ARPU" and "Average subscribers" and "Subscription revenue" are no lines of this filing',
    );
  });
});

describe("init", () => {
  test.each(["kc-check.config.json", "kc-check.config.yaml", "kc-check.config.mjs"])("%s", (name) => {
    write("a.txt", sound);
    const argument = name.endsWith(".json") ? "" : ` ${name}`;
    expect(kc(`init${argument}`)).toEqual({
      code: 0,
      stdout: [
        `${name} is written; it applies to the files in its folder and below\n`,
        ...(name.endsWith(".mjs")
          ? []
          : ["kc-check.config.schema.json is written; editors use it to complete and check the config\n"]),
      ].join(""),
      stderr: "",
    });
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toMatch(/schema"?[=:] ?"?\.\/kc-check\.config\.schema\.json|import\("kc-check"\)\.Config/);
    expect(kc("a.txt")).toMatchObject({ code: 0, stderr: "" });
    expect(kc(`init${argument}`)).toMatchObject({ code: 2, stdout: "" });
    expect(kc(`init${argument}`).stderr).toContain("is there already");
    expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  });

  test("what it writes may be committed: no path of this machine is in it", () => {
    kc("init");
    expect(readFileSync(join(folder, "kc-check.config.json"), "utf8")).not.toMatch(
      /file:|[/\\]home|[/\\]tmp/,
    );
    const schema = readFileSync(join(folder, "kc-check.config.schema.json"), "utf8");
    expect(schema).toBe(readFileSync(join(root, "docs/config.schema.json"), "utf8"));
  });

  test("refers to the package beside it, and refuses a name that is never found", () => {
    write("node_modules/kc-check/docs/config.schema.json", "{}");
    kc("init");
    expect(readFileSync(join(folder, "kc-check.config.json"), "utf8")).toContain(
      '"$schema": "./node_modules/kc-check/docs/config.schema.json"',
    );
    expect(kc("init settings.json")).toMatchObject({ code: 2 });
  });
});

describe("a baseline", () => {
  const name = "kc-check.baseline.json";

  test("accepts what fails now; a new break still fails", () => {
    write("a.txt", broken);
    expect(kc("a.txt").code).toBe(1);
    const update = kc('a.txt --update-baseline --reason "restated later" --expires 2090-01-01', {
      USER: "reviewer",
    });
    expect(update.code).toBe(0);
    expect(update.stderr).toBe(`kc-check: ${name} accepts 1 finding now: 1 new, 0 kept, 0 removed\n`);
    expect(JSON.parse(readFileSync(join(folder, name), "utf8"))).toMatchObject({
      findings: [
        {
          file: "a.txt",
          rule: "footing",
          numbers: ["1,585", "1,400", "455"],
          reason: "restated later",
          who: "reviewer",
          expires: "2090-01-01",
        },
      ],
    });
    const accepted = kc("a.txt");
    expect(accepted).toMatchObject({ code: 0, stderr: "" });
    expect(accepted.stdout).toContain(
      "Everything else that could be checked ties · 1 finding accepted by the baseline\n",
    );
    expect(accepted.stdout).toContain(", 1 finding accepted by the baseline\n");
    expect(accepted.stdout).not.toContain("does not tie");
    expect(kc("a.txt --verbose --format lines").stdout).toContain(
      "a.txt:8:25: footing: baselined: Total costs",
    );
    expect(kc("a.txt --verbose").stdout.replaceAll(/\s+/g, " ")).toContain(
      "accepted by reviewer until 2090-01-01: restated later",
    );
    expect(kc("a.txt --no-baseline").code).toBe(1);
    expect(JSON.parse(kc("a.txt --format json").stdout)).toMatchObject({
      files: [
        { status: "pass", counts: { fail: 0, baselined: 1 }, checks: [{ baselined: { who: "reviewer" } }] },
      ],
      totals: { fail: 0 },
    });
    write("a.txt", `A notice that came in\n\n${broken}`);
    expect(kc("a.txt")).toMatchObject({ code: 0, stderr: "" });
    write("a.txt", broken.replace("1,585", "1,558"));
    const changed = kc("a.txt --quiet");
    expect(changed.code).toBe(1);
    expect(changed.stderr).toBe(
      `kc-check: ${name}: 1 entry of findings that are gone or changed (a.txt: footing: Total costs, FY2024 CNY); --prune-baseline removes them\n`,
    );
    write("a.txt", sound);
    expect(kc("a.txt --prune-baseline --quiet").stderr).toBe(`kc-check: 1 entry removed from ${name}\n`);
    expect(JSON.parse(readFileSync(join(folder, name), "utf8"))).toEqual({ version: 1, findings: [] });
    expect(kc("a.txt")).toMatchObject({ code: 0, stderr: "" });
  });

  test("beside the config, from wherever it is run, for the file of that name only", () => {
    write("house/kc-check.config.json", "{}");
    write("house/a.txt", broken);
    write("b.txt", broken);
    kc("house/a.txt --update-baseline --reason r");
    expect(existsSync(join(folder, "house", name))).toBe(true);
    expect(kc("house/a.txt").code).toBe(0);
    expect(kc("b.txt").code).toBe(1);
    expect(kc(`b.txt --baseline house/${name}`).code).toBe(1);
  });

  test("asks for reasons, tells what has expired, and what is gone with its file", () => {
    write("a.txt", broken);
    write("b.txt", broken);
    const { stderr } = kc("a.txt b.txt --update-baseline --expires 2090-01-01");
    expect(stderr).toContain("2 entries of kc-check.baseline.json without a reason");
    const text = readFileSync(join(folder, name), "utf8");
    write(name, text.replaceAll("2090-01-01", "2020-01-01"));
    rmSync(join(folder, "b.txt"));
    const late = kc("a.txt --quiet");
    expect(late.code).toBe(1);
    expect(late.stderr).toContain(
      "a.txt: footing: Total costs, FY2024 CNY: was accepted until 2020-01-01 and counts again",
    );
    expect(late.stderr).toContain("(b.txt: footing: Total costs, FY2024 CNY)");
  });

  test("gives a reason to entries that have none, and changes no other", () => {
    write("a.txt", broken);
    kc("a.txt --update-baseline");
    write("b.txt", broken);
    kc('a.txt b.txt --update-baseline --reason "restated later"');
    kc("a.txt b.txt --update-baseline --reason other");
    const { findings } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    expect(findings.map(({ file, reason }: Record<string, string>) => `${file}: ${reason}`)).toEqual([
      "a.txt: restated later",
      "b.txt: restated later",
    ]);
  });

  test.each([
    ["a.txt --baseline absent.json", "absent.json does not exist; check the path"],
    ["a.txt --reason x", "--reason and --expires are for new entries of the baseline; add --update-baseline"],
    [
      "a.txt --update-baseline --expires 2020-01-01",
      "--expires 2020-01-01 is in the past; name a day to come",
    ],
    ["a.txt --update-baseline --expires soon", "--expires soon is not a date; write it as 2027-03-31"],
    [
      "a.txt --no-baseline --update-baseline",
      "--no-baseline leaves no baseline to write; drop one of the two",
    ],
  ])("%s", (command, sentence) => {
    write("a.txt", sound);
    const { code, stdout, stderr } = kc(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
  });
});
