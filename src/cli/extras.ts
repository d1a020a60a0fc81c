/** What a run over many files does with a result besides reporting it. */
import { ParquetTables } from "../batch/parquet.ts";
import { Since } from "../batch/since.ts";
import type { FileReport } from "../report/report.ts";
import type { ArchiveSettings } from "./archive-options.ts";
import type { Settings } from "./settings.ts";

export class Extras {
  readonly #since: Since | null;
  readonly #settings: Settings;
  readonly #parquet: ParquetTables | null;

  private constructor(settings: Settings, since: Since | null, parquet: ParquetTables | null) {
    this.#settings = settings;
    this.#since = since;
    this.#parquet = parquet;
  }

  /** @throws FileError */
  static async open(settings: Settings, options: ArchiveSettings): Promise<Extras> {
    const since = options.since === null ? null : new Since(options.since);
    return new Extras(
      settings,
      since,
      options.parquet === null ? null : await ParquetTables.open(options.parquet),
    );
  }

  /** The result as it is to be reported. */
  async take(file: FileReport): Promise<FileReport> {
    this.#parquet?.add(file);
    const shown = this.#settings.all ? file : findingsOnly(file);
    return this.#since ? this.#since.apply(shown) : shown;
  }

  /** `isWhole`: the run was not stopped. */
  end(isWhole: boolean): void {
    if (isWhole) this.#parquet?.end();
    else this.#parquet?.abandon();
  }
}

/** Without what ties and the list of figures, as if they had not been asked for. */
function findingsOnly(file: FileReport): FileReport {
  if (file.figureList === undefined) return file;
  const { figureList: _figures, ...rest } = file;
  return { ...rest, checks: file.checks.filter(({ status }) => status === "fail" || status === "warn") };
}
