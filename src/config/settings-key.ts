/** The identity of what a check depends on besides the filing: equal keys give equal results. */
import { createHash } from "node:crypto";
import type { Io } from "../io.ts";
import type { PolicyData } from "./policy.ts";

/** The rules that were chosen, and what the config says of them. */
export interface KeyedSettings {
  readonly rules?: readonly string[];
  readonly ignore?: readonly string[];
  readonly all?: boolean;
  /** Null where there is no config. */
  readonly policy: PolicyData | null;
}

/** JSON with keys in order, so that equal settings are equal texts. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/**
 * A hash of the settings, for the key of a cache. Rule modules count by their text, not by their path; what
 * they import themselves is not looked at. The order of names is of no account.
 */
export function settingsKey({ rules, ignore, all, policy }: KeyedSettings, io: Pick<Io, "readFile">): string {
  const hash = createHash("sha256");
  const { modules = [], ...rest } = policy ?? {};
  const sorted = (names: readonly string[] | undefined): readonly string[] | null =>
    names ? [...names].sort() : null;
  hash.update(
    JSON.stringify(
      canonical({ rules: sorted(rules), ignore: sorted(ignore ?? []), all: all ?? false, policy: rest }),
    ),
  );
  for (const path of modules) hash.update("\0").update(io.readFile(path));
  return hash.digest("hex");
}
