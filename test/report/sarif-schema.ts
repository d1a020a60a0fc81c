/**
 * What the SARIF 2.1.0 standard requires of the parts that we write (OASIS, sections 3.13 to 3.58), as a JSON
 * Schema of our own: closed, so that a misspelled or misplaced property does not pass for an extension.
 */
const text = { type: "string", minLength: 1 } as const;

function closed(required: string, properties: Record<string, object>): object {
  return {
    type: "object",
    additionalProperties: false,
    required: required.split(" ").filter((name) => name !== ""),
    properties,
  };
}

function list(items: object, over: object = {}): object {
  return { type: "array", items, ...over };
}

const line = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };
const message = closed("text", { text, markdown: text });
const artifactLocation = closed("uri", { uri: { type: "string", format: "uri-reference", minLength: 1 } });
const region = closed("startLine", {
  startLine: line,
  startColumn: line,
  endLine: line,
  endColumn: line,
  snippet: closed("text", { text }),
  message,
});
const location = closed("physicalLocation", {
  id: { type: "integer", minimum: 0 },
  message,
  physicalLocation: closed("artifactLocation", { artifactLocation, region }),
});
const result = closed("message", {
  ruleId: text,
  ruleIndex: { type: "integer", minimum: 0 },
  kind: { enum: ["fail", "pass", "open", "review", "informational", "notApplicable"] },
  level,
  message,
  locations: list(location, { maxItems: 1 }),
  relatedLocations: list(location, { uniqueItems: true }),
  partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
  suppressions: list(
    closed("kind", { kind: { enum: ["inSource", "external"] }, justification: { type: "string" } }),
  ),
  properties: { type: "object" },
});
const reportingDescriptor = closed("id", {
  id: text,
  helpUri: { type: "string", format: "uri" },
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: closed("", { level }),
  properties: closed("", { tags: list(text, { uniqueItems: true }), precision: text }),
});
const invocation = closed("executionSuccessful", {
  executionSuccessful: { type: "boolean" },
  toolExecutionNotifications: list(closed("message", { level, message, locations: list(location) })),
});
const run = closed("tool", {
  tool: closed("driver", {
    driver: closed("name", {
      name: text,
      version: text,
      informationUri: { type: "string", format: "uri" },
      rules: list(reportingDescriptor, { uniqueItems: true }),
    }),
  }),
  invocations: list(invocation),
  artifacts: list(closed("", { location: artifactLocation }), { uniqueItems: true }),
  columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  results: list(result, { maxItems: 25_000 }),
});

export const sarifSchema = closed("version runs", {
  $schema: { type: "string", format: "uri" },
  version: { const: "2.1.0" },
  runs: list(run),
});
