/** What was read, with places as people know them. */
import { expect, test } from "vitest";
import { dumps } from "../src/dump.ts";
import { makePdf, typed } from "./read/pdf/make-pdf.ts";

const text = `STATEMENTS OF OPERATIONS (in thousands)
                          2023        2024
                           RMB         RMB
Total revenues       7,047,461   7,785,180
Cost of revenues    (6,197,265) (6,444,001)
Gross profit           850,196   1,341,179
`;

test("lines of a text are told by their number, those of a PDF by page and line", async () => {
  const bytes = new TextEncoder().encode(text);
  const told = (await dumps.tables(bytes, "a.txt")).text();
  expect(told).toContain("\n6\tGross profit\t850,196\t1,341,179\n");
  expect((await dumps.figures(bytes, "a.txt")).text()).toMatch(/^6:24\t850,196\t850196000\t/m);
  const pages = makePdf([typed("Larkfen Limited"), typed(text)]);
  const paged = await dumps.tables(pages, "a.pdf");
  expect(paged.text()).toMatch(/^# page 2, line \d\tSTATEMENTS OF OPERATIONS/m);
  expect(paged.text()).toMatch(/^p2:6\tGross profit\t850,196\t1,341,179$/m);
  expect(JSON.stringify(paged.data)).toContain('{"line":6,"page":2,"caption":"Gross profit"');
  expect((await dumps.figures(pages, "a.pdf")).text()).toMatch(/^p2:6:\d+\t850,196\t/m);
});
