/** The rules there are where a user stands: those of the program, and before them those of the config there. */
import type { Rule } from "../rules/rule.ts";
import type { Session } from "./dependencies.ts";
import { Scopes } from "./scopes.ts";
import { readSettings } from "./settings.ts";

export interface RawRuleOptions {
  /** A file, or false for none. */
  readonly config?: string | boolean;
  readonly format?: string;
}

export interface KnownRules {
  readonly all: readonly Rule[];
  /** Of these the ones that the config adds. */
  readonly own: readonly Rule[];
}

/** @throws ConfigError, FileError, UsageError */
export async function knownRules(raw: RawRuleOptions, session: Session): Promise<KnownRules> {
  const settings = readSettings(raw.config === undefined ? {} : { config: raw.config });
  const scopes = new Scopes(settings, session);
  const own = (await scopes.here())?.policy.own ?? [];
  return { own, all: [...own, ...(await session.dependencies.loadRules())] };
}
