import { describe, expect, test } from "vitest";
import { ConfigError } from "../../src/config/config-error.ts";
import { ConfigSearch } from "../../src/config/find.ts";
import { type Config, loadConfig } from "../../src/config/load.ts";
import { policyOf } from "../../src/config/policy.ts";
import { settingsKey } from "../../src/config/settings-key.ts";
import { FileError } from "../../src/io.ts";
import { rules } from "../../src/rules/index.ts";
import { defineRule } from "../../src/rules/rule.ts";

interface Module {
  readonly [name: string]: unknown;
}

const own = defineRule({
  name: "own-rule",
  summary: "What a house wants",
  *check() {},
  options: { most: 3 },
});

async function load(
  text: string,
  {
    name = "kc-check.config.json",
    modules = {},
    mayRun = true,
  }: {
    readonly name?: string;
    readonly modules?: Readonly<Record<string, Module>>;
    readonly mayRun?: boolean;
  } = {},
): Promise<Config> {
  return await loadConfig(`/house/${name}`, {
    io: {
      readFile: () => new TextEncoder().encode(text),
      importModule: async (path) => {
        const found = modules[path];
        if (!found) throw new Error("no such module");
        return found;
      },
    },
    loadRules: async () => rules,
    shown: name,
    mayRun,
  });
}

async function problems(text: string, name = "kc-check.config.json"): Promise<string[]> {
  try {
    await load(text, { name });
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replaceAll(name, "F").split("\n");
    throw error;
  }
  return [];
}

describe("a config that holds", () => {
  test("severities, captions, tolerances, exceptions and paths", async () => {
    const config = await load(`{
  "$schema": "./config.schema.json",
  "failOn": "warning",
  "rules": {
    "percentage": "warning",
    "sign": "off",
    "footing": { "exceptTables": ["Selected Data"], "exceptLines": ["Other, net"] }
  },
  "captions": { "Revenues": ["Net turnover of the group"] },
  "equations": [{ "name": "fare", "equation": "A = B", "severity": "note", "tolerance": { "amount": 0.05, "reason": "r" } }],
  "tolerances": [{ "rule": "footing", "units": 2, "reason": "rounded by hand" }],
  "include": ["*.txt"],
  "ignore": ["drafts/**"],
  "baseline": "known.json"
}`);
    expect(config).toMatchObject({
      folder: "/house",
      off: ["sign"],
      failOn: "warning",
      include: ["*.txt"],
      ignore: ["drafts/**"],
      baseline: "/house/known.json",
    });
    const { policy } = config;
    expect([...policy.severities]).toEqual([
      ["percentage", "warning"],
      ["fare", "note"],
    ]);
    expect([...policy.captions]).toEqual([["net turnover of the group", "Revenues"]]);
    expect(policy.own.map(({ name }) => name)).toEqual(["fare"]);
    expect(policy.tolerances).toMatchObject([
      { rule: "footing", units: 2n, amount: null, reason: "rounded by hand" },
      { rule: "fare", units: null, amount: { coefficient: 5n, exponent: -2 } },
    ]);
    expect(policy.exceptions.get("footing")).toEqual({
      tables: ["selected data"],
      lines: new Set(["other net"]),
    });
  });

  test("YAML says the same, an empty one nothing", async () => {
    const yaml = "rules:\n  percentage: warning\nequations:\n  - name: fare\n    equation: A * B = C\n";
    const config = await load(yaml, { name: "kc-check.config.yaml" });
    expect(config.policy.own.map(({ name }) => name)).toEqual(["fare"]);
    expect((await load("# nothing yet\n", { name: "kc-check.config.yml" })).off).toEqual([]);
  });

  test("a module may hold rules, and the plugins of any config", async () => {
    const modules = { "/house/kc-check.config.mjs": { default: { plugins: [own] } } };
    const config = await load("", { name: "kc-check.config.mjs", modules });
    expect(config.policy.own).toMatchObject([{ name: "own-rule", why: "The config says that it holds." }]);
    const given: unknown[] = [];
    const plugin = {
      default: (toolkit: { readonly defineRule: typeof defineRule }) => {
        given.push(toolkit);
        return [toolkit.defineRule({ ...own, name: "made" })];
      },
    };
    const other = await load(
      `{"plugins": ["./rules/own.mjs"], "rules": {"made": {"options": {"most": 5}}}}`,
      {
        modules: { "/house/rules/own.mjs": plugin },
      },
    );
    expect(other.policy.own.map(({ name }) => name)).toEqual(["made"]);
    expect(other.policy.options.get("made")).toEqual({ most: 5 });
    expect(given[0]).toHaveProperty("sumRelations");
  });
});

describe("what is wrong is told with key and place", () => {
  test.each<[what: string, text: string, said: string[]]>([
    ["an unknown key", `{\n  "ruls": {}\n}`, ['F:2:3: ruls: there is no such key; did you mean "rules"?']],
    [
      "an unknown rule",
      `{"rules": {"foting": "off"}}`,
      ['F:1:12: rules.foting: there is no rule "foting"; did you mean "footing"?'],
    ],
    [
      "an unknown severity",
      `{"rules": {"footing": "eror"}}`,
      ['F:1:23: rules.footing: should be "error", "warning", "note" or "off"; did you mean "error"?'],
    ],
    [
      "a severity of the wrong kind",
      `{"rules": {"footing": 3}}`,
      ['F:1:23: rules.footing: should be "error", "warning", "note", "off" or an object, not 3'],
    ],
    [
      "an unknown key inside",
      `{"rules": {"footing": {"sevrity": "off"}}}`,
      ['F:1:24: rules.footing.sevrity: there is no such key; did you mean "severity"?'],
    ],
    [
      "an unknown option",
      `{"rules": {"footing": {"options": {"x": 1}}}}`,
      ["F:1:36: rules.footing.options.x: the rule footing has no such option; it has none"],
    ],
    [
      "an unknown concept",
      `{"captions": {"Revenue": ["Turnover"]}}`,
      ['F:1:15: captions.Revenue: is not the name of a concept; did you mean "Revenues"?'],
    ],
    [
      "a tolerance without a reason",
      `{"tolerances": [{"rule": "footing", "units": 2}]}`,
      ['F:1:17: tolerances[0]: needs the key "reason"'],
    ],
    [
      "a tolerance of two kinds",
      `{"tolerances": [{"rule": "footing", "units": 2, "amount": 1, "reason": "r"}]}`,
      ['F:1:17: tolerances[0]: needs one of "amount" and "units"'],
    ],
    [
      "a negative tolerance",
      `{"tolerances": [{"rule": "footing", "amount": -1, "reason": "r"}]}`,
      ["F:1:47: tolerances[0].amount: should not be below zero"],
    ],
    [
      "an equation, with its character shown",
      `{"equations": [{"name": "arpu", "equation": "ARPU * = Revenue"}]}`,
      [
        'F:1:53: equations[0].equation: a caption, a concept or a number should stand here, not "="',
        "    ARPU * = Revenue",
        "           ^",
      ],
    ],
    [
      "a name that is taken",
      `{"equations": [{"name": "footing", "equation": "A = B"}]}`,
      ['F:1:25: equations[0].name: there is a rule "footing" already; use another name'],
    ],
    [
      "several at once, each in its place",
      `{\n  "failOn": "warn",\n  "ignore": "x",\n  "equations": [{ "name": "A b", "equation": "" }]\n}`,
      [
        'F:2:13: failOn: should be "error", "warning" or "never"; did you mean "warning"?',
        'F:3:13: ignore: should be a list, not "x"',
        "F:4:27: equations[0].name: should be in kebab-case, as the names of rules are",
        "F:4:46: equations[0].equation: should not be empty",
      ],
    ],
  ])("%s", async (_, text, said) => {
    expect(await problems(text)).toEqual(said);
  });

  test("in YAML as well", async () => {
    const yaml = "rules:\n  footing: warning\n  foting: off\n";
    expect(await problems(yaml, "kc-check.config.yaml")).toEqual([
      'F:3:3: rules.foting: there is no rule "foting"; did you mean "footing"?',
    ]);
  });

  test.each([
    ["kc-check.config.json", `{\n  "rules": {},\n}`, /^F:3:1: is not valid JSON: /],
    ["kc-check.config.json", "", /^F:1:1: is not valid JSON: /],
    ["kc-check.config.yaml", "rules: [a\nfailOn: x", /^F:\d+:\d+: is not valid YAML: /],
    ["kc-check.config.toml", "", /^F: is not a config that kc-check can read/],
  ])("%s that cannot be parsed", async (name, text, said) => {
    const found = await problems(text, name);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(said);
  });

  test("aliases that grow without end are refused", async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    expect((await problems(bomb, "kc-check.config.yaml")).join()).toMatch(/alias/i);
  });

  test("code is not run where the user does not stand", async () => {
    await expect(load("{}", { name: "kc-check.config.mjs", mayRun: false })).rejects.toThrow(
      /code is run only/,
    );
    await expect(load(`{"plugins": ["./a.mjs"]}`, { mayRun: false })).rejects.toThrow(/code is run only/);
  });

  test.each<[exported: Module, said: RegExp]>([
    [{}, /exports no rule/],
    [{ default: 3 }, /is not a rule/],
    [{ default: { name: "Own", check: () => [] } }, /kebab-case/],
    [{ default: { name: "own" } }, /has no function "check"/],
  ])("a plugin that is none: %o", async (exported, said) => {
    const modules = { "/house/a.mjs": exported };
    await expect(load(`{"plugins": ["a.mjs"]}`, { modules })).rejects.toThrow(said);
  });

  test("a plugin that cannot be loaded, a file that cannot be read", async () => {
    await expect(load(`{"plugins": ["a.mjs"]}`)).rejects.toThrow(
      "/house/a.mjs: could not be loaded (no such module)",
    );
    const io = {
      readFile: () => {
        throw new FileError("x does not exist");
      },
      importModule: async () => ({}),
    };
    const loading = { io, loadRules: async () => rules, shown: "x", mayRun: true };
    await expect(loadConfig("/x.json", loading)).rejects.toThrow(FileError);
  });
});

describe("the nearest config upwards", () => {
  const search = (...present: string[]): { readonly search: ConfigSearch; readonly looked: string[] } => {
    const looked: string[] = [];
    const exists = (path: string): boolean => {
      looked.push(path);
      return present.includes(path);
    };
    return { search: new ConfigSearch({ exists }), looked };
  };

  test("of each folder, looked for once", () => {
    const { search: found, looked } = search("/a/kc-check.config.json", "/a/b/c/kc-check.config.yaml");
    expect(found.in("/a/b")).toBe("/a/kc-check.config.json");
    expect(found.in("/a/b/c/d")).toBe("/a/b/c/kc-check.config.yaml");
    const before = looked.length;
    expect(found.in("/a/b")).toBe("/a/kc-check.config.json");
    expect(looked).toHaveLength(before);
    expect(found.in("/z")).toBeNull();
  });

  test("two in one folder are one too many", () => {
    const { search: found } = search("/a/kc-check.config.json", "/a/kc-check.config.yml");
    expect(() => found.in("/a")).toThrow(
      "/a/kc-check.config.json: stands beside /a/kc-check.config.yml; keep one",
    );
  });
});

describe("the key of the settings", () => {
  const io = { readFile: (path: string) => new TextEncoder().encode(path) };

  test("is the same for the same settings in another order, another for others", async () => {
    const first = await load(`{"rules": {"footing": "warning", "sign": "note"}}`);
    const second = await load(`{"rules": {"sign": "note", "footing": "warning"}}`);
    const third = await load(`{"rules": {"sign": "note", "footing": "error"}}`);
    const key = (config: Config | null, rest: object = {}): string =>
      settingsKey({ policy: config?.data ?? null, ...rest }, io);
    expect(key(first)).toBe(key(second));
    const all = [
      key(first),
      key(third),
      key(null),
      key(null, { rules: ["footing"] }),
      key(null, { ignore: ["footing"] }),
      key(null, { all: true }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(key(null, { rules: ["a", "b"] })).toBe(key(null, { rules: ["b", "a"] }));
  });

  test("the text of a rule module counts", async () => {
    const config = await load(`{"plugins": ["a.mjs"]}`, { modules: { "/house/a.mjs": { default: own } } });
    const other = { readFile: () => new TextEncoder().encode("changed") };
    expect(settingsKey({ policy: config.data }, io)).not.toBe(settingsKey({ policy: config.data }, other));
  });

  test("plain data makes the same policy in another process", async () => {
    const config = await load(
      `{"equations": [{"name": "fare", "equation": "A = B"}], "rules": {"fare": "note"}}`,
    );
    const data = structuredClone(config.data);
    const policy = await policyOf(data, { importModule: async () => ({}) });
    expect(policy.own.map(({ name, summary }) => ({ name, summary }))).toEqual([
      { name: "fare", summary: "A = B" },
    ]);
    expect(policy.severities.get("fare")).toBe("note");
  });
});
