/** A config as people write it, for those who write it in a module. The schema says the same; the compiler holds them together. */
import type { EquationSpec } from "../rules/own/equation.ts";
import type { RuleDefinition } from "../rules/rule.ts";
import type { Concept } from "../statements/concepts.ts";

export type ConfigSeverity = "error" | "warning" | "note" | "off";

export interface RuleSettings {
  readonly severity?: ConfigSeverity | undefined;
  /** Captions of lines that the rule leaves alone. */
  readonly exceptLines?: readonly string[] | undefined;
  /** Parts of titles of tables that the rule leaves alone. */
  readonly exceptTables?: readonly string[] | undefined;
  readonly options?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

/** `amount` is in units of the currency, `units` are of the last printed digit; one of the two. */
export interface AcceptedDifference {
  readonly amount?: number | undefined;
  readonly units?: number | undefined;
  readonly reason: string;
}

export interface ConfigEquation extends Loose<EquationSpec> {
  readonly tolerance?: "rounding" | AcceptedDifference | undefined;
  readonly severity?: ConfigSeverity | undefined;
}

type Loose<T> = { readonly [Key in keyof T]: undefined extends T[Key] ? T[Key] | undefined : T[Key] };

export interface ConfigTolerance extends AcceptedDifference {
  readonly rule: string;
  readonly lines?: readonly string[] | undefined;
  readonly tables?: readonly string[] | undefined;
}

/** What `kc-check.config.*` may say; docs/configuration.md tells of each key. */
export interface Config {
  readonly $schema?: string | undefined;
  readonly rules?: Readonly<Record<string, ConfigSeverity | RuleSettings>> | undefined;
  readonly captions?: Readonly<Partial<Record<Concept, readonly string[]>>> | undefined;
  readonly equations?: readonly ConfigEquation[] | undefined;
  readonly tolerances?: readonly ConfigTolerance[] | undefined;
  /** Paths of modules; in a module also rules themselves. */
  readonly plugins?: readonly (string | RuleDefinition)[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly failOn?: "error" | "warning" | "never" | undefined;
  readonly confidence?: "certain" | "likely" | "possible" | undefined;
  readonly baseline?: string | undefined;
}
