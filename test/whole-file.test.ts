import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { WholeFile } from "../src/whole-file.ts";

const folder = mkdtempSync(join(tmpdir(), "whole-file-"));
const path = join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

/** The id of a process that has ended. */
const gone = spawnSync(process.execPath, ["-v"]).pid;
const twoHours = 7_200;

/** Something half-written, some seconds ago. */
function left(name: string, ago: number): void {
  writeFileSync(join(folder, name), "half");
  const then = Date.now() / 1000 - ago;
  utimesSync(join(folder, name), then, then);
}

function write(text: string): void {
  const file = new WholeFile(path);
  file.write(text);
  file.close();
}

test("nothing has the name before all is written", () => {
  const file = new WholeFile(path);
  file.write("whole");
  expect(readdirSync(folder)).not.toContain("report.json");
  file.close();
  expect(readdirSync(folder)).toEqual(["report.json"]);
  expect(readFileSync(path, "utf8")).toBe("whole");
});

test("what a killed run left goes with the next; what another may be writing, and other files, stay", () => {
  const others = [
    `report.json.tmp${gone}-0123456789ab`,
    `report.json.tmp${process.ppid}-0123456789ab`,
    `report.json.tmp${gone}-notes`,
    `other.json.tmp${gone}-0123456789ab`,
    "report.json.tmp",
  ];
  left(others[0] ?? "", 60);
  for (const name of others.slice(1)) left(name, twoHours);
  left(`report.json.tmp${gone}-ba9876543210`, twoHours);
  left(`report.json.tmp${process.pid}-ba9876543210`, twoHours);
  symlinkSync("nowhere", join(folder, `report.json.tmp${gone}-ffffffffffff`));
  write("whole");
  expect(readdirSync(folder).sort()).toEqual(
    [...others, "report.json", `report.json.tmp${gone}-ffffffffffff`].sort(),
  );
});

test.skipIf(process.platform === "win32")("a folder that may be written to and not listed", () => {
  chmodSync(folder, 0o333);
  write("whole");
  chmodSync(folder, 0o777);
  expect(readFileSync(path, "utf8")).toBe("whole");
});
