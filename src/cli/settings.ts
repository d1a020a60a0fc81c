/** The options of `kc-check check` as commander delivers them, turned into settings that hold. */
import type { Dependencies } from "./dependencies.ts";
import type { FailOn } from "./exit-code.ts";
import { type Format, formats } from "./formats.ts";
import { didYouMean, UsageError } from "./usage-error.ts";

const failOnNames: readonly FailOn[] = ["error", "warning", "never"];

/** As commander fills it: options that were not given are absent. */
export interface RawOptions {
  readonly format?: string;
  readonly output?: string;
  readonly all?: boolean;
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
  readonly failOn?: string;
  readonly prior?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly skipUnrecognized?: boolean;
}

export interface Settings {
  readonly format: Format;
  readonly output: string | null;
  readonly all: boolean;
  /** Null for all of them. */
  readonly rules: readonly string[] | null;
  readonly ignore: readonly string[];
  readonly failOn: FailOn;
  /** The path of an earlier filing to compare with. */
  readonly prior: string | null;
  /** Null when the environment decides. */
  readonly color: boolean | null;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly skipUnrecognized: boolean;
}

function chooseFormat(name: string): Format {
  const format = formats.find((known) => known === name);
  if (format) return format;
  throw new UsageError(
    `unknown format "${name}"${didYouMean(name, formats)}; use one of ${formats.join(", ")}`,
  );
}

function chooseFailOn(name: string): FailOn {
  const failOn = failOnNames.find((known) => known === name);
  if (failOn) return failOn;
  const guess = didYouMean(name, failOnNames);
  throw new UsageError(`unknown --fail-on "${name}"${guess}; use one of ${failOnNames.join(", ")}`);
}

/** Checks that the rules exist; the rules are loaded only when some are named. */
async function checkRuleNames(
  { rule, ignore }: Pick<RawOptions, "rule" | "ignore">,
  { loadRules }: Dependencies,
): Promise<void> {
  if (rule === undefined && ignore === undefined) return;
  if (rule?.length === 0) throw new UsageError('--rule names no rule; "kc-check rules" lists them');
  const known = (await loadRules()).map(({ name }) => name);
  for (const name of [...(rule ?? []), ...(ignore ?? [])]) {
    if (known.includes(name)) continue;
    throw new UsageError(`unknown rule "${name}"${didYouMean(name, known)}; "kc-check rules" lists them`);
  }
  // A run without rules would say that everything ties.
  if ((rule ?? known).every((name) => ignore?.includes(name) ?? false)) {
    throw new UsageError("every rule asked for is ignored; leave one to check");
  }
}

/**
 * Settings from raw options.
 * @throws UsageError
 */
export async function readSettings(raw: RawOptions, dependencies: Dependencies): Promise<Settings> {
  const format = chooseFormat(raw.format ?? "table");
  const failOn = chooseFailOn(raw.failOn ?? "error");
  if (raw.output === "") throw new UsageError("--output needs the name of a file");
  if (raw.prior === "") throw new UsageError("--prior needs the name of a file");
  await checkRuleNames(raw, dependencies);
  return {
    format,
    output: raw.output ?? null,
    all: raw.all ?? false,
    rules: raw.rule ?? null,
    ignore: raw.ignore ?? [],
    failOn,
    prior: raw.prior ?? null,
    color: raw.color ?? null,
    quiet: raw.quiet ?? false,
    verbose: raw.verbose ?? false,
    skipUnrecognized: raw.skipUnrecognized ?? false,
  };
}
