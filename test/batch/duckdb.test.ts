/** The queries of the documents, with the real DuckDB on the tables of a real run. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "../../src/batch/parquet.ts";
import { kcCheck, root } from "../cli/built.ts";

let folder = "";
let connection: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-duckdb-"));
  const samples = ["faulty-release.txt", "clean-release.txt", "annual-statements.htm"];
  const { code } = kcCheck([
    ...samples.map((name) => `samples/${name}`),
    "--parquet",
    join(folder, "tables"),
  ]);
  if (code !== 1) throw new Error(`ended with ${code}`);
  connection = await DuckDBConnection.create();
});
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

type Row = Record<string, unknown>;

async function query(sql: string): Promise<Row[]> {
  const path = `'${join(folder, "tables").replaceAll("'", "''")}/`;
  const reader = await connection.runAndReadAll(sql.replaceAll("'tables/", path));
  return reader.getRowObjectsJson() as Row[];
}

const page = readFileSync(join(root, "docs/archive.md"), "utf8");
const queries = [...page.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map(([, sql = ""]) => sql);

describe("the queries of docs/archive.md", () => {
  test("are those that are tested here", () => {
    expect(queries).toHaveLength(4);
  });

  test("every filing whose roll-forward breaks", async () => {
    expect(await query(queries[0] ?? "")).toEqual([
      expect.objectContaining({
        path: "samples/faulty-release.txt",
        period_end: "2024-12-31",
        printed: "1,402,905",
        expected: "1123679000.0000000000",
        difference: "279226000.0000000000",
      }),
    ]);
  });

  test("how much of the figures is confirmed", async () => {
    const rows = await query(queries[1] ?? "");
    expect(rows.length).toBeGreaterThan(0);
    for (const { all_figures: all, tied } of rows) expect(Number(tied)).toBeLessThanOrEqual(Number(all));
    expect(rows.some(({ all_figures: all, tied }) => Number(tied) > 0.9 * Number(all))).toBe(true);
  });

  test("revenues by year and currency, as the filings print them", async () => {
    const rows = await query(queries[2] ?? "");
    expect(rows.length).toBeGreaterThan(1);
    const list = JSON.parse(kcCheck(["samples/clean-release.txt", "-f", "json", "--all"]).stdout).files[0];
    const printed = new Set(
      (list.figureList as { concept: string | null; value: string }[])
        .filter(({ concept }) => concept === "Revenues")
        .map(({ value }) => `${value}.0000000000`),
    );
    const own = rows.filter(({ issuer }) => issuer === list.issuer);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ revenues }) => !printed.has(String(revenues)))).toEqual([]);
    expect(
      own.every(
        ({ currency, period_end: end }) => currency !== null && /^\d{4}-\d\d-\d\d$/.test(String(end)),
      ),
    ).toBe(true);
  });

  test("what has to be corrected", async () => {
    const rows = await query(queries[3] ?? "");
    expect(rows).toContainEqual(
      expect.objectContaining({
        suspect_printed: "(686,402)",
        suspect_reading: "(668,402)",
        suspect_line: 121,
      }),
    );
    // Nothing in the sound filing has.
    expect(rows.filter(({ path }) => path !== "samples/faulty-release.txt")).toEqual([]);
  });
});

test("columns have the types that analysts need", async () => {
  const types = async (table: string): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await query(`DESCRIBE SELECT * FROM 'tables/${table}.parquet'`)).map(
        ({ column_name: name, column_type: type }) => [name, type],
      ),
    );
  expect(await types("figures")).toMatchObject({
    period_start: "DATE",
    period_end: "DATE",
    currency: "VARCHAR",
    concept: "VARCHAR",
    unit: "VARCHAR",
    table_title: "VARCHAR",
    statement: "VARCHAR",
    value: "DECIMAL(38,10)",
  });
  expect(await types("checks")).toMatchObject({
    period_start: "DATE",
    period_end: "DATE",
    confidence: "VARCHAR",
    suspect_reading: "VARCHAR",
    difference: "DECIMAL(38,10)",
  });
});

test("a balance has a last day only, and a percentage no currency", async () => {
  expect(
    await query(
      "SELECT count(*) AS n FROM 'tables/figures.parquet' WHERE statement = 'balance' AND period_start IS NOT NULL AND period_end IS NULL",
    ),
  ).toEqual([{ n: "0" }]);
  expect(
    await query(
      "SELECT count(*) AS n FROM 'tables/figures.parquet' WHERE unit = 'percent' AND currency IS NOT NULL",
    ),
  ).toEqual([{ n: "0" }]);
});

test.each([
  ["1970-01-01", 0],
  ["2024-02-29", 19_782],
  ["2023-02-30", null],
  ["2024", null],
  ["", null],
  [undefined, null],
])("%s is day %s", (date, day) => expect(dayOf(date)).toBe(day));
