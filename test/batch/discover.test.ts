import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSource } from "../../src/batch/check-source.ts";
import { discover } from "../../src/batch/discover.ts";
import { listedPaths } from "../../src/batch/files-from.ts";
import { namedFile, type Source } from "../../src/batch/source.ts";
import { zipFile } from "./zip-file.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-discover-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array = name): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const names = (sources: readonly Source[]): string[] =>
  sources.map(({ path }) => path.slice(folder.length + 1));

describe("a directory", () => {
  test("is walked in byte order of whole paths, without what is no filing by its name", async () => {
    for (const name of ["w/b.txt", "w/a/z.txt", "w/a.txt", "w/a-b.txt", "w/é.txt", "w/B.txt"]) put(name);
    for (const name of ["w/.git/config", "w/.DS_Store", "w/logo.png", "w/node_modules/x/a.txt"]) put(name);
    const { sources, passedOver } = await discover([join(folder, "w")]);
    expect(names(sources)).toEqual(["w/B.txt", "w/a-b.txt", "w/a.txt", "w/a/z.txt", "w/b.txt", "w/é.txt"]);
    expect(passedOver).toEqual([]);
    expect(sources.every(({ found }) => found)).toBe(true);
  });

  test("that contains itself is walked once, a link that leads nowhere is named", async () => {
    put("l/sub/a.txt");
    symlinkSync("..", join(folder, "l/sub/up"));
    symlinkSync("nowhere", join(folder, "l/gone.txt"));
    symlinkSync("circle", join(folder, "l/circle"));
    const { sources, passedOver } = await discover([join(folder, "l")]);
    expect(names(sources)).toEqual(["l/circle", "l/gone.txt", "l/sub/a.txt"]);
    expect(sources.map(({ error }) => error?.slice(folder.length + 1) ?? null)).toEqual([
      "l/circle is a link that leads to itself; remove it",
      "l/gone.txt is a link to a file that does not exist; repair or remove it",
      null,
    ]);
    expect(passedOver).toEqual([
      `${folder}/l/sub/up leads to a directory that was searched already and is passed over`,
    ]);
  });

  test("a file that is named and found is checked once, as named", async () => {
    const path = put("n/a.txt");
    const { sources } = await discover([path, join(folder, "n")]);
    expect(sources).toEqual([namedFile(path)]);
  });
});

describe("a zip archive", () => {
  const bomb = Buffer.alloc(80 * 1024 * 1024);

  test("its members are sources in byte order, read where they lie", async () => {
    const path = put(
      "a.zip",
      zipFile([
        { name: "b.txt", bytes: "second" },
        { name: "a/a.txt", bytes: "first" },
        { name: "logo.png", bytes: "" },
        { name: "in.zip", bytes: "" },
        { name: "bomb.txt", bytes: bomb },
        { name: "broken.txt", bytes: "x", wrongSum: true },
        { name: "secret.txt", bytes: "x", encrypted: true },
      ]),
    );
    const { sources, passedOver } = await discover([path]);
    expect(names(sources)).toEqual(
      ["a/a.txt", "b.txt", "bomb.txt", "broken.txt", "secret.txt"].map((name) => `a.zip!${name}`),
    );
    expect(passedOver).toEqual([`${path}!in.zip is an archive in an archive; unpack the outer one`]);
    const read = await Promise.allSettled(sources.map(readSource));
    expect(
      read.map((result) =>
        result.status === "fulfilled" ? Buffer.from(result.value).toString() : result.reason.message,
      ),
    ).toEqual([
      "first",
      "second",
      `${path}!bomb.txt unpacks to more than 64 MB, as only a zip bomb does; unpack it by hand if it is a filing`,
      `${path}!broken.txt is packed and could not be unpacked (its check sum is wrong); fetch or pack it again`,
      `${path}!secret.txt is encrypted; unpack the archive with its password`,
    ]);
  });

  test("members over one another are refused as a whole", async () => {
    const members = Array.from({ length: 50 }, (_, i) => ({
      name: `${i}.txt`,
      bytes: Buffer.alloc(1_000_000),
      overlaps: i > 0,
    }));
    const path = put("overlap.zip", zipFile(members));
    const { sources } = await discover([path]);
    expect(sources).toHaveLength(1);
    expect(sources[0]?.error).toContain("members overlap, which only a zip bomb does");
  });

  test("what is no archive, or holds nothing, says so", async () => {
    const damaged = (await discover([put("damaged.zip", "PK but not really")])).sources;
    expect(damaged[0]?.error).toMatch(
      /damaged\.zip could not be read as a zip archive \(.+\); pack it again/,
    );
    const empty = (await discover([put("empty.zip", zipFile([]))])).sources;
    expect(empty[0]?.error).toContain("holds no file that could be a filing");
  });
});

describe("a gzip file", () => {
  test("is unpacked", async () => {
    const path = put("a.txt.gz", gzipSync("content"));
    expect(Buffer.from(await readSource(namedFile(path))).toString()).toBe("content");
  });

  test("a bomb and a torn one are refused", async () => {
    const bomb = put("bomb.gz", gzipSync(Buffer.alloc(70 * 1024 * 1024)));
    await expect(readSource(namedFile(bomb))).rejects.toThrow("as only a zip bomb does");
    const torn = put("torn.gz", gzipSync("content ".repeat(1_000)).subarray(0, 30));
    await expect(readSource(namedFile(torn))).rejects.toThrow("is packed and could not be unpacked");
  });
});

describe("a list of files", () => {
  test.each<[string, string, string[]]>([
    ["lines", "a.txt\r\n\r\nb c.txt\n", ["a.txt", "b c.txt"]],
    ["ends in zeros", "a\nb.txt\0c.txt\0", ["a\nb.txt", "c.txt"]],
    ["objects", '{"path":"a.txt","cik":1}\n{"path":"b.txt"}\n', ["a.txt", "b.txt"]],
    ["both, and a strange name", '{"path":"a.txt"}\n{draft.txt\n', ["a.txt", "{draft.txt"]],
  ])("%s", (_name, text, paths) => {
    expect(listedPaths(text, "list")).toEqual(paths);
  });

  test("an object without a path is an error that names its line", () => {
    expect(() => listedPaths('a.txt\n{"file":"b.txt"}\n', "list.ndjson")).toThrow("list.ndjson, line 2: ");
  });
});
