/** Rules of a house's own, from modules: `export default` a rule, a list of them, or a function that makes them. */
import type { Io } from "../io.ts";
import type { Rule } from "../rules/rule.ts";
import { ConfigError } from "./config-error.ts";

/** What a module that exports a function is given, so that it need not find the package that runs it. */
async function toolkit(): Promise<Readonly<Record<string, unknown>>> {
  return { ...(await import("../rules/toolkit.ts")) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const nameOfRule = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function completed(value: unknown, path: string): Rule {
  const wrong = (what: string): ConfigError => new ConfigError(`${path}: ${what}`);
  if (!isRecord(value)) throw wrong("exports something that is not a rule; export what defineRule returns");
  const { name, summary, check } = value;
  if (typeof name !== "string" || !nameOfRule.test(name)) {
    throw wrong(`a rule needs a name in kebab-case, not ${JSON.stringify(name)}`);
  }
  if (typeof check !== "function") throw wrong(`the rule ${name} has no function "check"`);
  const words = (key: string, fallback: string): string => {
    const said = value[key];
    return typeof said === "string" && said !== "" ? said : fallback;
  };
  return {
    ...(value as unknown as Rule),
    name,
    summary: typeof summary === "string" ? summary : name,
    what: words("what", "See the module that defines it."),
    why: words("why", "The config says that it holds."),
    fix: words("fix", "Compare the figures with their sources."),
    source: words("source", "A rule of the config"),
    examples: (value["examples"] as Rule["examples"] | undefined) ?? { passes: [], fails: [], quiet: [] },
  };
}

/**
 * The rules that the modules export, in order.
 * @throws ConfigError
 */
export async function ownRules(
  paths: readonly string[],
  io: Pick<Io, "importModule">,
): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const path of paths) {
    let exported: Readonly<Record<string, unknown>>;
    try {
      exported = await io.importModule(path);
    } catch (error) {
      throw new ConfigError(
        `${path}: could not be loaded (${error instanceof Error ? error.message : String(error)})`,
      );
    }
    rules.push(...(await rulesOf(exported, path)));
  }
  return rules;
}

async function rulesOf(exported: Readonly<Record<string, unknown>>, path: string): Promise<Rule[]> {
  let value = exported["default"] ?? exported["rules"];
  // A config in a module carries rules in its plugins.
  if (isRecord(value) && Array.isArray(value["plugins"])) {
    value = value["plugins"].filter((plugin) => typeof plugin !== "string");
  }
  if (typeof value === "function") value = await value(await toolkit());
  if (value === undefined)
    throw new ConfigError(`${path}: exports no rule; make what defineRule returns its default export`);
  return (Array.isArray(value) ? value : [value]).map((rule) => completed(rule, path));
}
