import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ParquetTables, unscaled } from "../../src/batch/parquet.ts";
import { file } from "../report/awkward.ts";
import { grossProfit } from "../report/checks.ts";
import { kcCheck } from "../cli/built.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-parquet-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bytes of a DECIMAL are big-endian; read as they are, since a reader may turn them into floats. */
function integer(bytes: Uint8Array): bigint {
  return BigInt.asIntN(128, BigInt(`0x${Buffer.from(bytes).toString("hex")}`));
}

async function rows(path: string): Promise<Record<string, unknown>[]> {
  const buffer = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(buffer);
  for (const element of metadata.schema)
    if (element.converted_type === "DECIMAL") delete element.converted_type;
  return parquetReadObjects({ file: buffer, metadata, utf8: false });
}

test.each<[string | null, bigint | null]>([
  ["850169000", 8_501_690_000_000_000_000n],
  ["-0.0001", -1_000_000n],
  ["9007199254740993.25", 90_071_992_547_409_932_500_000_000n],
  ["1.50000000000000000", 15_000_000_000n],
  ["0.00000000001", null],
  ["9".repeat(29), null],
  ["1e3", null],
  [null, null],
])("%s in units of the tenth place is %s", (text, value) => expect(unscaled(text)).toBe(value));

describe("tables", () => {
  test("are read back exactly, over several groups of rows", async () => {
    const directory = join(folder, "exact");
    const tables = await ParquetTables.open(directory);
    const odd = { ...grossProfit, difference: "-9007199254740993.25", currency: null };
    for (let n = 0; n < 25; n++)
      tables.add({ ...file(), path: `${n}.txt`, checks: Array.from({ length: 1_000 }, () => odd) });
    expect(existsSync(join(directory, "checks.parquet"))).toBe(false);
    tables.end();
    const read = await rows(join(directory, "checks.parquet"));
    expect(read).toHaveLength(25_000);
    const last = read.at(-1);
    expect(last).toMatchObject({ path: "24.txt", rule: odd.rule, currency: null, line: odd.result.line });
    expect(integer(last?.["difference"] as Uint8Array)).toBe(-90_071_992_547_409_932_500_000_000n);
    expect(integer(last?.["value"] as Uint8Array)).toBe(unscaled(odd.result.value));
  });

  test("of a run: every check and every figure, though the report lists findings only", async () => {
    const directory = join(folder, "run");
    const { code, stdout } = kcCheck(["samples/faulty-release.txt", "--parquet", directory]);
    expect(stdout).toBe(kcCheck(["samples/faulty-release.txt"]).stdout);
    expect(code).toBe(1);
    const checks = await rows(join(directory, "checks.parquet"));
    const broken = checks.filter(({ rule, status }) => rule === "cash-roll-forward" && status === "fail");
    expect(broken).toHaveLength(1);
    expect(checks.filter(({ status }) => status === "pass").length).toBeGreaterThan(500);
    expect((await rows(join(directory, "figures.parquet"))).length).toBe(747);
  });
});
