import { describe, expect, test } from "vitest";
import { decode } from "../../src/read/encoding.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const wide = (text: string): Buffer => Buffer.from(text, "utf16le");
const swapped = (text: string): Uint8Array => Uint8Array.from(wide(text).swap16());

/** "Total assets 资产总计" and so on, as GB2312 bytes. */
const chinese = [
  0xd7, 0xca, 0xb2, 0xfa, 0xd7, 0xdc, 0xbc, 0xc6, 0xb8, 0xba, 0xd5, 0xae, 0xba, 0xcf, 0xbc, 0xc6,
];
const gb = Uint8Array.from([...latin("Total\t1\t2\n"), ...chinese, ...latin("\t3\t4\n"), ...chinese]);

describe("text is decoded", () => {
  test.each<[string, Uint8Array, string, RegExp | null]>([
    ["UTF-8", new TextEncoder().encode("Umsätze — 资产"), "Umsätze — 资产", null],
    ["UTF-16 with a mark", Uint8Array.from(wide("\ufeffSales\t10\n")), "Sales\t10\n", null],
    ["UTF-16 without one", Uint8Array.from(wide("Sales — net\t10\t9\n")), "Sales — net\t10\t9\n", null],
    ["UTF-16, high byte first", swapped("Sales — net\t10\t9\n"), "Sales — net\t10\t9\n", null],
    ["Windows-1252", latin("Ums\xe4tze \x96 10\x80"), "Umsätze – 10€", /Windows-1252/],
    [
      "declared by a page",
      latin('<html><meta charset="iso-8859-2"><p>\xb3'),
      '<html><meta charset="iso-8859-2"><p>ł',
      /iso-8859-2/,
    ],
    [
      "declared by XML",
      latin('<?xml version="1.0" encoding="windows-1251"?>\xc0'),
      '<?xml version="1.0" encoding="windows-1251"?>А',
      /windows-1251/,
    ],
    [
      "an unknown declaration",
      latin('<meta charset="klingon">\xe4'),
      '<meta charset="klingon">ä',
      /Windows-1252/,
    ],
    [
      "valid UTF-8 beats what is declared",
      new TextEncoder().encode('<meta charset="gbk">ä'),
      '<meta charset="gbk">ä',
      null,
    ],
    ["GB18030", gb, "Total\t1\t2\n资产总计负债合计\t3\t4\n资产总计负债合计", /GB18030/],
  ])("%s", (_, bytes, text, note) => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.notes.join()).toMatch(note ?? /^$/);
  });

  test("curly quotes and accents of Windows are not Chinese", () => {
    const text =
      "\x93Soci\xe9t\xe9 G\xe9n\xe9rale\x94 \x96 r\xe9sultat d\x92exploitation \xe0 l\x92\xe9tranger ".repeat(
        20,
      );
    expect(decode(latin(text)).text).toContain("“Société Générale” – résultat d’exploitation");
  });

  test.each([
    ["zeros on both sides", Uint8Array.from({ length: 64 }, (_, i) => (i % 3 === 0 ? 0 : 65))],
    ["nothing but zeros", new Uint8Array(64)],
  ])("%s is refused", (_, bytes) => expect(() => decode(bytes)).toThrow("binary"));
});
