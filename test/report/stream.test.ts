import { expect, test } from "vitest";
import { json, jsonStream } from "../../src/report/json.ts";
import { streamed } from "../../src/report/stream.ts";
import { ndjsonLine, readLine } from "../../src/report/ndjson.ts";
import { awkward } from "./awkward.ts";

test.each(Object.entries(awkward))("json in pieces is json at once: %s", (_name, whole) => {
  expect(streamed(whole, jsonStream(whole.tool.version))).toBe(json(whole));
});

test.each(Object.entries(awkward))(
  "a report that was read is written as it was read: %s",
  (_name, { files }) => {
    for (const file of files) {
      const line = ndjsonLine(file);
      const read = readLine(line.slice(0, -1));
      expect(read).toEqual(file);
      expect(ndjsonLine(read)).toBe(line);
      // What is made of it is another report.
      expect(ndjsonLine({ ...read, path: "other.txt" })).toBe(ndjsonLine({ ...file, path: "other.txt" }));
    }
  },
);
