/** `kc-check init [file]`: a config to start from, with a reference to its schema. */
import { basename, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { Session } from "./dependencies.ts";
import { UsageError } from "./usage-error.ts";

const schemaName = "config.schema.json";

/** The schema as the package ships it, seen from dist/ and from src/cli/. */
function shippedSchema(io: Io): string | null {
  const places = ["../docs/", "../../docs/"].map((up) =>
    fileURLToPath(new URL(up + schemaName, import.meta.url)),
  );
  return places.find((place) => io.exists(place)) ?? null;
}

const besideName = "kc-check.config.schema.json";

/**
 * What the config says of its schema, right on every machine that the config is committed for: the package's own
 * where it is installed beside the config, else a copy that is written beside it.
 */
function schemaFor(io: Io, folder: string): { readonly reference: string; readonly copy: string | null } {
  const installed = join("node_modules", "kc-check", "docs", schemaName);
  if (io.exists(io.absolute(join(folder, installed)))) {
    return { reference: `./${installed.split(sep).join("/")}`, copy: null };
  }
  return { reference: `./${besideName}`, copy: shippedSchema(io) };
}

function write(io: Io, path: string, text: string): void {
  const file = io.createFile(path);
  file.write(text);
  file.close();
}

function jsonConfig(schema: string): string {
  const config = {
    $schema: schema,
    failOn: "error",
    rules: {},
    captions: {},
    equations: [],
    tolerances: [],
    ignore: [],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function yamlConfig(schema: string): string {
  return `# yaml-language-server: $schema=${schema}

# The lowest severity that fails the run: error, warning or never.
failOn: error

# Severity by rule: error, warning, note or off. "kc-check rules" lists them.
rules: {}
#  percentage: warning
#  footing:
#    exceptTables: [selected operating data]

# More captions of concepts.
captions: {}
#  Revenues: [Net turnover]

# Rules without code, on captions or concepts.
equations: []
#  - name: arpu
#    equation: ARPU * Average subscribers = Subscription revenue

# Differences that are accepted, each for a reason.
tolerances: []
#  - rule: footing
#    units: 2
#    reason: the translated columns are rounded by hand

# Files that are never checked.
ignore: []
`;
}

function moduleConfig(): string {
  return `/** @type {import("kc-check").Config} */
export default {
  failOn: "error",
  rules: {},
  captions: {},
  equations: [],
  tolerances: [],
  ignore: [],
  // Paths of modules with rules of your own, or rules made with defineRule of "kc-check".
  plugins: [],
};
`;
}

/** Adds the command to the program. */
export function addInit(program: Command, { dependencies }: Session): void {
  const names = ["json", "yaml", "mjs"].map((ending) => `kc-check.config.${ending}`);
  program
    .command("init")
    .description("write a config to start from")
    .argument("[file]", names.join(", "), names[0])
    .action(async (path: string) => {
      const { io } = dependencies;
      if (!/^kc-check\.config\.(?:json|ya?ml|mjs)$/.test(basename(path))) {
        throw new UsageError(
          `${path} is not where kc-check looks for a config; name it ${names.join(" or ")}`,
        );
      }
      if (io.exists(io.absolute(path)))
        throw new UsageError(`${path} is there already; edit it, or remove it first`);
      const folder = dirname(path);
      const { reference: schema, copy } = schemaFor(io, folder);
      const text = path.endsWith(".json")
        ? jsonConfig(schema)
        : path.endsWith(".mjs")
          ? moduleConfig()
          : yamlConfig(schema);
      write(io, path, text);
      await io.stdout.write(`${path} is written; it applies to the files in its folder and below\n`);
      const beside = join(folder, besideName);
      if (copy === null || path.endsWith(".mjs") || io.exists(io.absolute(beside))) return;
      write(io, beside, new TextDecoder().decode(io.readFile(copy)));
      await io.stdout.write(`${beside} is written; editors use it to complete and check the config\n`);
    });
}
