/** Rules, documents, tables and the help of the command line say the same. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { documents } from "../../scripts/docs/documents.ts";
import { formats } from "../../src/report/formats.ts";
import { validate } from "../../src/config/schema.ts";
import { rules } from "../../src/rules/index.ts";
import { version } from "../../src/version.ts";
import { kcCheck, root } from "../cli/built.ts";

const text = (path: string): string => readFileSync(join(root, path), "utf8");

const markdown = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  "samples/README.md",
];

describe("what the tool writes of the documents", () => {
  let written: ReadonlyMap<string, string>;
  beforeAll(async () => {
    written = await documents(root);
  }, 60_000);

  test("is as `npm run docs` writes it", () => {
    for (const [path, expected] of written) expect(text(path), `${path}: run npm run docs`).toBe(expected);
  });

  test("has a page for every rule and none for others", () => {
    const pages = readdirSync(join(root, "docs/rules")).sort();
    expect(pages).toEqual(["README.md", ...rules.map(({ name }) => `${name}.md`)].sort());
  });
});

test("the README's table lists all rules with their summaries, in order", () => {
  const rows = [...text("README.md").matchAll(/^\| \[`([a-z-]+)`\]\(.+?\) \| (.+) \|$/gm)].map((match) => [
    match[1],
    match[2],
  ]);
  expect(rows).toEqual(rules.map((rule) => [rule.name, rule.summary]));
});

describe("the command line", () => {
  const help = kcCheck(["--help"]).stdout;
  const commands = [...(/^Commands:\n([^]*?)\n\n/m.exec(help)?.[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)].map(
    ([, name = ""]) => name,
  );
  const pages = [[], ...commands.map((name) => [name])].map((name) => kcCheck([...name, "--help"]).stdout);
  const known = new Set(pages.flatMap((page) => page.match(/--[a-z][a-z-]*/g) ?? []));

  /** Lines in which kc-check is run, or an option of it is named alone. */
  const optionsIn = (page: string): readonly string[] =>
    [...page.matchAll(/`[^`\n]+`|^(?:.*\bkc-check |\s*args: ).*$/gm)]
      .map(([said]) => said)
      .filter(
        (said) => /\bkc-check\b|^`--|args: /.test(said) && !/^`?(?:npm|npx vitest|git|node) /.test(said),
      )
      .flatMap((said) => said.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []);

  test.each(markdown)("has the options that %s names", (path) => {
    const ofOthers = new Set("--yes --global --name-only --rm --network --read-only".split(" "));
    const named = optionsIn(text(path)).filter((option) => !ofOthers.has(option));
    expect(named.filter((option) => !known.has(option))).toEqual([]);
  });

  test("has its formats and commands in the README", () => {
    const readme = text("README.md");
    for (const name of formats) expect(readme, name).toContain(`\`${name}\``);
    expect(commands).toContain("rules");
    for (const name of commands) expect(readme, name).toContain(`kc-check ${name}`);
  });
});

test.each(markdown)("the links of %s lead to files", (path) => {
  const targets = [...text(path).matchAll(/\]\(([^)#\s]+)[^)]*\)|\bsrc="([^"]+)"/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  const local = targets.filter((target) => !/^[a-z]+:/.test(target));
  expect(local.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
});

test("the README's config is one that would be accepted", () => {
  const configs = [...text("README.md").matchAll(/^```json\n([^]*?)^```$/gm)].map(([, json = ""]) =>
    JSON.parse(json),
  );
  expect(configs.length).toBeGreaterThan(0);
  for (const config of configs) expect(validate(config)).toHaveProperty("config");
});

test("the version is that of the package", () => {
  expect(JSON.parse(text("package.json"))).toMatchObject({ version });
  expect(kcCheck(["--version"]).stdout).toContain(version);
});
