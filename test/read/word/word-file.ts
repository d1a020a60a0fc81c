/** Documents of Word, written by hand as Word writes them: paragraphs, tables and what stands around them. */
import { zipFile } from "../../batch/zip-file.ts";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A run of text; `properties` is the XML within `w:rPr`. */
export function run(text: string, properties = ""): string {
  const own = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph; tabs in a text become `w:tab`. Strings that are XML already are taken as they are. */
export function paragraph(content: string, properties = ""): string {
  const inner = content.startsWith("<")
    ? content
    : content
        .split("\t")
        .map((piece) => (piece === "" ? "" : run(piece)))
        .join("<w:r><w:tab/></w:r>");
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

/** A cell; what is no XML becomes one paragraph. */
export function cell(content: string, properties = ""): string {
  const inner = content.startsWith("<") ? content : paragraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

export function row(cells: readonly string[], properties = ""): string {
  const own = properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`;
  return `<w:tr>${own}${cells.map((each) => (each.startsWith("<w:tc>") ? each : cell(each))).join("")}</w:tr>`;
}

export function table(rows: readonly (readonly string[] | string)[]): string {
  return `<w:tbl><w:tblPr/>${rows.map((each) => (typeof each === "string" ? each : row(each))).join("")}</w:tbl>`;
}

export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly others?: Readonly<Record<string, string>>;
}

export function wordXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr><w:headerReference w:type="default"/></w:sectPr></w:body></w:document>`;
}

export function wordFile({ body, styles, footnotes, others = {} }: WordParts): Uint8Array {
  const members: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "word/document.xml": wordXml(body),
    ...(styles === undefined
      ? {}
      : { "word/styles.xml": `<w:styles xmlns:w="${main}">${styles}</w:styles>` }),
    ...(footnotes === undefined
      ? {}
      : { "word/footnotes.xml": `<w:footnotes xmlns:w="${main}">${footnotes}</w:footnotes>` }),
    ...others,
  };
  return zipFile(Object.entries(members).map(([name, bytes]) => ({ name, bytes })));
}

/** A statement of an invented company, with a title; `cost` to plant a slip. */
export function statement(cost = "690"): string {
  return (
    paragraph("CONSOLIDATED STATEMENTS OF OPERATIONS", '<w:pStyle w:val="Heading1"/>') +
    paragraph("(in thousands of US dollars)") +
    table([
      ["", "Year ended December 31, 2024", "Year ended December 31, 2023"],
      ["Revenue", "1,210", "1,100"],
      ["Cost of revenue", "(730)", `(${cost})`],
      ["Gross profit", "480", "410"],
      ["Selling expenses", "(95)", "(88)"],
      ["Administrative expenses", "(130)", "(127)"],
      ["Total operating expenses", "(225)", "(215)"],
      ["Operating income", "255", "195"],
    ])
  );
}

export const headingStyle =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>';
