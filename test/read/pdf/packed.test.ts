import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isOverfull } from "../../../src/read/pdf/packed.ts";
import { checkFiling } from "../../../src/run.ts";

const megabyte = 1024 * 1024;

function object(stream: Uint8Array, dictionary = "/Filter /FlateDecode", end = "\n"): Buffer {
  const head = `4 0 obj\n<< /Length ${stream.length} ${dictionary} >>\nstream${end}`;
  return Buffer.concat([Buffer.from(head), stream, Buffer.from("\nendstream\nendobj\n")]);
}

describe("what unpacks to more than any filing holds is told before it is unpacked", () => {
  const bomb = deflateSync(Buffer.alloc(65 * megabyte));
  test.each<[string, Uint8Array, boolean]>([
    ["65 MB", object(bomb), true],
    ["after a line end of two characters", object(bomb, "/Filter /FlateDecode", "\r\n"), true],
    ["under another name of its filter", object(bomb, "/Filter 7 0 R"), true],
    ["packed twice", object(deflateSync(bomb), "/Filter [/FlateDecode /FlateDecode]"), true],
    ["cut off", object(bomb.subarray(0, -200)), true],
    ["behind a sound stream", Buffer.concat([object(deflateSync(Buffer.from("BT ET"))), object(bomb)]), true],
    ["63 MB", object(deflateSync(Buffer.alloc(63 * megabyte))), false],
    ["an image", object(bomb, "/Type /XObject /Subtype /Image /Filter /FlateDecode"), false],
    ["not packed", object(Buffer.from("BT (1,234) Tj ET"), ""), false],
    ["damaged", object(Buffer.from([0x78, 0x9c, 0xff, 0xff, 0xff])), false],
  ])("%s", (_, bytes, overfull) => {
    expect(isOverfull(bytes)).toBe(overfull);
  });

  test("in a sentence", async () => {
    const bytes = Buffer.concat([Buffer.from("%PDF-1.4\n"), object(bomb), Buffer.from("%%EOF\n")]);
    const report = await checkFiling(bytes, { path: "x.pdf" });
    expect(report).toMatchObject({
      status: "unreadable",
      error: expect.stringMatching(/more text than any filing/),
    });
  });
});
