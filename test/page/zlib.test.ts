/** What stands for Node's zlib in a browser does the same. */
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { constants, crc32, inflateRawSync, inflateSync } from "../../src/page/zlib.ts";

const text = Buffer.from("Total revenues 1,210 1,100\n".repeat(9_000));
const limit = { maxOutputLength: 1_000_000 };
const finishFlush = zlib.constants.Z_SYNC_FLUSH;

describe("unpacking", () => {
  test.each([0, 1, 65_536, text.length])("gives %d bytes as they were", (length) => {
    const own = text.subarray(0, length);
    expect(inflateRawSync(zlib.deflateRawSync(own), limit).equals(own)).toBe(true);
    expect(inflateSync(zlib.deflateSync(own), limit).equals(own)).toBe(true);
    expect(crc32(own)).toBe(zlib.crc32?.(own) ?? crc32(own));
  });

  test("ends where the stream ends, whatever follows it", () => {
    const packed = Buffer.concat([zlib.deflateSync(text), Buffer.from("\nendstream\n".repeat(50_000))]);
    expect(inflateSync(packed, limit).equals(text)).toBe(true);
  });

  test("ends at its limit, as Node does", () => {
    const bomb = zlib.deflateRawSync(Buffer.alloc(200_000_000));
    const tooLarge = expect.objectContaining({ code: "ERR_BUFFER_TOO_LARGE" });
    expect(() => inflateRawSync(bomb, limit)).toThrow(tooLarge);
    expect(() => zlib.inflateRawSync(bomb, limit)).toThrow(tooLarge);
    expect(() => inflateRawSync(zlib.deflateRawSync(text), { maxOutputLength: text.length - 1 })).toThrow(
      tooLarge,
    );
    expect(inflateRawSync(zlib.deflateRawSync(text), { maxOutputLength: text.length })).toHaveLength(
      text.length,
    );
  });

  test("of what is cut off gives what there is only where that is asked for", () => {
    const cut = zlib.deflateSync(text).subarray(0, 200);
    const found = inflateSync(cut, limit);
    expect(constants.Z_SYNC_FLUSH).toBe(finishFlush);
    expect(found.equals(zlib.inflateSync(cut, { ...limit, finishFlush }))).toBe(true);
    expect(() => inflateRawSync(zlib.deflateRawSync(text).subarray(0, 200), limit)).toThrow(
      "damaged or cut off",
    );
  });

  test("refuses what is damaged", () => {
    expect(() => inflateSync(Buffer.from("no stream at all"), limit)).toThrow("damaged or cut off");
    expect(() => inflateRawSync(Buffer.from([0xff, 0xff, 0xff]), limit)).toThrow("damaged or cut off");
  });
});
