/** How long each stage of the check of one filing takes. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { defend } from "../../../src/defence/defend.ts";
import { diagnose } from "../../../src/diagnose/diagnose.ts";
import { fileReport } from "../../../src/findings/file-report.ts";
import { read } from "../../../src/read/read.ts";
import { collect } from "../../../src/rules/collect.ts";
import { understand } from "../../../src/statements/filing.ts";
import { judge } from "../../../src/verdict/judge.ts";

export type Stages = Readonly<Record<string, number>>;

/** Milliseconds by stage, of a first check in this process: nothing is warm. */
export async function stagesOf(path: string): Promise<Stages> {
  const times: Record<string, number> = {};
  let last = performance.now();
  const lap = (stage: string): void => {
    const now = performance.now();
    times[stage] = now - last;
    last = now;
  };
  const bytes = readFileSync(path);
  lap("file");
  const document = await read(bytes, path);
  lap("read");
  const filing = understand(document, null, new Map());
  lap("tables, statements");
  const collected = collect(filing, {});
  lap("rules, prose");
  const verdicts = judge(filing.figures, collected.relations);
  lap("verdicts");
  const found = defend(filing, verdicts, (judged) => diagnose(judged, verdicts.readings));
  lap("diagnosis, defence");
  fileReport(filing, collected, found.verdicts, found.causes, {
    confidence: null,
    all: false,
    content: false,
    severities: new Map(),
    everyRule: true,
  });
  lap("findings");
  return times;
}
