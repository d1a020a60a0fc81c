/** What `npm run bench:judged` prints. */
import { paddedGrid } from "../../../src/report/grid.ts";
import { type Counts, countBy, type FileJudgement, type Judgement } from "./tally.ts";
import type { Verdict } from "./verdicts.ts";

const columns = [
  { head: "", align: "left" },
  { head: "KNOWN FALSE", align: "right" },
  { head: "KNOWN TRUE", align: "right" },
  { head: "UNSURE", align: "right" },
  { head: "NOT JUDGED", align: "right" },
] as const;

function block(groups: readonly (readonly [string, Counts])[]): string {
  const rows = groups.map(([name, counts]) =>
    [name, counts.false, counts.true, counts.unsure, counts.open].map((cell) => ({ text: String(cell) })),
  );
  return `${paddedGrid(columns, rows, String).join("\n")}\n`;
}

function findingLine({ path, check }: Judgement): string {
  const { line, column } = check.result;
  return `${path}:${line}:${column} ${check.rule} (${check.confidence}): ${check.message}`;
}

function verdictLine({ path, line, column, rule, raw }: Verdict): string {
  return `${path}:${line}:${column} ${rule}: ${raw}`;
}

function listed(files: readonly FileJudgement[], list: string | null): string {
  if (list === null) return "";
  const lines =
    list === "lost"
      ? files.flatMap(({ lost }) => lost.map(verdictLine))
      : files.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === list).map(findingLine));
  return `\n${lines.join("\n")}\n`;
}

/** By rule, by shape of the source and by confidence; then one line of sums. */
export function judgedTable(
  files: readonly FileJudgement[],
  { printed, tied }: { readonly printed: number; readonly tied: number },
  list: string | null,
): string {
  const findings = files.flatMap((file) => file.findings);
  const count = (outcome: Judgement["outcome"]): number =>
    findings.filter((finding) => finding.outcome === outcome).length;
  const softened = files.reduce((sum, file) => sum + file.softened.length, 0);
  const lost = files.reduce((sum, file) => sum + file.lost.length, 0);
  const kept = count("true") + softened;
  const withFalse = files.filter((file) => file.findings.some(({ outcome }) => outcome === "false")).length;
  const per100 = (n: number): string => ((100 * n) / Math.max(1, files.length)).toFixed(1);
  return [
    block(countBy(findings, ({ check }) => check.rule)),
    block(countBy(findings, ({ format }) => format)),
    block(countBy(findings, ({ check }) => check.confidence ?? "not weighed")),
    [
      `${files.length} filings, ${findings.length} failures`,
      `known false ${count("false")} in ${withFalse} filings`,
      `known true kept ${kept} of ${kept + lost} (${softened} as other warnings)`,
      `unsure ${count("unsure")}, not judged ${count("open")}`,
      `per 100 filings: false ${per100(count("false"))}, not known to be true ${per100(findings.length - count("true"))}`,
      `figures tied ${tied} of ${printed} (${((100 * tied) / Math.max(1, printed)).toFixed(1)} %)`,
    ].join("; "),
    listed(files, list),
  ].join("\n");
}
