import { expect, test } from "vitest";
import { alignStarts } from "../../src/tables/fiscal.ts";
import type { Column } from "../../src/tables/table.ts";

function column(start: string, end: string): Column {
  return {
    index: 0,
    label: "",
    period: { kind: "duration", start, end },
    currency: null,
    role: "amount",
    scale: 0,
  };
}

test("durations that end on one day and begin within a week are one: most columns say when it began", () => {
  const tables = [
    [column("2022-05-02", "2022-07-31"), column("2022-02-01", "2022-07-31")],
    [column("2022-05-01", "2022-07-31")],
    [column("2022-05-02", "2022-07-31"), column("2021-05-01", "2021-07-31")],
  ];
  const starts = alignStarts(tables).map((columns) =>
    columns.map(({ period }) => (period?.kind === "duration" ? period.start : "")),
  );
  expect(starts).toEqual([["2022-05-02", "2022-02-01"], ["2022-05-02"], ["2022-05-02", "2021-05-01"]]);
});
