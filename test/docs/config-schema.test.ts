import { toJsonSchema } from "@valibot/to-json-schema";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { configSchema, type RawConfig } from "../../src/config/schema.ts";
import { rules } from "../../src/rules/index.ts";

/** The schema of the code as editors want it: with the names of the rules, what they check, and a title. */
function editorSchema(): Record<string, unknown> {
  const schema = toJsonSchema(configSchema, { errorMode: "ignore" });
  const { rules: ofRules, ...others } = schema.properties ?? {};
  if (typeof ofRules !== "object" || typeof ofRules.additionalProperties !== "object") {
    throw new Error("the schema has no rules");
  }
  const { additionalProperties: settings, propertyNames: _, ...rest } = ofRules;
  const known = rules.map(({ name, summary }) => [
    name,
    { $ref: "#/definitions/rule", description: summary },
  ]);
  return {
    ...schema,
    title: "Config of kc-check",
    properties: {
      ...others,
      rules: {
        ...rest,
        properties: Object.fromEntries(known),
        additionalProperties: { $ref: "#/definitions/rule" },
      },
    },
    definitions: { rule: settings },
  };
}

// `npm run schema` writes it anew.
test("docs/config.schema.json is that of the code", async () => {
  await expect(`${JSON.stringify(editorSchema(), null, 2)}\n`).toMatchFileSnapshot(
    "../../docs/config.schema.json",
  );
});

describe("the schema in an editor", () => {
  const validate = new Ajv({ strict: false }).compile(editorSchema());
  test.each<[valid: boolean, config: unknown]>([
    [true, {}],
    [true, { $schema: "x", rules: { footing: "off", own: { severity: "note", options: { most: 3 } } } }],
    [true, { equations: [{ name: "a", equation: "A = B", tolerance: { units: 1, reason: "r" } }] }],
    [false, { rules: { footing: "eror" } }],
    [false, { ruls: {} }],
    [false, { captions: { Revenue: ["x"] } }],
    [false, { tolerances: [{ rule: "footing", units: 1 }] }],
  ])("%s: %j", (valid, config) => {
    expect(validate(config)).toBe(valid);
  });
});

test("the type that the package exports says what the schema says", () => {
  const config: RawConfig = { failOn: "error" };
  const typed: Config = config;
  const keys: Readonly<Record<keyof Config, true>> & Readonly<Record<keyof RawConfig, true>> = {
    $schema: true,
    rules: true,
    captions: true,
    equations: true,
    tolerances: true,
    plugins: true,
    include: true,
    ignore: true,
    failOn: true,
    confidence: true,
    baseline: true,
  };
  expect(Object.keys(keys)).toEqual(Object.keys(configSchema.entries));
  expect(typed).toBe(config);
});
