/** One file in a process of its own: its time and memory are its own, and nothing it does stops the bench. */
import { readFileSync } from "node:fs";
import { read } from "../../../src/read/read.ts";
import { Unreadable } from "../../../src/read/document.ts";
import { checkFiling } from "../../../src/run.ts";
import { understand } from "../../../src/statements/filing.ts";
import { survey } from "./survey.ts";

const [path = ""] = process.argv.slice(2);
const bytes = readFileSync(path);
const started = performance.now();
await checkFiling(bytes, { path });
const milliseconds = performance.now() - started;
const peak = process.resourceUsage().maxRSS / 1_024;

// Once more, outside the clock, with all that the survey counts.
const report = await checkFiling(bytes, { path, all: true });
const filing = await read(bytes, path).then(understand, (error: unknown) => {
  if (error instanceof Unreadable) return null;
  throw error;
});
process.send?.({ ...survey(report, filing), milliseconds, peak });
