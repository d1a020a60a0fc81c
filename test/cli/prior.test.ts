import { expect, it } from "vitest";
import { file } from "../report/awkward.ts";
import { run } from "./fake.ts";

const files = { "new.txt": "new", "old.txt": "old" };

it("hands the earlier filing to the core", async () => {
  const { code, asked } = await run(["new.txt", "--prior", "old.txt"], { files });
  expect(code).toBe(0);
  expect(asked).toEqual([
    {
      path: "new.txt",
      confidence: "likely",
      prior: { path: "old.txt", bytes: new TextEncoder().encode("old") },
    },
  ]);
});

it("may read it from standard input", async () => {
  const { asked } = await run(["new.txt", "--prior", "-"], { files, stdin: "piped" });
  expect(asked).toEqual([
    { path: "new.txt", confidence: "likely", prior: { path: "-", bytes: new TextEncoder().encode("piped") } },
  ]);
});

it.each([
  [["new.txt", "--prior", "gone.txt"], "gone.txt does not exist; check the path"],
  [["new.txt", "--prior", "./new.txt"], "--prior ./new.txt is the filing itself; name an earlier one"],
  [["-", "--prior", "-"], "--prior - is the filing itself; name an earlier one"],
  [["new.txt", "--prior", ""], "--prior needs the name of a file"],
  [
    ["new.txt", "old.txt", "--prior", "older.txt"],
    "--prior compares one filing with an earlier one; name one file, not 2",
  ],
  [
    ["new.txt", "--prior", "old.txt", "-o", "old.txt"],
    "--output old.txt would overwrite the earlier filing; name another file",
  ],
])("%j is said in one sentence, exit 2", async (argv, sentence) => {
  const { code, stdout, stderr, asked } = await run(argv, { files });
  expect({ code, stdout, stderr, asked }).toEqual({
    code: 2,
    stdout: "",
    stderr: `kc-check: ${sentence}\n`,
    asked: [],
  });
});

it("is exit 2 when nothing could be compared: a 0 would say that the comparatives are right", async () => {
  const result = { ...file(), prior: { path: "old.txt", compared: 0 } };
  const { code, stderr } = await run(["new.txt", "--prior", "old.txt"], { files, results: { new: result } });
  expect(code).toBe(2);
  expect(stderr).toContain("old.txt has no line, period and currency in common with new.txt");
});
