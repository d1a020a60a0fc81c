/** The jobs for schedulers that are to be adapted: valid by what their makers publish, and whole by our own rules. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SubmitJobRequest$ } from "@aws-sdk/client-batch";
import { NormalizedSchema } from "@smithy/core/schema";
import { Job } from "kubernetes-models/batch/v1";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseShard } from "../../src/batch/shard.ts";
import { root } from "../cli/built.ts";

const read = (name: string): string => readFileSync(join(root, "docs/archive", name), "utf8");

/** How many parts the arguments speak of, and whether every number of a task is one of them. */
function partsOf(args: readonly string[], variable: string): number {
  const shard = args[args.indexOf("--shard") + 1] ?? "";
  const count = Number(/^auto\/(\d+)$/.exec(shard)?.[1]);
  const index = (task: number): number => parseShard(shard, { [variable]: String(task) }).index;
  expect([index(0), index(count - 1)]).toEqual([1, count]);
  return count;
}

describe("Kubernetes Indexed Job", () => {
  type Spec = ConstructorParameters<typeof Job>[0];
  const job = parse(read("kubernetes.yaml")) as NonNullable<Spec>;

  test("is a job by the published schema", () => {
    expect(() => new Job(job).validate()).not.toThrow();
    const spec = { ...job.spec, completions: "many" } as unknown as NonNullable<typeof job.spec>;
    expect(() => new Job({ ...job, spec }).validate()).toThrow("completions must be integer");
  });

  test("has as many tasks as parts, counted from 0, and tries each again", () => {
    const args = job.spec?.template.spec?.containers[0]?.args ?? [];
    expect(job.spec?.completions).toBe(partsOf(args, "JOB_COMPLETION_INDEX"));
    expect(job.spec?.completionMode).toBe("Indexed");
    expect(job.spec?.backoffLimitPerIndex).toBeGreaterThan(0);
    expect(args).toContain("--exit-zero");
  });
});

/** What does not fit the schema of a request, as paths with what is wrong. */
function misfits(value: unknown, schema: NormalizedSchema, at = ""): readonly string[] {
  if (schema.isStructSchema()) {
    if (typeof value !== "object" || value === null) return [`${at} is no object`];
    const members = new Map(schema.structIterator());
    return Object.entries(value).flatMap(([name, each]) => {
      const member = members.get(name);
      return member ? misfits(each, member, `${at}.${name}`) : [`${at}.${name} is not known`];
    });
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((each, i) => misfits(each, schema.getValueSchema(), `${at}[${i}]`));
  }
  if (schema.isStringSchema()) return typeof value === "string" ? [] : [`${at} is no text`];
  if (schema.isNumericSchema()) return typeof value === "number" ? [] : [`${at} is no number`];
  return [];
}

describe("AWS Batch", () => {
  const request = JSON.parse(read("aws-batch.json"));
  const schema = NormalizedSchema.of(SubmitJobRequest$);

  test("is a request to submit a job by the published schema", () => {
    expect(misfits(request, schema)).toEqual([]);
    for (const name of ["jobName", "jobQueue", "jobDefinition"]) expect(typeof request[name]).toBe("string");
    const wrong = { ...request, arrayProperties: { size: "64", first: 1 }, retries: 3 };
    expect(misfits(wrong, schema)).toEqual([
      ".arrayProperties.size is no number",
      ".arrayProperties.first is not known",
      ".retries is not known",
    ]);
  });

  test("has as many tasks as parts, counted from 0, and tries each again", () => {
    const { command } = request.containerOverrides;
    expect(request.arrayProperties.size).toBe(partsOf(command, "AWS_BATCH_JOB_ARRAY_INDEX"));
    expect(request.retryStrategy.attempts).toBeGreaterThan(1);
    expect(command).toContain("--exit-zero");
  });
});
