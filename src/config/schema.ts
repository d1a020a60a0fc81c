/**
 * What a config may say. The JSON Schema in docs/ is generated from this, so descriptions are written for
 * people who edit a config.
 */
import * as v from "valibot";
import { concepts } from "../statements/concepts.ts";

const text = v.pipe(v.string(), v.regex(/\S/, "should not be empty"));
const texts = v.array(text);

const severity = v.picklist(["error", "warning", "note", "off"]);

const lines = v.pipe(texts, v.description("Captions of lines, in any case and without footnote marks"));
const tables = v.pipe(texts, v.description("Parts of titles of tables, in any case"));

const ruleSettings = v.strictObject({
  severity: v.optional(severity),
  exceptLines: v.optional(v.pipe(texts, v.description("Lines that the rule leaves alone, by their caption"))),
  exceptTables: v.optional(
    v.pipe(texts, v.description("Tables that the rule leaves alone, by a part of their title")),
  ),
  options: v.optional(
    v.pipe(
      v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
      v.description("Options of the rule itself"),
    ),
  ),
});

const amount = v.pipe(
  v.number(),
  v.minValue(0),
  v.description("The largest difference accepted, in units of the currency: 5000 is five thousand"),
);
const units = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.description("The largest difference accepted, in units of the last printed digit"),
);
const reason = v.pipe(text, v.description("Why the difference is accepted; it is told wherever it is used"));

const name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "should be in kebab-case, as the names of rules are"),
  v.description("In kebab-case, as the names of rules are"),
);

const equation = v.strictObject({
  name,
  equation: v.pipe(
    text,
    v.description(
      "Captions or concepts, numbers, + - * / = and brackets: ARPU * Average subscribers = Revenue",
    ),
  ),
  as: v.optional(
    v.pipe(
      v.record(v.string(), v.pipe(texts, v.minLength(1))),
      v.description("Captions that a name in the equation stands for"),
    ),
  ),
  table: v.optional(v.pipe(text, v.description("Only in tables with this in their title"))),
  periods: v.optional(
    v.pipe(
      v.array(v.picklist(["instant", "month", "quarter", "half-year", "nine-months", "year"])),
      v.minLength(1),
      v.description("Only for periods of these lengths"),
    ),
  ),
  currency: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Z]{3}$/, 'should be an ISO code such as "USD"'),
      v.description("Only in columns of this currency, an ISO code"),
    ),
  ),
  signs: v.optional(
    v.pipe(
      v.picklist(["printed", "either"]),
      v.description('"either": the sign of each line is settled by the columns together'),
    ),
  ),
  tolerance: v.optional(
    v.pipe(
      v.union([
        v.literal("rounding"),
        v.strictObject({ amount: v.optional(amount), units: v.optional(units), reason }),
      ]),
      v.description('"rounding" (the default), or a difference that is accepted for a reason'),
    ),
  ),
  severity: v.optional(severity),
  summary: v.optional(v.pipe(text, v.description("What must hold, in one line"))),
  why: v.optional(text),
  fix: v.optional(text),
});

const tolerance = v.strictObject({
  rule: text,
  amount: v.optional(amount),
  units: v.optional(units),
  reason,
  lines: v.optional(lines),
  tables: v.optional(tables),
});

const globs = v.array(text);

export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), v.union([severity, ruleSettings])),
      v.description("Severity by rule, or its settings; see kc-check rules"),
    ),
  ),
  captions: v.optional(
    v.pipe(
      v.record(v.picklist(concepts), texts),
      v.description("More captions of concepts: lines of these captions are taken for the concept"),
    ),
  ),
  equations: v.optional(v.pipe(v.array(equation), v.description("Rules without code"))),
  tolerances: v.optional(
    v.pipe(v.array(tolerance), v.description("Differences accepted, each for a reason")),
  ),
  plugins: v.optional(
    v.pipe(globs, v.description("Modules (.mjs) that export rules of your own, relative to this file")),
  ),
  include: v.optional(
    v.pipe(globs, v.description("Files that kc-check checks when none are named, relative to this file")),
  ),
  ignore: v.optional(v.pipe(globs, v.description("Files that are never checked, relative to this file"))),
  failOn: v.optional(
    v.pipe(
      v.picklist(["error", "warning", "never"]),
      v.description("The lowest severity that fails the run"),
    ),
  ),
  confidence: v.optional(
    v.pipe(
      v.picklist(["certain", "likely", "possible"]),
      v.description("The confidence from which on a break is reported; only certain ones are errors"),
    ),
  ),
  baseline: v.optional(v.pipe(text, v.description("The file of accepted findings, relative to this file"))),
});

/** A config as it is written. */
export type RawConfig = v.InferOutput<typeof configSchema>;

/** What valibot says is wrong. */
export type Issue = v.BaseIssue<unknown>;

/** The config, or all that is wrong with it. */
export function validate(
  input: unknown,
): { readonly config: RawConfig } | { readonly issues: readonly Issue[] } {
  const result = v.safeParse(configSchema, input);
  return result.success ? { config: result.output } : { issues: result.issues };
}

interface SchemaLike {
  readonly entries?: Readonly<Record<string, SchemaLike>>;
  readonly item?: SchemaLike;
  readonly value?: SchemaLike;
  readonly wrapped?: SchemaLike;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly unknown[];
}

/** The keys that the schema knows at a path, for suggestions. */
export function keysAt(path: readonly (string | number)[]): readonly string[] {
  let level: readonly SchemaLike[] = [configSchema as unknown as SchemaLike];
  const inner = (schema: SchemaLike): readonly SchemaLike[] => {
    if (schema.wrapped) return inner(schema.wrapped);
    const options = (schema.options ?? []).filter(
      (option): option is SchemaLike => typeof option === "object" && option !== null,
    );
    return options.length > 0 ? options.flatMap(inner) : [schema];
  };
  for (const key of path) {
    level = level
      .flatMap(inner)
      .flatMap((schema) => schema.entries?.[String(key)] ?? schema.item ?? schema.value ?? []);
  }
  return [...new Set(level.flatMap(inner).flatMap((schema) => Object.keys(schema.entries ?? {})))];
}
