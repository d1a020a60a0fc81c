/** How the cells of a workbook are shown: number formats, rule lines, how far they are set in. */
import { format, isDateFormat } from "numfmt";
import { attribute, readXml } from "../office/xml.ts";

export const sheetVocabulary =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main|purl\.oclc\.org\/ooxml\/spreadsheetml\/main)$/;

export interface CellStyle {
  /** The pattern of its number format: `#,##0;(#,##0)`. */
  readonly pattern: string;
  /** Points by which its text is set in. */
  readonly indent: number;
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
}

const plain: CellStyle = { pattern: "General", indent: 0, ruleAbove: false, ruleBelow: false };

/** Formats that have a number only; the rest of them is set by the language of the machine. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "$#,##0_);($#,##0)",
  6: "$#,##0_);[Red]($#,##0)",
  7: "$#,##0.00_);($#,##0.00)",
  8: "$#,##0.00_);[Red]($#,##0.00)",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

const pointsOfIndent = 9;
/** Longer patterns are no formats of people's. */
const longestPattern = 1_000;
/** Styles that are kept; Excel itself allows 65,490. */
const mostStyles = 100_000;

interface Border {
  above: boolean;
  below: boolean;
}

/** The styles that cells name by their index, and how numbers look in them. */
export class Formats {
  readonly #styles: CellStyle[] = [];
  /** Days between the two calendars that workbooks count in. */
  readonly #shift: number;

  /** `part`: "xl/styles.xml", null where there is none. `is1904`: days count from 1904. */
  constructor(part: Uint8Array | null, is1904: boolean) {
    this.#shift = is1904 ? 1_462 : 0;
    if (part) this.#read(part);
  }

  #read(part: Uint8Array): void {
    const patterns = new Map<number, string>();
    const borders: Border[] = [];
    let isOfCells = false;
    let current: CellStyle | null = null;
    readXml(part, sheetVocabulary, {
      open: (name, attributes) => {
        const number = (key: string): number => Number(attribute(attributes, key) ?? "0") || 0;
        if (name === "numFmt") {
          patterns.set(
            number("numFmtId"),
            (attribute(attributes, "formatCode") ?? "").slice(0, longestPattern),
          );
        } else if (name === "border") borders.push({ above: false, below: false });
        else if ((name === "top" || name === "bottom") && borders.length > 0) {
          const style = attribute(attributes, "style");
          const border = borders.at(-1);
          if (border && style !== undefined && style !== "none")
            border[name === "top" ? "above" : "below"] = true;
        } else if (name === "cellXfs") isOfCells = true;
        else if (name === "xf" && isOfCells && this.#styles.length < mostStyles) {
          const id = number("numFmtId");
          const border = borders[number("borderId")];
          current = {
            pattern: patterns.get(id) ?? builtIn[id] ?? "General",
            indent: 0,
            ruleAbove: border?.above ?? false,
            ruleBelow: border?.below ?? false,
          };
          this.#styles.push(current);
        } else if (name === "alignment" && current) {
          this.#styles[this.#styles.length - 1] = { ...current, indent: number("indent") * pointsOfIndent };
        }
      },
      close: (name) => {
        if (name === "cellXfs") isOfCells = false;
        else if (name === "xf") current = null;
      },
    });
  }

  of(index: number): CellStyle {
    return this.#styles[index] ?? plain;
  }

  /** The number as the cell shows it. */
  shown(value: number, { pattern }: CellStyle): string {
    const counted = this.#shift > 0 && isDateFormat(pattern) ? value + this.#shift : value;
    return format(pattern, counted, { throws: false, nbsp: false, invalid: String(value) }).trim();
  }

  /** A date, or a time: no amount whatever its digits. */
  isDate({ pattern }: CellStyle): boolean {
    return isDateFormat(pattern);
  }

  /** Text as the cell shows it: a format may put words around it. */
  shownText(text: string, { pattern }: CellStyle): string {
    return pattern.includes("@") && pattern !== "@"
      ? format(pattern, text, { throws: false, nbsp: false })
      : text;
  }
}
