// PDFs and packed files that are sound, to be damaged; and the program's own way to unpack.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { pick } from "./fuzz-mutator.js";

const latin = (text) => Buffer.from(text, "latin1");
const rows = [
  "Revenue 1,234 1,100",
  "Cost of sales (800) (700)",
  "Gross profit 434 400",
  "Total assets 9,876",
];

/** Ways to write the content of a page: as it is, packed, in hexadecimal, packed and in hexadecimal. */
const encodings = [
  ["", (content) => latin(content)],
  ["/Filter /FlateDecode", (content) => deflateSync(latin(content))],
  ["/Filter /ASCIIHexDecode", (content) => latin(`${latin(content).toString("hex")}>`)],
  [
    "/Filter [/ASCIIHexDecode /FlateDecode]",
    (content) => latin(`${deflateSync(latin(content)).toString("hex")}>`),
  ],
];

/** One or two pages of rows; with a table of its objects or without. */
export function soundPdf(random) {
  const [filter, encode] = pick(encodings, random);
  const pages = 1 + Math.floor(random() * 2);
  const objects = [
    latin("<< /Type /Catalog /Pages 2 0 R >>"),
    latin(
      `<< /Type /Pages /Kids [${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(" ")}] /Count ${pages} >>`,
    ),
    latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
  ];
  for (let page = 0; page < pages; page++) {
    const lines = rows.flatMap((row, i) =>
      row.split(/ (?=[(\d])/).map((cell, j) => `1 0 0 1 ${40 + 150 * j} ${700 - 14 * i} Tm (${cell}) Tj`),
    );
    const content = encode(`BT /F1 10 Tf ${lines.join("\n")} ET`);
    objects.push(
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * page} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
      Buffer.concat([
        latin(`<< /Length ${content.length} ${filter} >>\nstream\n`),
        content,
        latin("\nendstream"),
      ]),
    );
  }
  const parts = [latin("%PDF-1.4\n")];
  let length = parts[0].length;
  const places = objects.map((object, i) => {
    const part = Buffer.concat([latin(`${i + 1} 0 obj\n`), object, latin("\nendobj\n")]);
    parts.push(part);
    length += part.length;
    return length - part.length;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  parts.push(
    latin(
      `${random() < 0.5 ? xref : ""}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A zip archive of one member. */
function zipOf(name, data) {
  const packed = deflateRawSync(data);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(data) >>> 0, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([latin("PK\x03\x04"), fields, latin(name), packed]);
  const central = Buffer.concat([latin("PK\x01\x02\x14\0"), fields, Buffer.alloc(14), latin(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, latin("PK\x05\x06"), end]);
}

export function packedFile(random) {
  const data = latin(rows.join("\n").repeat(1 + Math.floor(random() * 20)));
  return random() < 0.5
    ? { kind: "gzip", bytes: gzipSync(data) }
    : { kind: "zip", bytes: zipOf("statements.txt", data) };
}

/** Unpacks as the program does, which exports nothing of it. */
export class Unpacker {
  async open() {
    this.folder = mkdtempSync(join(tmpdir(), "fuzz-packed-"));
    const outfile = join(this.folder, "unpack.cjs");
    await build({
      stdin: {
        contents: 'export * from "./src/batch/zip.ts"; export * from "./src/batch/unpack.ts";',
        resolveDir: new URL("..", import.meta.url).pathname,
      },
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "error",
      outfile,
    });
    this.program = createRequire(import.meta.url)(outfile);
  }

  /** A sentence about the file is as good as its bytes. */
  async unpack(kind, bytes) {
    const { gunzip, readMember, zipSources } = this.program;
    const isSentence = (error) => error.name === "FileError";
    const tried = (read) => {
      try {
        read();
      } catch (error) {
        if (!isSentence(error)) throw error;
      }
    };
    if (kind === "gzip") return tried(() => gunzip("fuzzed.gz", bytes));
    const path = join(this.folder, "fuzzed.zip");
    writeFileSync(path, bytes);
    const sources = await zipSources(
      path,
      () => true,
      () => {},
    );
    for (const source of sources) if (source.member) tried(() => readMember(source, source.member));
  }

  close() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
