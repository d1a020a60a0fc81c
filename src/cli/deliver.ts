/** Results to the report as they end: nothing of a file is kept but what the exit code and the counts need. */
import type { TextFile } from "../io.ts";
import type { FileReport } from "../report/report.ts";
import type { ReportStream } from "../report/stream.ts";
import type { Session } from "./dependencies.ts";
import { type ExitCode, exitCodeOf, type FailOn } from "./exit-code.ts";
import { entries } from "../report/formats.ts";
import { summaryEntry } from "./formats.ts";
import { note } from "./note.ts";
import { reportOptions } from "./presentation.ts";
import { UsageError } from "./usage-error.ts";
import type { Settings } from "./settings.ts";

/** The sentence for stderr; it always names its file. */
function errorOf(file: FileReport): string {
  const sentence = file.error ?? "could not be checked";
  const name = file.path === "-" ? "standard input" : file.path;
  return sentence.includes(name) ? sentence : `${name}: ${sentence}`;
}

/** Whether the reader of the report is the reader of stderr, so that an error need not be said twice. */
function isSameScreen({ format, output }: Settings, { dependencies }: Session): boolean {
  const isForPeople = format === "table" || format === "lines";
  return isForPeople && output === null && dependencies.io.isOneScreen();
}

/** What shape the report has. */
interface Shape {
  /** Counts in place of the findings. */
  readonly isSummary?: boolean;
  /** Too many filings for one page. */
  readonly isMany?: boolean;
}

export class Delivery {
  /** False when the run was stopped. */
  isWhole = true;
  /** Files that were found in a directory and are not filings. */
  passedOver = 0;
  readonly #settings: Settings;
  readonly #failOn: (file: FileReport) => FailOn;
  readonly #session: Session;
  readonly #stream: ReportStream;
  readonly #output: TextFile | null;
  #worst: ExitCode = 0;

  private constructor(
    settings: Settings,
    failOn: (file: FileReport) => FailOn,
    session: Session,
    stream: ReportStream,
    output: TextFile | null,
  ) {
    this.#settings = settings;
    this.#failOn = failOn;
    this.#session = session;
    this.#stream = stream;
    this.#output = output;
  }

  /**
   * `failOn` says for each file what makes the run fail.
   * @throws FileError when the report cannot be written where it was asked for
   */
  static async open(
    settings: Settings,
    failOn: (file: FileReport) => FailOn,
    session: Session,
    { isSummary = false, isMany = false }: Shape = {},
  ): Promise<Delivery> {
    const { io, version, loadRules } = session.dependencies;
    const { load, rules } = isSummary ? summaryEntry(settings.format) : entries[settings.format];
    if (entries[settings.format].binary && settings.output === null && io.stdout.isTerminal) {
      throw new UsageError(
        `--format ${settings.format} is no text for a terminal; write it to a file: --output findings.${settings.format}`,
      );
    }
    const options = await reportOptions(settings, io, rules ? await loadRules() : []);
    const pages =
      isMany && !isSummary && settings.output !== null ? entries[settings.format].pages : undefined;
    const reporter =
      pages && settings.output !== null
        ? (await import("./pages.ts")).pagesStream(await pages(), settings.output, io)
        : await load();
    const stream = reporter(options, version);
    const output = settings.output === null ? null : io.createFile(settings.output);
    return new Delivery(settings, failOn, session, stream, output);
  }

  async file(file: FileReport): Promise<void> {
    const { format, skipUnrecognized } = this.#settings;
    const isUnrecognized = file.status === "unrecognized";
    if (isUnrecognized && file.found === true) {
      this.passedOver++;
      if (this.#session.verbose) await note(this.#session, `${file.path} passed over: ${file.error ?? ""}`);
    }
    // Nobody asked for the notices and images that lie in a directory beside its filings.
    const isListed = !(isUnrecognized && file.found === true) || format === "json" || format === "ndjson";
    if (isListed) await this.#write(this.#stream.file(file));
    this.raise(exitCodeOf([file], { failOn: this.#failOn, skipUnrecognized }));
    if (file.prior?.compared === 0 && this.#settings.prior !== null) {
      await note(
        this.#session,
        `${file.prior.path} has no line, period and currency in common with ${file.path}`,
      );
      // Asked to compare, and nothing could be: a 0 would say that the comparatives are right.
      this.raise(2);
    }
    if (file.changes?.compared === 0) {
      await note(
        this.#session,
        `${file.changes.path} and ${file.path} have no table and no sentence in common; name two drafts of one filing`,
      );
      this.raise(2);
    }
    const isPassedOver = isUnrecognized && (skipUnrecognized || file.found === true);
    if (file.error !== null && !isPassedOver && !isSameScreen(this.#settings, this.#session)) {
      await note(this.#session, errorOf(file));
    }
  }

  /** What the run ends with. */
  exitCode(isZeroAsked: boolean): ExitCode {
    if (!this.isWhole) return 2;
    return isZeroAsked ? 0 : this.#worst;
  }

  async end(): Promise<void> {
    await this.#write(this.#stream.end());
    if (this.#stream.bytes) await this.#write(await this.#stream.bytes());
    this.#output?.close();
  }

  /** 2 wins over 1, and 1 over 0. */
  raise(code: ExitCode): void {
    if (code > this.#worst) this.#worst = code;
  }

  async #write(text: string | Uint8Array): Promise<void> {
    if (this.#output) this.#output.write(text);
    else await this.#session.dependencies.io.stdout.write(text);
  }
}
