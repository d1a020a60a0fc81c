import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/findings/sha256.ts";

const expected = (text: string): string => createHash("sha256").update(text).digest("hex");

test("is SHA-256, at every length around a block", () => {
  // FIPS 180-4, example B.1.
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  for (let length = 0; length < 200; length++)
    expect(sha256("a".repeat(length))).toBe(expected("a".repeat(length)));
});

test("is SHA-256 of any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === expected(text)),
  );
});
