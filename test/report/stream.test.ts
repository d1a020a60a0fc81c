import { expect, test } from "vitest";
import { json, jsonStream } from "../../src/report/json.ts";
import { streamed } from "../../src/report/stream.ts";
import { awkward } from "./awkward.ts";

test.each(Object.entries(awkward))("json in pieces is json at once: %s", (_name, whole) => {
  expect(streamed(whole, jsonStream(whole.tool.version))).toBe(json(whole));
});
