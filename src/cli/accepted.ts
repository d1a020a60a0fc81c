/** Baselines of a run: applied to each result, written at the end where that was asked for. Nothing is loaded where there is none. */
import { dirname, join } from "node:path";
import type { Baseline, BaselineEntry } from "../config/baseline.ts";
import type { Check, FileReport } from "../report/report.ts";
import { counted, wasChecked } from "../report/honesty.ts";
import type { Session } from "./dependencies.ts";
import { fails } from "./exit-code.ts";
import { note } from "./note.ts";
import { below, type Scopes } from "./scopes.ts";
import type { Settings } from "./settings.ts";

const defaultName = "kc-check.baseline.json";

interface Book {
  readonly path: string;
  readonly baseline: Baseline;
  readonly byFile: ReadonlyMap<string, readonly BaselineEntry[]>;
  readonly stale: Set<BaselineEntry>;
  /** What failed, file by file, for --update-baseline. */
  readonly found: { readonly file: string; readonly checks: readonly Check[] }[];
}

export class Accepted {
  readonly #settings: Settings;
  readonly #session: Session;
  readonly #scopes: Scopes;
  readonly #books = new Map<string, Book>();
  readonly #paths = new Map<string, string | null>();

  constructor(settings: Settings, scopes: Scopes, session: Session) {
    this.#settings = settings;
    this.#scopes = scopes;
    this.#session = session;
  }

  /** The baseline for a file: named, or of its config, or beside that, or in the working directory; null for none. */
  #pathFor(path: string): string | null {
    const { io } = this.#session.dependencies;
    const { baseline, updateBaseline } = this.#settings;
    // What comes through a pipe has no name to know it by.
    if (baseline === null || path === "-") return null;
    if (baseline !== "search") return io.absolute(baseline.path);
    const { config } = this.#scopes.of(path);
    if (config?.baseline) return config.baseline;
    const key = config?.folder ?? "";
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const places = [...(config ? [join(config.folder, defaultName)] : []), io.absolute(defaultName)];
    const found = places.find((place) => io.exists(place)) ?? (updateBaseline ? (places[0] ?? null) : null);
    this.#paths.set(key, found);
    return found;
  }

  /** @throws ConfigError, FileError */
  async #open(path: string): Promise<Book> {
    const known = this.#books.get(path);
    if (known) return known;
    const { io } = this.#session.dependencies;
    const { emptyBaseline, parseBaseline } = await import("../config/baseline.ts");
    // One that was named must be there, unless it is about to be written.
    const isNew = this.#settings.updateBaseline && !io.exists(path);
    const baseline = isNew
      ? emptyBaseline
      : parseBaseline(new TextDecoder().decode(io.readFile(path)), this.#shown(path));
    const byFile = new Map<string, BaselineEntry[]>();
    for (const entry of baseline.findings) byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
    const book: Book = { path, baseline, byFile, stale: new Set(), found: [] };
    this.#books.set(path, book);
    return book;
  }

  /** Reads the baselines of all these files, so that a broken one is told before the first is checked. */
  async read(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const baseline = this.#pathFor(path);
      if (baseline !== null) await this.#open(baseline);
    }
  }

  /** The result with its accepted findings marked. */
  async apply(file: FileReport): Promise<FileReport> {
    const path = wasChecked(file) ? this.#pathFor(file.path) : null;
    if (path === null) return file;
    const { io } = this.#session.dependencies;
    const book = await this.#open(path);
    const absolute = io.absolute(file.path);
    const name = below(dirname(path), absolute) ?? absolute.split("\\").join("/");
    if (this.#settings.updateBaseline) {
      const { failOn } = this.#scopes.of(file.path);
      const level = failOn === "never" ? "error" : failOn;
      book.found.push({ file: name, checks: file.checks.filter((check) => fails(check, level)) });
      const { applyBaseline, updateBaseline } = await import("../config/baseline.ts");
      const now = updateBaseline({ findings: [] }, book.found.slice(-1), this.#acceptance(), () => true);
      return applyBaseline(file, now.baseline.findings, io.today()).file;
    }
    const entries = book.byFile.get(name) ?? [];
    if (entries.length === 0) return file;
    const { applyBaseline } = await import("../config/baseline.ts");
    const applied = applyBaseline(file, entries, io.today());
    for (const entry of applied.stale) if (this.#isAsked(entry.rule)) book.stale.add(entry);
    for (const { rule, line, period, expires, reason } of applied.expired) {
      const why = reason === "" ? "" : ` (${reason})`;
      await note(
        this.#session,
        `${file.path}: ${rule}: ${line}, ${period}: was accepted until ${expires}${why} and counts again`,
      );
    }
    return applied.file;
  }

  /** A path as people see it. */
  #shown(path: string): string {
    return below(this.#session.dependencies.io.absolute("."), path) ?? path;
  }

  #acceptance() {
    const { io } = this.#session.dependencies;
    const { reason, expires } = this.#settings;
    const who = ["GIT_AUTHOR_NAME", "USER", "USERNAME", "LOGNAME"].map((name) => io.env[name] ?? "");
    return { reason, expires, today: io.today(), who: who.find((name) => name !== "") ?? "" };
  }

  /** Whether the run looked at the rule at all. */
  #isAsked(rule: string): boolean {
    const { rules, ignore } = this.#settings;
    return rules?.includes(rule) !== false && !ignore.includes(rule);
  }

  /** Tells of entries that match nothing, and writes what was asked for. */
  async end(): Promise<void> {
    for (const book of this.#books.values()) {
      if (this.#settings.updateBaseline) await this.#update(book);
      else await this.#tellStale(book);
    }
  }

  async #update(book: Book): Promise<void> {
    const { baselineText, updateBaseline } = await import("../config/baseline.ts");
    const { baseline, added, kept, removed } = updateBaseline(
      book.baseline,
      book.found,
      this.#acceptance(),
      (rule) => this.#isAsked(rule),
    );
    this.#write(book.path, baselineText(baseline));
    const total = counted(baseline.findings.length, "finding");
    await note(
      this.#session,
      `${this.#shown(book.path)} accepts ${total} now: ${added} new, ${kept} kept, ${removed} removed`,
    );
    const bare = baseline.findings.filter(({ reason }) => reason === "").length;
    if (bare > 0) {
      await note(
        this.#session,
        `${counted(bare, "entry", "entries")} of ${this.#shown(book.path)} without a reason; write it there, or give one with --reason`,
      );
    }
  }

  async #tellStale(book: Book): Promise<void> {
    const { io } = this.#session.dependencies;
    for (const [file, entries] of book.byFile) {
      if (io.exists(io.absolute(join(dirname(book.path), file)))) continue;
      if (!io.exists(file)) for (const entry of entries) book.stale.add(entry);
    }
    if (book.stale.size === 0) return;
    const entries = counted(book.stale.size, "entry", "entries");
    if (this.#settings.pruneBaseline) {
      const { baselineText } = await import("../config/baseline.ts");
      const findings = book.baseline.findings.filter((entry) => !book.stale.has(entry));
      this.#write(book.path, baselineText({ findings }));
      await note(this.#session, `${entries} removed from ${this.#shown(book.path)}`);
      return;
    }
    const [first] = book.stale;
    const example = first ? `${first.file}: ${first.rule}: ${first.line}, ${first.period}` : "";
    const more = book.stale.size > 1 ? ` and ${book.stale.size - 1} more` : "";
    await note(
      this.#session,
      `${this.#shown(book.path)}: ${entries} of findings that are gone or changed (${example}${more}); --prune-baseline removes them`,
    );
  }

  #write(path: string, text: string): void {
    const file = this.#session.dependencies.io.createFile(path, "--baseline");
    file.write(text);
    file.close();
  }
}
