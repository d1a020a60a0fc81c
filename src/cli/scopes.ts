/** Which config holds for which file, and what the command line makes of it. Nothing is loaded where there is none. */
import nodePath, { dirname, type PlatformPath } from "node:path";
import { ConfigError } from "../config/config-error.ts";
import { ConfigSearch } from "../config/find.ts";
import type { Config } from "../config/load.ts";
import { limitedTo, TimeOver } from "../limit.ts";
import { defaultConfidence } from "../report/report.ts";
import type { CheckOptions } from "../run.ts";
import type { Session } from "./dependencies.ts";
import type { FailOn } from "./exit-code.ts";
import type { Settings } from "./settings.ts";

/** Seconds for the patterns of a config and one path. A pattern becomes an expression, and may be a slow one. */
const mostMatching = 1;

/** What holds for the files of one config; of none where `config` is null. */
export interface Scope {
  readonly config: Config | null;
  readonly failOn: FailOn;
}

/** `a/b.txt` for a file below the folder, as globs see it; null for one that is not below it. */
export function below(folder: string, path: string, paths: PlatformPath = nodePath): string | null {
  const inside = paths.relative(folder, path);
  // From one drive of Windows to another there is no relative path.
  if (inside === "" || paths.isAbsolute(inside)) return null;
  const slashed = inside.split(paths.sep).join("/");
  return slashed === ".." || slashed.startsWith("../") ? null : slashed;
}

/** Code is run only where the user stands, or what is above: never what came along with files. */
function mayRun(folder: string, workingDirectory: string): boolean {
  return folder === workingDirectory || below(folder, workingDirectory) !== null;
}

/** The configs of a run. All that are needed are read before the first file is checked. */
export class Scopes {
  readonly #settings: Settings;
  readonly #session: Session;
  readonly #search: ConfigSearch;
  readonly #byConfig = new Map<string, Scope>();
  readonly #none: Scope;

  constructor(settings: Settings, session: Session) {
    this.#settings = settings;
    this.#session = session;
    this.#search = new ConfigSearch(session.dependencies.io);
    this.#none = { config: null, failOn: settings.failOn ?? "error" };
  }

  #folderOf(path: string): string {
    const { io } = this.#session.dependencies;
    return path === "-" ? io.absolute(".") : dirname(io.absolute(path));
  }

  #configPath(folder: string): string | null {
    const { config } = this.#settings;
    if (config === null) return null;
    return config === "search"
      ? this.#search.in(folder)
      : this.#session.dependencies.io.absolute(config.path);
  }

  /**
   * Reads the config for files in a folder, once.
   * @throws ConfigError, FileError
   */
  async #read(folder: string): Promise<Scope> {
    const path = this.#configPath(folder);
    if (path === null) return this.#none;
    const known = this.#byConfig.get(path);
    if (known) return known;
    const { io, loadRules } = this.#session.dependencies;
    const { loadConfig } = await import("../config/load.ts");
    const config = await loadConfig(path, {
      io,
      loadRules,
      shown: below(io.absolute("."), path) ?? path,
      mayRun: this.#settings.config !== "search" || mayRun(dirname(path), io.absolute(".")),
    });
    const scope = { config, failOn: this.#settings.failOn ?? config.failOn ?? "error" };
    this.#byConfig.set(path, scope);
    return scope;
  }

  /** Reads the configs of all these files; the ones that a config says to ignore are left out. */
  async read(paths: readonly string[]): Promise<readonly string[]> {
    const kept: string[] = [];
    for (const path of paths) {
      const { config } = await this.#read(this.#folderOf(path));
      if (!config || path === "-" || !(await this.#isIgnored(config, path))) kept.push(path);
    }
    return kept;
  }

  async #isIgnored({ ignore, folder, path: shown }: Config, path: string): Promise<boolean> {
    const inside = below(folder, this.#session.dependencies.io.absolute(path));
    if (ignore.length === 0 || inside === null) return false;
    const { default: picomatch } = await import("picomatch");
    try {
      return limitedTo(mostMatching)(() => picomatch(ignore, { dot: true })(inside));
    } catch (error) {
      if (!(error instanceof TimeOver)) throw error;
      throw new ConfigError(
        `${shown}: a pattern of "ignore" takes too long to be matched; write a simpler one`,
      );
    }
  }

  /** The config of the working directory, or the one that was named; null where there is none. */
  async here(): Promise<Config | null> {
    return (await this.#read(this.#session.dependencies.io.absolute("."))).config;
  }

  /** The files that the config of the working directory includes; null where it says nothing of that. */
  async included(): Promise<readonly string[] | null> {
    const { io } = this.#session.dependencies;
    const config = await this.here();
    if (!config || config.include.length === 0) return null;
    const found = await io.glob(config.include, config.folder, config.ignore);
    // As the user would have named them.
    return found.map((path) => below(io.absolute("."), path) ?? path);
  }

  /** What holds for a file whose config was read. */
  of(path: string): Scope {
    const config = this.#configPath(this.#folderOf(path));
    return (config === null ? undefined : this.#byConfig.get(config)) ?? this.#none;
  }

  /** Names of the rules that the configs add. */
  get ownRules(): readonly string[] {
    return [...this.#byConfig.values()].flatMap(
      ({ config }) => config?.policy.own.map(({ name }) => name) ?? [],
    );
  }
}

/** What the core is asked for a file: the command line has precedence over the config. */
export function selectionOf(
  settings: Pick<Settings, "rules" | "ignore" | "confidence" | "tracked" | "drafts">,
  { config }: Scope,
): Pick<CheckOptions, "rules" | "ignore" | "policy" | "tracked" | "drafts"> &
  Required<Pick<CheckOptions, "confidence">> {
  const off = (config?.off ?? []).filter((rule) => !settings.rules?.includes(rule));
  const ignore = [...settings.ignore, ...off];
  const confidence = settings.confidence ?? config?.confidence ?? defaultConfidence;
  return {
    confidence,
    ...(settings.drafts ? { drafts: true as const } : {}),
    ...(settings.tracked ? { tracked: settings.tracked } : {}),
    ...(settings.rules ? { rules: settings.rules } : {}),
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(config ? { policy: config.policy } : {}),
  };
}
