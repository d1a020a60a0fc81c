/** What was found in many files, by rule, issuer and period: memory grows with the groups, not with the files. */
import { cleanText } from "./clean.ts";
import { paddedGrid } from "./grid.ts";
import { count, emptyTally, honestyOf, isFinding, summaryOf, tallied, wasChecked } from "./honesty.ts";
import { stringify } from "./json.ts";
import type { ReportOptions } from "./options.ts";
import { formatPeriod } from "./period.ts";
import type { Reporter } from "./stream.ts";
import { truncate } from "./width.ts";

interface Group {
  readonly name: string;
  fail: number;
  warn: number;
  files: number;
}

class Groups {
  readonly #byName = new Map<string, Group>();

  /** One file's findings of each name. */
  add(found: readonly (readonly [name: string, status: string])[]): void {
    for (const name of new Set(found.map(([each]) => each))) this.#group(name).files++;
    for (const [name, status] of found) this.#group(name)[status === "fail" ? "fail" : "warn"]++;
  }

  #group(name: string): Group {
    const group = this.#byName.get(name) ?? { name, fail: 0, warn: 0, files: 0 };
    this.#byName.set(name, group);
    return group;
  }

  /** The worst first; the same every time. */
  get sorted(): readonly Group[] {
    return [...this.#byName.values()].sort(
      (a, b) => b.fail - a.fail || b.warn - a.warn || (a.name < b.name ? -1 : 1),
    );
  }
}

/** More groups than these are for a program: `--format json` has them all. */
const mostShown = 30;
const nameRoom = 60;

function groupLines(title: string, groups: readonly Group[], { paint }: ReportOptions): readonly string[] {
  if (groups.length === 0) return [];
  const cells = groups
    .slice(0, mostShown)
    .map(({ name, fail, warn, files }) => [
      { text: truncate(name, nameRoom) },
      { text: count(fail), ...(fail > 0 ? { paint: paint.red } : {}) },
      { text: count(warn), ...(warn > 0 ? { paint: paint.yellow } : {}) },
      { text: count(files) },
    ]);
  const columns = [
    { head: title, align: "left" },
    { head: "DO NOT TIE", align: "right" },
    { head: "WARNINGS", align: "right" },
    { head: "FILES", align: "right" },
  ] as const;
  const lines = paddedGrid(columns, cells, paint.dim).map((line) => `   ${line}`);
  const more = groups.length - mostShown;
  return more > 0 ? [...lines, `   and ${count(more)} more (--format json lists them)`] : lines;
}

/** The summary, as text or as one JSON object. */
export function summaryReporter(format: "table" | "json"): Reporter {
  return (options, version) => {
    const [rules, issuers, periods] = [new Groups(), new Groups(), new Groups()];
    let files = emptyTally;
    return {
      file(file) {
        files = tallied(files, file);
        if (!wasChecked(file)) return "";
        const findings = file.checks.filter(isFinding);
        rules.add(findings.map(({ rule, status }) => [rule, status]));
        issuers.add(findings.map(({ status }) => [file.issuer ?? "(not named)", status]));
        periods.add(findings.map(({ period, status }) => [period ?? "(not named)", status]));
        return "";
      },
      end() {
        if (format === "json") {
          const { statuses, ...counts } = files;
          const groups = { rules: rules.sorted, issuers: issuers.sorted, periods: periods.sorted };
          const tool = { name: "kc-check", version };
          return `${stringify({ schemaVersion: 1, tool, totals: { ...counts, statuses }, ...groups }, 2)}\n`;
        }
        const named = (groups: readonly Group[], print: (name: string) => string): readonly Group[] =>
          groups.map((group) => ({ ...group, name: print(group.name) }));
        const isPeriod = /^\d{4}-\d{2}-\d{2}/;
        const blocks = [
          [options.paint.bold(summaryOf(files))],
          groupLines("RULE", rules.sorted, options),
          groupLines("ISSUER", named(issuers.sorted, cleanText), options),
          groupLines(
            "PERIOD",
            named(periods.sorted, (name) => (isPeriod.test(name) ? formatPeriod(name) : cleanText(name))),
            options,
          ),
          files.printed > 0 ? [` ${options.paint.dim(honestyOf(files, true))}`] : [],
        ];
        return `${blocks
          .filter((block) => block.length > 0)
          .map((block) => block.join("\n"))
          .join("\n\n")}\n`;
      },
    };
  };
}
