/** What diagnosis costs is bounded, however much of a filing fails. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnose/diagnose.ts";
import { noReadings } from "../../src/relations/evaluate.ts";
import type { Relation } from "../../src/relations/relation.ts";
import { collect } from "../../src/rules/collect.ts";
import { understand } from "../../src/statements/filing.ts";
import { read } from "../check-text.ts";
import { judge, type Verdicts } from "../../src/verdict/judge.ts";
import { figure, sum } from "../relations/figures.ts";

const mostMilliseconds = 1_000;

function judgedText(text: string): Verdicts {
  const filing = understand(read(new TextEncoder().encode(text), "broken.txt"));
  return judge(filing.figures, collect(filing, {}).relations);
}

/** Processor time of the quicker of two runs: other processes and the compiler must not count. */
function timed(run: () => unknown): number {
  const once = (): number => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1_000;
  };
  return Math.min(once(), once());
}

/** Whole numbers that look random. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return 1_000 + (state % 900_000);
  };
}

/** Sums across and down, none of which ties, and no two of them by the same difference. */
function brokenGrid(next: () => number, size: number): Relation[] {
  const cells = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => figure(String(next()))),
  );
  const down = Array.from({ length: size }, (_, i) => cells.flatMap((row) => row.slice(i, i + 1)));
  return [...cells, ...down].map((terms) =>
    sum(figure(String(terms.reduce((total, term) => total + Number(term.raw), next()))), terms),
  );
}

describe("the time of diagnosis", () => {
  it("is within a second for a table of 1,000 broken totals, each a cause of its own", () => {
    const next = numbers();
    const print = (value: number): string => value.toLocaleString("en-US");
    const lines = [
      "SCHEDULE (in thousands)",
      "\tYear ended December 31,",
      "\t2022\t2023\t2024",
      "\tRMB\tRMB\tRMB",
    ];
    for (let i = 0; i < 1_000; i++) {
      const [a, b] = [
        [next(), next(), next()],
        [next(), next(), next()],
      ];
      const totals = a.map((value, k) => value + (b[k] ?? 0));
      totals[2] = (totals[2] ?? 0) + 1_017;
      lines.push(`Depot ${i}:`);
      lines.push(["Handling", ...a.map(print)].join("\t"), ["Storage", ...b.map(print)].join("\t"));
      lines.push([`Total depot ${i}`, ...totals.map(print)].join("\t"));
    }
    const { judged, readings } = judgedText(`${lines.join("\n")}\n`);
    const failing = judged.filter(({ status }) => status === "fail");
    expect(failing.length).toBeGreaterThan(900);
    let causes = 0;
    const took = timed(() => (causes = diagnose(judged, readings).length));
    expect(causes).toBe(failing.length);
    expect(took).toBeLessThan(mostMilliseconds);
  });

  it.each([
    ["one table of 30 by 30", 1, 30],
    ["40 tables of 4 by 4", 40, 4],
    ["100 tables of 2 by 2", 100, 2],
  ])("is within a second where all sums of %s fail, across and down", (_, tables, size) => {
    const next = numbers();
    const relations = Array.from({ length: tables }, () => brokenGrid(next, size)).flat();
    const { judged } = judge([], relations);
    expect(judged.filter(({ status }) => status === "fail")).toHaveLength(relations.length);
    let causes = 0;
    const took = timed(() => (causes = diagnose(judged, noReadings).length));
    expect(causes).toBeGreaterThan(0);
    expect(took).toBeLessThan(mostMilliseconds);
  });

  it("is within a second where several hundred sums hang together through one column of subtotals", () => {
    const next = numbers();
    const subtotals = Array.from({ length: 400 }, () => figure(String(next())));
    const relations = subtotals.map((subtotal, i) =>
      sum(subtotal, [
        figure(String(next())),
        subtotals[i + 1] ?? figure(String(next())),
        figure(String(next())),
      ]),
    );
    const { judged } = judge([], relations);
    const took = timed(() => diagnose(judged, noReadings));
    expect(took).toBeLessThan(mostMilliseconds);
  });

  it("is within a second where quotients of hundreds of lines fail by one common term", () => {
    const next = numbers();
    const revenues = figure("1234567");
    const relations = Array.from({ length: 300 }, (): Relation => {
      const result = figure(`0.${next()}`);
      return { ...sum(result, [figure(String(next())), revenues]), form: { kind: "quotient", scale: 0 } };
    });
    const { judged } = judge([], relations);
    expect(judged.filter(({ status }) => status === "fail").length).toBeGreaterThan(290);
    const took = timed(() => diagnose(judged, noReadings));
    expect(took).toBeLessThan(mostMilliseconds);
  });
});
