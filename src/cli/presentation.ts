/** How a report is to look on this terminal, pipe or file, and the code that draws it. */
import type { Io } from "../io.ts";
import type { ReportOptions, RuleText } from "../report/options.ts";
import { type Paint, plain } from "../report/paint.ts";
import type { Settings } from "./settings.ts";

const widthOfFiles = 120;
const widthOfTerminals = 80;

/** What of the machine decides how a report looks. */
export type Surroundings = Pick<Io, "env" | "fileUrl" | "stdout">;

/** The flag decides, then NO_COLOR (no-color.org), then FORCE_COLOR, then whether a terminal shows it. */
export function wantsColor(flag: boolean | null, env: Io["env"], onTerminal: boolean): boolean {
  if (flag !== null) return flag;
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return onTerminal && env["TERM"] !== "dumb";
}

async function loadPaint(): Promise<Paint> {
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}

/** Cells of a line. A pipe has no width of its own, so a report in a CI log does not depend on the machine. */
function lineWidth({ env, stdout }: Surroundings, onTerminal: boolean): number {
  const known = onTerminal ? stdout.columns : Number(env["COLUMNS"]);
  const fallback = onTerminal ? widthOfTerminals : widthOfFiles;
  return Math.max(40, known !== undefined && Number.isInteger(known) && known > 0 ? known : fallback);
}

/** file://…#181. Characters that could end the escape sequence are encoded. */
function linkTo(path: string, line: number, fileUrl: (path: string) => string): string | null {
  if (path === "-") return null;
  const url = fileUrl(path).replace(
    /[^-a-zA-Z0-9/&.:=?%@~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
  return `${url}#${line}`;
}

/** The options for the reporter; loads chalk only when the report shows colour. */
export async function reportOptions(
  settings: Settings,
  surroundings: Surroundings,
  rules: readonly RuleText[],
): Promise<ReportOptions> {
  const onTerminal = settings.output === null && surroundings.stdout.isTerminal;
  const isTable = settings.format === "table";
  const linked = onTerminal && surroundings.env["TERM"] !== "dumb";
  return {
    width: lineWidth(surroundings, onTerminal),
    paint: isTable && wantsColor(settings.color, surroundings.env, onTerminal) ? await loadPaint() : plain,
    link: linked ? (path, line) => linkTo(path, line, surroundings.fileUrl) : () => null,
    wrapsCounts: onTerminal,
    all: settings.all,
    verbose: settings.verbose,
    quiet: settings.quiet,
    passOver: settings.skipUnrecognized,
    rules,
  };
}
