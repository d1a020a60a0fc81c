import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largestFile, machineIo, readSentence } from "../../src/io.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-io-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const io = machineIo();

describe("what cannot be read is one sentence that names the file", () => {
  test("missing", () => {
    const path = join(folder, "missing.txt");
    expect(() => io.readFile(path)).toThrow(`${path} does not exist; check the path`);
    expect(() => io.readFile("")).toThrow('"" does not exist; check the path');
  });

  test("a directory", () => {
    expect(() => io.readFile(folder)).toThrow(
      `${folder} is a directory; name the files in it, for example ${folder}/*.txt`,
    );
    expect(() => io.readFile(`${folder}/`)).toThrow(`for example ${folder}/*.txt`);
  });

  // Root may read everything, so permission is not tried on a real file.
  test.each([
    ["EACCES", "a.txt may not be read (permission denied); change its permissions or run as a user who may"],
    ["ENOTDIR", "a.txt does not exist; check the path"],
    ["EIO", "a.txt could not be read (EIO: broken); check the file and its disk"],
  ])("%s", (code, sentence) => {
    expect(readSentence("a.txt", Object.assign(new Error(`${code}: broken`), { code }))).toBe(sentence);
  });

  test("too large, by its stated size and before reading it", () => {
    const path = join(folder, "large.txt");
    writeFileSync(path, "");
    truncateSync(path, largestFile + 1);
    expect(() => io.readFile(path)).toThrow(`${path} is larger than the 512 MB`);
  });
});

test("reads bytes as they are, empty files and devices too", () => {
  const path = join(folder, "bytes.txt");
  writeFileSync(path, Buffer.from([0, 255, 10]));
  expect(Array.from(io.readFile(path))).toEqual([0, 255, 10]);
  writeFileSync(path, "");
  expect(io.readFile(path)).toHaveLength(0);
  expect(io.readFile(devNull)).toHaveLength(0);
});

test("writes, or says what to do", () => {
  const path = join(folder, "report.txt");
  writeFileSync(path, "old");
  const file = io.createFile(path);
  file.write("ti");
  file.write("ed\n");
  expect(readFileSync(path, "utf8")).toBe("old");
  file.close();
  expect(readFileSync(path, "utf8")).toBe("tied\n");
  expect(() => io.createFile(join(folder, "no", "report.txt"))).toThrow(
    "its folder does not exist; create it first",
  );
  expect(() => io.createFile(folder)).toThrow("it is a directory; name a file in it");
  io.createFile(devNull).close();
});

test("a file that grows while it is read is no filing yet", () => {
  const path = join(folder, "growing.txt");
  writeFileSync(path, "a");
  expect(readSentence(path, Object.assign(new Error(""), { code: "ECHANGED" }))).toBe(
    `${path} was changed while it was read; check it again when it is whole`,
  );
});
