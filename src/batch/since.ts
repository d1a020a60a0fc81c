/** What an earlier run found, to tell what is new since and what is resolved. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { FileError } from "../io.ts";
import { isFinding, sortUntied } from "../report/honesty.ts";
import type { FileReport } from "../report/report.ts";
import { merged } from "./merge.ts";
import { findingSentence } from "../report/finding-sentence.ts";

interface Earlier {
  readonly rule: string;
  readonly message: string;
}

export class Since {
  readonly #byPath = new Map<string, ReadonlyMap<string, Earlier>>();

  /**
   * Reads the results of a directory, of the directory of a manifest, or of an NDJSON file.
   * @throws FileError
   */
  constructor(path: string) {
    if (!existsSync(path)) throw new FileError(`${path} does not exist; name the results of an earlier run`);
    const input = path.endsWith(".manifest.json") ? dirname(path) : path;
    for (const file of merged([input])) {
      const found = file.checks.filter(isFinding);
      this.#byPath.set(
        file.path,
        new Map(
          found.map((check) => [check.fingerprint, { rule: check.rule, message: findingSentence(check) }]),
        ),
      );
    }
  }

  /** The file with its new findings only, and with what it had and has no more. */
  apply(file: FileReport): FileReport {
    const wasRead = file.status === "pass" || file.status === "warn" || file.status === "fail";
    if (!wasRead) return file;
    // Of a file that the earlier run did not have everything is new.
    const earlier = this.#byPath.get(file.path) ?? new Map<string, Earlier>();
    const now = new Set(file.checks.map(({ fingerprint }) => fingerprint));
    const resolved = [...earlier].flatMap(([fingerprint, { rule, message }]) =>
      now.has(fingerprint) ? [] : [{ rule, message, fingerprint }],
    );
    const checks = file.checks.filter((check) => !isFinding(check) || !earlier.has(check.fingerprint));
    const known = file.checks.length - checks.length;
    const counted = (status: "fail" | "warn"): number =>
      checks.filter((check) => isFinding(check) && check.status === status).length;
    const [fail, warn] = [counted("fail"), counted("warn")];
    // A figure of a known finding does not become one that nothing determines.
    const stillFound = new Set(sortUntied({ ...file, checks }).inFindings);
    const inKnown = new Set(sortUntied(file).inFindings.filter((figure) => !stillFound.has(figure)));
    return {
      ...file,
      untied: file.untied.filter((figure) => !inKnown.has(figure)),
      status: fail > 0 ? "fail" : warn > 0 ? "warn" : "pass",
      counts: { ...file.counts, fail, warn },
      checks,
      since: { known, figures: inKnown.size, resolved },
    };
  }
}
