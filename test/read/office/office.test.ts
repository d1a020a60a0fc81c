import { describe, expect, it } from "vitest";
import { checkFiling } from "../../../src/run.ts";
import { type ZipMember, zipFile } from "../../batch/zip-file.ts";
import { paragraph, statement, wordFile, wordXml } from "../word/word-file.ts";

async function errorOf(bytes: Uint8Array): Promise<string | null> {
  const { status, error } = await checkFiling(bytes, { path: "draft.docx" });
  expect(status).toBe("unreadable");
  return error;
}

const types = {
  name: "[Content_Types].xml",
  bytes: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
};

function broken(main: Omit<ZipMember, "name">): Uint8Array {
  return zipFile([types, { name: "word/document.xml", ...main }]);
}

describe("a document that cannot be read", () => {
  it("is said to be damaged when it is cut off or its bytes were changed", async () => {
    const whole = wordFile({ body: statement() });
    const damaged = "this document is cut off or damaged and cannot be opened; get a whole copy of it";
    expect(await errorOf(whole.subarray(0, whole.length - 100))).toBe(damaged);
    expect(await errorOf(broken({ bytes: wordXml(statement()), wrongSum: true }))).toBe(damaged);
    expect(await errorOf(broken({ bytes: "x", overlaps: true }))).toBe(damaged);
  });

  it("is said to be protected when it has a password", async () => {
    const sentence = "this document is protected by a password; save a copy of it without one first";
    expect(await errorOf(broken({ bytes: wordXml(""), encrypted: true }))).toBe(sentence);
    const mark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const name = Buffer.from("EncryptedPackage", "utf16le");
    expect(await errorOf(Buffer.concat([mark, Buffer.alloc(512), name, Buffer.alloc(64)]))).toBe(sentence);
    expect(await errorOf(Buffer.concat([mark, Buffer.alloc(600)]))).toBe(
      "this is a document of Office 2003 or older; open it in Word or Excel and save it as .docx or .xlsx",
    );
  });

  it("is refused when more comes out of it than any filing holds", async () => {
    const sentence = "this document unpacks to more text than any filing holds; nothing was checked";
    expect(await errorOf(broken({ bytes: Buffer.alloc(100 * 1024 * 1024, 32) }))).toBe(sentence);
    expect(await errorOf(broken({ bytes: wordXml("<w:p/>".repeat(400_001)) }))).toBe(sentence);
    const deep = `${"<w:sdt>".repeat(5_000)}${"</w:sdt>".repeat(5_000)}`;
    expect(await errorOf(broken({ bytes: wordXml(deep) }))).toBe(
      "its elements stand in each other deeper than in any document; nothing was checked",
    );
  }, 60_000);

  it("ends early where a paragraph has no end, and says why a document holds nothing that is read", async () => {
    const sentence = "this document unpacks to more text than any filing holds; nothing was checked";
    const endless = `<w:p>${"<w:r><w:t>Revenue 1,234 Revenue 1,100</w:t></w:r>".repeat(80_000)}</w:p>`;
    expect(await errorOf(broken({ bytes: wordXml(endless) }))).toBe(sentence);
    const rows = "<w:tr><w:tc><w:p><w:r><w:t>1,234</w:t></w:r></w:p></w:tc></w:tr>".repeat(25_000);
    expect(await errorOf(broken({ bytes: wordXml(`<w:tbl>${rows}</w:tbl>`) }))).toMatch(
      /^this document holds no text that is read \(the table at table 1, row 1 has 25000 rows, too many for a statement/,
    );
  }, 60_000);

  it("expands no entity of its own", async () => {
    const main = wordXml(paragraph("ENTITY") + statement()).replace("ENTITY", "&b;");
    const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${main}`;
    const { status } = await checkFiling(broken({ bytes: laughs }), { path: "d.docx" });
    expect(status).toBe("pass");
  });

  it("says so when it holds no text, or is another kind of archive", async () => {
    expect(await errorOf(wordFile({ body: "<w:p/>" }))).toBe(
      "this document holds no text, only pictures perhaps; nothing was checked",
    );
    expect(await errorOf(zipFile([{ name: "a.txt", bytes: "x" }]))).toBe(
      "this is a zip archive, not text; convert it to text first",
    );
    expect(await errorOf(zipFile([{ name: "xl/workbook.bin", bytes: "x" }]))).toBe(
      "this is a binary workbook (.xlsb); save it as .xlsx first",
    );
    const text = [{ name: "mimetype", bytes: "application/vnd.oasis.opendocument.text" }];
    expect(await errorOf(zipFile(text))).toBe(
      "this is a document of OpenDocument (.odt); save it as .docx first",
    );
    expect(await errorOf(zipFile([types]))).toBe(
      "this document has no text part; open it in Word and save it again",
    );
  });

  it("leaves macros, links and pictures alone", async () => {
    const bytes = wordFile({
      body: statement(),
      others: {
        "word/vbaProject.bin": "Sub AutoOpen()",
        "word/_rels/document.xml.rels":
          '<Relationships><Relationship Id="r1" Target="http://example.com/a" TargetMode="External"/></Relationships>',
      },
    });
    expect((await checkFiling(bytes, { path: "d.docx" })).status).toBe("pass");
  });
});
