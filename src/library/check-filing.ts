/** `checkFiling` for programs: what TypeScript would refuse is refused at run time, too, in a sentence. */
import { didYouMean } from "../config/suggest.ts";
import { type Confidence, confidences, defaultConfidence, type FileReport } from "../report/report.ts";
import { rules } from "../rules/index.ts";
import { trackedNames } from "../read/word/tracked.ts";
import { checkFiling as check, type CheckOptions as Options } from "../run.ts";

export interface CheckOptions extends Omit<Options, "path" | "confidence"> {
  /** Breaks of this confidence or a higher one are findings; only certain ones are errors. Default: "likely". */
  readonly confidence?: Confidence;
  /** For the report only, and its ending for the kind of file; nothing is read from it. Default: "filing". */
  readonly path?: string;
}

/** "a string", "an array", "undefined": what was given instead. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function requireBytes(value: unknown, what: string): void {
  if (value instanceof Uint8Array) return;
  const isText = typeof value === "string";
  const fix = isText
    ? 'read the file without an encoding (readFileSync("filing.htm")), or encode a text with new TextEncoder().encode(text)'
    : "readFileSync gives one";
  throw new TypeError(`${what} needs the bytes of a filing, a Uint8Array, not ${kindOf(value)}; ${fix}`);
}

function requireText(value: unknown, option: string): void {
  if (value !== undefined && typeof value !== "string")
    throw new TypeError(`checkFiling: ${option} needs to be a string, not ${kindOf(value)}`);
}

function requireRules(names: unknown, option: string, known: readonly string[]): void {
  if (names === undefined) return;
  if (!Array.isArray(names))
    throw new TypeError(
      `checkFiling: ${option} needs to be an array of names of rules, not ${kindOf(names)}`,
    );
  for (const name of names) {
    if (typeof name === "string" && known.includes(name)) continue;
    const guess = typeof name === "string" ? didYouMean(name, known) : "";
    throw new TypeError(
      `checkFiling: ${option} names a rule that does not exist, ${JSON.stringify(name)}${guess}; rules are listed by "kc-check rules"`,
    );
  }
}

function requireConfidence(value: unknown): void {
  if (value === undefined || confidences.some((known) => known === value)) return;
  throw new TypeError(
    `checkFiling: confidence needs to be one of ${confidences.join(", ")}, not ${JSON.stringify(value)}`,
  );
}

/**
 * Checks one filing. The promise is rejected with a TypeError only where the arguments are not what their types
 * say, or name a rule that does not exist. A filing that cannot be read is a result: its status is `unreadable`,
 * or `unrecognized` where it holds no financial table, and `error` says why.
 */
export async function checkFiling(bytes: Uint8Array, options: CheckOptions = {}): Promise<FileReport> {
  requireBytes(bytes, "checkFiling");
  if (typeof options !== "object" || options === null)
    throw new TypeError(`checkFiling: options need to be an object, not ${kindOf(options)}`);
  const { path, prior, policy } = options;
  requireText(path, "path");
  requireConfidence(options.confidence);
  const known = [...(policy?.own ?? []), ...rules].map(({ name }) => name);
  requireRules(options.rules, "rules", known);
  requireRules(options.ignore, "ignore", known);
  if (options.tracked !== undefined && !trackedNames.includes(options.tracked))
    throw new TypeError(
      `checkFiling: tracked needs to be one of ${trackedNames.join(", ")}, not ${JSON.stringify(options.tracked)}`,
    );
  if (prior !== undefined) {
    requireBytes(prior.bytes, "checkFiling: prior");
    requireText(prior.path, "prior.path");
  }
  return check(bytes, {
    ...options,
    confidence: options.confidence ?? defaultConfidence,
    path: path ?? "filing",
  });
}
