/** Where the config of a file is: the nearest upwards. A few looks at the disk, and one for each folder only. */
import { dirname, join } from "node:path";
import type { Io } from "../io.ts";
import { ConfigError } from "./config-error.ts";

const names: readonly string[] = [
  "kc-check.config.json",
  "kc-check.config.yaml",
  "kc-check.config.yml",
  "kc-check.config.mjs",
];

/** Remembers what it found for each folder. */
export class ConfigSearch {
  private readonly found = new Map<string, string | null>();
  private readonly io: Pick<Io, "exists">;

  constructor(io: Pick<Io, "exists">) {
    this.io = io;
  }

  /**
   * The config for files in `folder` (absolute), or null.
   * @throws ConfigError where a folder has two
   */
  in(folder: string): string | null {
    const known = this.found.get(folder);
    if (known !== undefined) return known;
    const [here, second] = names.map((name) => join(folder, name)).filter((path) => this.io.exists(path));
    if (here !== undefined && second !== undefined) {
      throw new ConfigError(`${here}: stands beside ${second}; keep one of the two`);
    }
    const above = dirname(folder);
    const path = here ?? (above === folder ? null : this.in(above));
    this.found.set(folder, path);
    return path;
  }
}
