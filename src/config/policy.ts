/** The part of a config that the check sees: as plain data for workers and cache, and made ready for use. */
import { parseDecimal } from "../money/decimal.ts";
import type { Io } from "../io.ts";
import { type EquationSpec, equationRule } from "../rules/own/equation.ts";
import type { Exceptions, Policy, Tolerance } from "../rules/policy.ts";
import type { Rule, RuleOptions } from "../rules/rule.ts";
import { type Concept, concepts, conceptKey } from "../statements/concepts.ts";
import { captionKey } from "../tables/caption.ts";
import { ownRules } from "./modules.ts";

export interface ToleranceData {
  readonly rule: string;
  /** Plain decimal. */
  readonly amount?: string;
  readonly units?: number;
  readonly reason: string;
  readonly lines?: readonly string[];
  readonly tables?: readonly string[];
}

/** A policy that crosses processes and can be hashed: nothing but plain data. */
export interface PolicyData {
  readonly severities: Readonly<Record<string, "error" | "warning" | "note">>;
  readonly captions: Readonly<Partial<Record<Concept, readonly string[]>>>;
  readonly tolerances: readonly ToleranceData[];
  readonly exceptions: Readonly<
    Record<string, { readonly lines: readonly string[]; readonly tables: readonly string[] }>
  >;
  readonly options: Readonly<Record<string, RuleOptions>>;
  readonly equations: readonly EquationSpec[];
  /** Absolute paths of the modules with rules of the house's own. */
  readonly modules: readonly string[];
}

function exceptionsOf(lines: readonly string[], tables: readonly string[]): Exceptions {
  return {
    lines: new Set(lines.map(captionKey)),
    tables: tables.map((part) => part.toLowerCase()),
  };
}

function toleranceOf({ rule, amount, units, reason, lines, tables }: ToleranceData): Tolerance {
  return {
    rule,
    amount: amount === undefined ? null : parseDecimal(amount),
    units: units === undefined ? null : BigInt(units),
    reason,
    only: lines || tables ? exceptionsOf(lines ?? [], tables ?? []) : null,
  };
}

/**
 * Made ready for use: equations parsed, modules run. In a worker this is done once for each policy.
 * @throws ConfigError for a module that cannot be used
 */
export async function policyOf(data: PolicyData, io: Pick<Io, "importModule">): Promise<Policy> {
  const own: Rule[] = [...data.equations.map(equationRule), ...(await ownRules(data.modules, io))];
  const captions = concepts.flatMap((concept) =>
    (data.captions[concept] ?? []).map((caption) => [conceptKey(caption), concept] as const),
  );
  return {
    own,
    severities: new Map(Object.entries(data.severities)),
    captions: new Map(captions),
    tolerances: data.tolerances.map(toleranceOf),
    exceptions: new Map(
      Object.entries(data.exceptions).map(([rule, { lines, tables }]) => [rule, exceptionsOf(lines, tables)]),
    ),
    options: new Map(Object.entries(data.options)),
  };
}
