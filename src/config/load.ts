/** A config file -> settings that hold, or all that is wrong with it, each with its place. */
import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { Io } from "../io.ts";
import { decimal, toPlain } from "../money/decimal.ts";
import { type EquationSpec, equationRule } from "../rules/own/equation.ts";
import { EquationError } from "../rules/own/parse.ts";
import type { Policy } from "../rules/policy.ts";
import type { Rule, RuleOptions } from "../rules/rule.ts";
import { withoutComments } from "./comments.ts";
import { ConfigError } from "./config-error.ts";
import { type PolicyData, policyOf, type ToleranceData } from "./policy.ts";
import type { KeyPath } from "./locate.ts";
import { configError, listed, type Problem, problemsOf } from "./problems.ts";
import { type RawConfig, validate } from "./schema.ts";
import { slashed, slashedGlob } from "./slashed.ts";
import { closest } from "./suggest.ts";

/** A config that holds. Paths in it are absolute. */
export interface Config {
  readonly path: string;
  readonly folder: string;
  readonly policy: Policy;
  /** The same as plain data. */
  readonly data: PolicyData;
  /** Rules that are switched off. */
  readonly off: readonly string[];
  readonly include: readonly string[];
  readonly ignore: readonly string[];
  readonly failOn: "error" | "warning" | "never" | null;
  readonly confidence: "certain" | "likely" | "possible" | null;
  readonly baseline: string | null;
}

export interface Loading {
  readonly io: Pick<Io, "readFile" | "importModule">;
  loadRules(): Promise<readonly Rule[]>;
  /** The path as people see it. */
  readonly shown: string;
  /** Code is run only for a config that the user stands in or names. */
  readonly mayRun: boolean;
}

/**
 * @throws ConfigError, FileError
 */
export async function loadConfig(path: string, loading: Loading): Promise<Config> {
  const { shown } = loading;
  const { text, value, hasRules } = await readConfig(path, loading);
  if (Array.isArray(value))
    throw new ConfigError(`${shown}: holds a list; a config is an object of settings`);
  const result = validate(value);
  if ("issues" in result) {
    throw await configError(
      shown,
      text,
      result.issues.flatMap((issue) => problemsOf(issue)),
    );
  }
  const raw = result.config;
  const folder = dirname(path);
  const modules = [
    ...(raw.plugins ?? []).map((plugin) => resolve(folder, slashed(plugin))),
    ...(hasRules ? [path] : []),
  ];
  if (modules.length > 0 && !loading.mayRun) throw notRun(shown, 'its "plugins" are code');
  const data: PolicyData = { ...policyData(raw), modules };
  const badEquations = equationProblems(raw);
  if (badEquations.length > 0) throw await configError(shown, text, badEquations);
  const policy = await policyOf(data, loading.io);
  const problems = ruleProblems(raw, await loading.loadRules(), policy.own);
  if (problems.length > 0) throw await configError(shown, text, problems);
  const baseline = raw.baseline === undefined ? null : resolve(folder, slashed(raw.baseline));
  if (baseline !== null && !loading.mayRun && !isBelow(folder, baseline)) throw outside(shown, raw.baseline);
  return {
    path,
    folder,
    policy,
    data,
    off: offRules(raw),
    include: (raw.include ?? []).map(slashedGlob),
    ignore: (raw.ignore ?? []).map(slashedGlob),
    failOn: raw.failOn ?? null,
    confidence: raw.confidence ?? null,
    baseline,
  };
}

function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return !isAbsolute(inside) && inside !== ".." && !/^\.\.[\\/]/.test(inside);
}

/** A config that came along with filings may not name what is read, and written, elsewhere. */
function outside(path: string, baseline = ""): ConfigError {
  return new ConfigError(
    `${path}: its "baseline" ${baseline} lies outside its folder, which only a config in the working directory or above it may name; use --baseline, or --no-config`,
  );
}

function notRun(path: string, what: string): ConfigError {
  return new ConfigError(
    `${path}: ${what}, and code is run only from a config in the working directory or above it; name it with --config if you trust it, or use --no-config`,
  );
}

interface Source {
  /** Null where the value comes from code. */
  readonly text: string | null;
  readonly value: unknown;
  /** It is a module that holds rules beside the paths of plugins. */
  readonly hasRules?: boolean;
}

async function readConfig(path: string, { io, mayRun, shown }: Loading): Promise<Source> {
  if (path.endsWith(".mjs")) {
    if (!mayRun) throw notRun(shown, "it is code");
    let exported: Readonly<Record<string, unknown>>;
    try {
      exported = await io.importModule(path);
    } catch (error) {
      throw new ConfigError(
        `${shown}: could not be run (${error instanceof Error ? error.message : String(error)})`,
      );
    }
    if (exported["default"] === undefined)
      throw new ConfigError(`${shown}: has no default export; export the config`);
    return moduleSource(exported["default"]);
  }
  const written = new TextDecoder().decode(io.readFile(path)).replace(/^\ufeff/, "");
  const text = path.endsWith(".json") ? withoutComments(written) : written;
  if (path.endsWith(".json")) {
    try {
      return { text, value: JSON.parse(text) };
    } catch (error) {
      throw await syntaxError(shown, text, error);
    }
  }
  if (!/\.ya?ml$/.test(path)) {
    throw new ConfigError(
      `${shown}: is not a config that kc-check can read; use a file ending in .json, .yaml, .yml or .mjs`,
    );
  }
  const { parseDocument } = await import("./yaml.ts");
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) throw await syntaxError(shown, text, null);
  try {
    return { text, value: document.toJS({ maxAliasCount: 100 }) ?? {} };
  } catch (error) {
    // Aliases that grow without end, or that stand for nothing.
    if (!(error instanceof ReferenceError)) throw error;
    throw new ConfigError(`${shown}: is not valid YAML: ${error.message}`);
  }
}

async function syntaxError(path: string, text: string, error: unknown): Promise<ConfigError> {
  const { LineCounter, parseDocument } = await import("./yaml.ts");
  const counter = new LineCounter();
  const [first] = parseDocument(text, { lineCounter: counter, prettyErrors: false }).errors;
  const place = first ? counter.linePos(first.pos[0]) : placeOf(text, error);
  const what = error instanceof Error ? "is not valid JSON" : "is not valid YAML";
  const said = (error instanceof Error ? error.message : (first?.message ?? ""))
    .replace(/,? ?\.\.\.[\s\S]*$/, "")
    .replace(/ in JSON at position \d+.*$/s, "")
    .replace(/\s+/g, " ");
  return new ConfigError(`${path}:${place.line}:${place.col}: ${what}: ${said}`);
}

/** "… in JSON at position 15" as line and column. */
function placeOf(text: string, error: unknown): { readonly line: number; readonly col: number } {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  // Without a position it is the end that is missing.
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}

/** A config in a module may hold rules themselves among its plugins; they are taken from the module again. */
function moduleSource(value: unknown): Source {
  if (typeof value !== "object" || value === null || !("plugins" in value) || !Array.isArray(value.plugins)) {
    return { text: null, value };
  }
  const paths = value.plugins.filter((plugin) => typeof plugin === "string");
  return {
    text: null,
    value: { ...value, plugins: paths },
    hasRules: paths.length < value.plugins.length,
  };
}

function policyData(raw: RawConfig): Omit<PolicyData, "modules"> {
  const severities: Record<string, "error" | "warning" | "note"> = {};
  const exceptions: Record<string, { lines: readonly string[]; tables: readonly string[] }> = {};
  const options: Record<string, RuleOptions> = {};
  for (const [rule, value] of Object.entries(raw.rules ?? {})) {
    const settings = typeof value === "string" ? { severity: value } : value;
    if (settings.severity && settings.severity !== "off") severities[rule] = settings.severity;
    if (settings.options) options[rule] = settings.options;
    if (settings.exceptLines || settings.exceptTables) {
      exceptions[rule] = { lines: settings.exceptLines ?? [], tables: settings.exceptTables ?? [] };
    }
  }
  const tolerances = (raw.tolerances ?? []).map(
    ({ rule, amount, units, reason, lines, tables }): ToleranceData => ({
      rule,
      reason,
      ...(amount === undefined ? {} : { amount: plain(amount) }),
      ...(units === undefined ? {} : { units }),
      ...(lines ? { lines } : {}),
      ...(tables ? { tables } : {}),
    }),
  );
  const equations: EquationSpec[] = [];
  for (const { tolerance, severity, ...spec } of raw.equations ?? []) {
    equations.push(spec as EquationSpec);
    if (severity && severity !== "off") severities[spec.name] = severity;
    if (typeof tolerance === "object") {
      const { amount, units, reason } = tolerance;
      tolerances.push({
        rule: spec.name,
        reason,
        ...(amount === undefined ? {} : { amount: plain(amount) }),
        ...(units === undefined ? {} : { units }),
      });
    }
  }
  return { severities, captions: raw.captions ?? {}, tolerances, exceptions, options, equations };
}

/** A number of a config in plain notation: 1e-7 as people write it is not what decimals are read from. */
function plain(amount: number): string {
  const [digits = "0", power = "0"] = String(amount).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return toPlain(decimal(BigInt(whole + fraction), Number(power) - fraction.length));
}

function offRules(raw: RawConfig): readonly string[] {
  const off = Object.entries(raw.rules ?? {}).flatMap(([rule, value]) =>
    (typeof value === "string" ? value : value.severity) === "off" ? rule : [],
  );
  return [...off, ...(raw.equations ?? []).flatMap(({ name, severity }) => (severity === "off" ? name : []))];
}

/** Equations that cannot be read, with the character shown under the equation. */
function equationProblems(raw: RawConfig): Problem[] {
  return (raw.equations ?? []).flatMap((spec, index): Problem[] => {
    try {
      equationRule(spec as EquationSpec);
      return [];
    } catch (error) {
      if (!(error instanceof EquationError)) throw error;
      const shown = `${error.message}\n    ${spec.equation}\n    ${" ".repeat(error.at)}^`;
      return [{ path: ["equations", index, "equation"], at: error.at, message: shown }];
    }
  });
}

/** Names of rules that there are not, names given twice, options that a rule does not have. */
function ruleProblems(raw: RawConfig, builtIn: readonly Rule[], own: readonly Rule[]): Problem[] {
  const problems: Problem[] = [];
  const rules = new Map(builtIn.map((rule) => [rule.name, rule]));
  for (const rule of own) {
    const index = (raw.equations ?? []).findIndex(({ name }) => name === rule.name);
    if (rules.has(rule.name)) {
      const path: KeyPath = index < 0 ? ["plugins"] : ["equations", index, "name"];
      problems.push({ path, message: `there is a rule "${rule.name}" already; use another name` });
    }
    rules.set(rule.name, rule);
  }
  const known = [...rules.keys()];
  const unknown = (name: string): string => {
    const guess = closest(name, known);
    return `there is no rule "${name}"${guess === null ? "" : `; did you mean "${guess}"?`}`;
  };
  for (const [name, value] of Object.entries(raw.rules ?? {})) {
    const rule = rules.get(name);
    if (!rule) problems.push({ path: ["rules", name], onKey: true, message: unknown(name) });
    else if (typeof value !== "string") problems.push(...optionProblems(rule, value.options ?? {}));
  }
  for (const [index, { rule, amount, units }] of (raw.tolerances ?? []).entries()) {
    if (!rules.has(rule)) problems.push({ path: ["tolerances", index, "rule"], message: unknown(rule) });
    if ((amount === undefined) === (units === undefined)) {
      problems.push({ path: ["tolerances", index], message: 'needs one of "amount" and "units"' });
    }
  }
  for (const [index, { tolerance }] of (raw.equations ?? []).entries()) {
    if (
      typeof tolerance === "object" &&
      (tolerance.amount === undefined) === (tolerance.units === undefined)
    ) {
      problems.push({
        path: ["equations", index, "tolerance"],
        message: 'needs one of "amount" and "units"',
      });
    }
  }
  return problems;
}

function kindOf(value: RuleOptions[string]): string {
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

function optionProblems(rule: Rule, options: RuleOptions): Problem[] {
  const defaults = rule.options ?? {};
  const known = Object.keys(defaults);
  return Object.entries(options).flatMap(([name, value]): Problem[] => {
    const path: KeyPath = ["rules", rule.name, "options", name];
    const expected = defaults[name];
    if (expected === undefined) {
      const has = known.length === 0 ? "it has none" : `it has ${listed(known)}`;
      const guess = closest(name, known);
      return [
        {
          path,
          onKey: true,
          message: `the rule ${rule.name} has no such option; ${guess === null ? has : `did you mean "${guess}"?`}`,
        },
      ];
    }
    return kindOf(value) === kindOf(expected) ? [] : [{ path, message: `should be ${kindOf(expected)}` }];
  });
}
