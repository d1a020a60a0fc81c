/** The bench as people read it. */
import { type FileBench, type Planted, sections } from "./bench.ts";
import type { Timing } from "./timing.ts";
import type { Together } from "./together.ts";

export interface Tally {
  readonly planted: number;
  readonly detected: number;
  readonly first: number;
  readonly firstThree: number;
  readonly warned: number;
  readonly missed: number;
  readonly hidden: number;
}

export function tally(planted: readonly Planted[]): Tally {
  const count = (test: (one: Planted) => boolean): number => planted.filter(test).length;
  return {
    planted: count((one) => one.outcome !== "hidden"),
    detected: count((one) => one.outcome === "detected"),
    first: count((one) => one.first),
    firstThree: count((one) => one.firstThree),
    warned: count((one) => one.outcome === "warned"),
    missed: count((one) => one.outcome === "missed"),
    hidden: count((one) => one.outcome === "hidden"),
  };
}

const heads = ["slip", "planted", "detected", "", "localised", "", "in 3", "warned", "missed", "hidden"];
const widths = [14, 8, 9, 7, 10, 7, 6, 7, 7, 7];

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart(widths[i] ?? 8))).join(" ");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)}%`;
}

function tallyRow(name: string, t: Tally): string {
  const { planted, detected, first, firstThree, warned, missed, hidden } = t;
  const numbers = [planted, detected, percent(detected, planted), first, percent(first, detected)];
  return row([name, ...[...numbers, firstThree, warned, missed, hidden].map(String)]);
}

export function benchTable(bench: FileBench, samples: number): string {
  const out = [
    "",
    `${bench.path}: seed ${bench.seed}, at most ${samples} places for each slip of ${bench.cells} cells, ${bench.rows} rows, ${bench.prose} numbers in prose`,
    `clean run: ${bench.cleanBreaks} breaks, ${bench.cleanWarnings} warnings; ${bench.planted.length} slips in ${(bench.milliseconds / 1000).toFixed(1)} s`,
  ];
  for (const section of sections) {
    const own = bench.planted.filter((one) => one.section === section);
    if (own.length === 0) continue;
    out.push("", sectionNames[section], row(heads));
    for (const slip of new Set(own.map((one) => one.slip))) {
      out.push(tallyRow(slip, tally(own.filter((one) => one.slip === slip))));
    }
    out.push(...sums(own));
    out.push(
      ...reasons(
        "missed or warned only",
        own.filter((one) => one.outcome === "missed" || one.outcome === "warned"),
      ),
    );
  }
  const most = bench.planted.reduce((a, b) => Math.max(a, b.findings), 0);
  const several = bench.planted.filter((one) => one.findings > 1);
  out.push("", `most findings from one slip: ${most}; slips with more than one: ${several.length}`);
  for (const crash of bench.crashes) out.push(`CRASH ${crash}`);
  return out.join("\n");
}

const sectionNames = {
  face: "faces of the statements",
  table: "all tables",
  prose: "prose",
  header: "headers and words",
} as const;

/** Figures, lines of figures, and both. */
function sums(own: readonly Planted[]): string[] {
  const isRow = (one: Planted): boolean => one.slip.startsWith("row-");
  const rows = own.filter(isRow);
  if (rows.length === 0) return [tallyRow("all", tally(own))];
  return [
    tallyRow("figures", tally(own.filter((one) => !isRow(one)))),
    tallyRow("rows", tally(rows)),
    tallyRow("all", tally(own)),
  ];
}

/** All files of each shape together. */
export function shapesTable(benches: readonly FileBench[]): string {
  return [...new Set(benches.map(({ format }) => format))]
    .sort()
    .flatMap((format) => {
      const files = benches.filter((bench) => bench.format === format);
      return sections.flatMap((section) => {
        const own = files.flatMap(({ planted }) => planted.filter((one) => one.section === section));
        const title = `${format}, ${files.length} files: ${sectionNames[section]}`;
        return own.length === 0 ? [] : ["", title, row(heads), ...sums(own)];
      });
    })
    .join("\n");
}

function reasons(title: string, planted: readonly Planted[]): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of planted) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const listed = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, n]) => `  ${String(n).padStart(4)}  ${reason}`);
  return listed.length === 0 ? [] : [`${title}, by reason:`, ...listed];
}

/** Every slip that was not found and localised by one finding, for the one who improves the checker. */
export function details(bench: FileBench): string {
  return bench.planted
    .filter((one) => one.outcome !== "hidden" && (!one.first || one.findings > 1))
    .map(
      (one) =>
        `${one.section} ${one.outcome}${one.outcome === "detected" && !one.first ? "*" : ""} ${one.findings} ${one.slip} ${one.line} ${one.change} [${one.label}] ${one.reason}`,
    )
    .sort()
    .join("\n");
}

export function togetherLine(result: Together): string {
  const { slips, rounds, apart, localised, suspected, extra } = result;
  const all = slips * rounds;
  return `${slips} slips at once, ${rounds} rounds: each its own finding in ${apart} (${percent(apart, rounds)}); localised ${localised} of ${all}, suspected ${suspected}, findings too many ${extra}`;
}

export function timingLine(timing: Timing): string {
  return `diagnosis adds ${(100 * timing.share).toFixed(1)}% to the rest of a run (${timing.diagnosis.toFixed(2)} of ${timing.run.toFixed(2)} ms over ${timing.runs} runs; worst ${(100 * timing.worst).toFixed(0)}%, line ${timing.worstSlip})`;
}
