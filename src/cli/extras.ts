/** What a run over many files does with a result besides reporting it. */
import { Since } from "../batch/since.ts";
import type { FileReport } from "../report/report.ts";
import type { ArchiveSettings } from "./archive-options.ts";
import type { Settings } from "./settings.ts";

export class Extras {
  readonly #since: Since | null;
  readonly #settings: Settings;

  private constructor(settings: Settings, since: Since | null) {
    this.#settings = settings;
    this.#since = since;
  }

  /** @throws FileError */
  static async open(settings: Settings, options: ArchiveSettings): Promise<Extras> {
    return new Extras(settings, options.since === null ? null : new Since(options.since));
  }

  /** The result as it is to be reported. */
  async take(file: FileReport): Promise<FileReport> {
    const shown = this.#settings.all ? file : findingsOnly(file);
    return this.#since ? this.#since.apply(shown) : shown;
  }

  async end(): Promise<void> {}
}

/** Without what ties and the list of figures, as if they had not been asked for. */
function findingsOnly(file: FileReport): FileReport {
  if (file.figureList === undefined) return file;
  const { figureList: _figures, ...rest } = file;
  return { ...rest, checks: file.checks.filter(({ status }) => status === "fail" || status === "warn") };
}
