import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpack } from "../../../src/read/pdf/filters.ts";
import { isOverfull } from "../../../src/read/pdf/packed.ts";
import { checkFiling } from "../../../src/run.ts";

const megabyte = 1024 * 1024;

function object(stream: Uint8Array, dictionary = "/Filter /FlateDecode", end = "\n"): Buffer {
  const head = `4 0 obj\n<< /Length ${stream.length} ${dictionary} >>\nstream${end}`;
  return Buffer.concat([Buffer.from(head), stream, Buffer.from("\nendstream\nendobj\n")]);
}

const page = (contents: string): Buffer =>
  Buffer.from(`3 0 obj\n<< /Type /Page /Contents ${contents} >>\nendobj\n`);

/** Pairs of bytes that say 128 zeros each. */
const runs = (size: number): Buffer => Buffer.alloc((size / 128) * 2, Buffer.from([129, 0]));

function inBase85(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    let value = bytes.subarray(at, at + 4).reduce((sum, byte, i) => sum + byte * 256 ** (3 - i), 0);
    let digits = "";
    for (let i = 0; i < 5; i++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits;
  }
  return `${text}~>`;
}

describe("what unpacks to more than any filing holds is told before it is unpacked", () => {
  const bomb = deflateSync(Buffer.alloc(65 * megabyte));
  let fiveTimes = Buffer.from("BT (1,234) Tj ET");
  for (let i = 0; i < 5; i++) fiveTimes = deflateSync(fiveTimes);
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
    [
      "packed in more layers than anybody needs",
      object(fiveTimes, `/Filter [${"/FlateDecode ".repeat(5)}]`),
      true,
    ],
    ["the same without names", object(fiveTimes, "/Filter 7 0 R"), true],
    ["hexadecimal before", object(Buffer.from(`${bomb.toString("hex")}>`), "/Filter [/AHx /Fl]"), true],
    ["hexadecimal of little", object(Buffer.from("42 54>"), "/Filter /ASCIIHexDecode"), false],
    ["base 85 before", object(Buffer.from(inBase85(bomb)), "/Filter [/ASCII85Decode /FlateDecode]"), true],
    ["lengths of runs", object(runs(66 * megabyte), "/Filter /RunLengthDecode"), true],
    ["lengths of a few runs", object(runs(megabyte), "/Filter /RunLengthDecode"), false],
    ["run lengths in Flate", object(deflateSync(runs(66 * megabyte)), "/Filter [/Fl /RL]"), true],
    [
      "an image that a page is drawn by",
      Buffer.concat([page("4 0 R"), object(bomb, "/Subtype /Image")]),
      true,
    ],
    ["one stream drawn over and over", page(`[${"4 0 R ".repeat(40)}]`), true],
    ["a page of several streams", page("[4 0 R 5 0 R 6 0 R 4 0 R]"), false],
    [
      "many large streams",
      Buffer.concat(Array.from({ length: 9 }, () => object(deflateSync(Buffer.alloc(60 * megabyte))))),
      true,
    ],
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

test("LZW is measured by its codes: the example of the standard stands for ten bytes", () => {
  const packed = Buffer.from("800b6050220c0c8501", "hex");
  expect(unpack("LZWDecode", packed, 9)).toBe("more");
  expect(unpack("LZWDecode", packed, 10)).toBeInstanceOf(Uint8Array);
});
