/** The XML of one sheet -> its cells as they are shown. */
import { columnOf, mostColumns } from "../office/spots.ts";
import { type Attributes, attribute, readXml } from "../office/xml.ts";
import { type CellStyle, type Formats, sheetVocabulary } from "./formats.ts";
import { SharedFormulas } from "./shared-formulas.ts";
import { mostCells, mostRows, type SheetCell, type SheetRow } from "./sheet.ts";
import { StringReader } from "./workbook.ts";

export interface SheetSource {
  readonly strings: readonly string[];
  readonly formats: Formats;
  /** As many cells are read of it. */
  readonly room: number;
}

export interface SheetRead {
  readonly rows: readonly SheetRow[];
  readonly hiddenColumns: ReadonlySet<number>;
  readonly hiddenRows: number;
  /** Formulas whose result the workbook does not hold, and those whose it does. */
  readonly uncomputed: number;
  readonly computed: number;
  /** Formulas by their cells, "C14", without the equal sign. */
  readonly formulas: ReadonlyMap<string, string>;
  /** Cells that show something. */
  readonly count: number;
  /** More than is read of a sheet. */
  readonly isTooLarge: boolean;
}

/** Longer formulas say nothing of a sum. */
const longestFormula = 2_000;

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenCell {
  readonly reference: string;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string | null;
  inline: string | null;
  formula: string | null;
  /** Which of the formulas that several cells share it is. */
  share: string | null;
}

class Reader {
  readonly #source: SheetSource;
  readonly rows: { row: number; cells: Mutable<SheetCell>[] }[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly formulas = new Map<string, string>();
  hiddenRows = 0;
  uncomputed = 0;
  computed = 0;
  isTooLarge = false;
  count = 0;
  readonly #strings = new StringReader();
  readonly #shared = new SharedFormulas();
  readonly #merges: string[] = [];
  #hiddenTo = 0;
  #row = 0;
  #isHidden = false;
  #column = 0;
  #cell: OpenCell | null = null;
  #isValue = false;
  #isFormula = false;

  constructor(source: SheetSource) {
    this.#source = source;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "col":
        if (isOn(attribute(attributes, "hidden"))) this.#hideColumns(attributes);
        return;
      case "row":
        return this.#openRow(attributes);
      case "c":
        return this.#openCell(attributes);
      case "v":
        this.#isValue = true;
        // A formula may come to an empty text.
        if (this.#cell) this.#cell.value ??= "";
        return;
      case "f":
        this.#isFormula = true;
        if (!this.#cell) return;
        this.#cell.formula ??= "";
        if (attribute(attributes, "t") === "shared") this.#cell.share = attribute(attributes, "si") ?? null;
        return;
      case "mergeCell":
        if (this.#merges.length < mostCells) this.#merges.push(attribute(attributes, "ref") ?? "");
        return;
      default:
        if (this.#cell?.type === "inlineStr") this.#strings.open(name, attribute(attributes, "val"));
    }
  }

  close(name: string): void {
    if (name === "v") this.#isValue = false;
    else if (name === "f") this.#isFormula = false;
    else if (name === "c") this.#closeCell();
    else {
      if (this.#cell) this.#strings.close(name);
      if (name === "is" && this.#cell) this.#cell.inline = this.#strings.take();
    }
  }

  text(data: string): void {
    const cell = this.#cell;
    if (!cell) return;
    if (this.#isValue) cell.value = (cell.value ?? "") + data;
    else if (this.#isFormula) cell.formula = (cell.formula ?? "") + data;
    else this.#strings.add(data);
  }

  #hideColumns(attributes: Attributes): void {
    // They stand in their order, so that none is looked at twice.
    const from = Math.max(Number(attribute(attributes, "min") ?? "0"), this.#hiddenTo + 1);
    const to = Math.min(Number(attribute(attributes, "max") ?? "0"), mostColumns);
    if (!(from <= to)) return;
    for (let column = from; column <= to; column++) this.hiddenColumns.add(column);
    this.#hiddenTo = to;
  }

  #openRow(attributes: Attributes): void {
    this.#row = Number(attribute(attributes, "r")) || this.#row + 1;
    this.#column = 0;
    this.#isHidden = isOn(attribute(attributes, "hidden"));
    if (this.#isHidden) this.hiddenRows++;
    else if (this.rows.length >= mostRows) this.isTooLarge = true;
    else this.rows.push({ row: this.#row, cells: [] });
  }

  #openCell(attributes: Attributes): void {
    const reference = attribute(attributes, "r") ?? "";
    this.#column = columnOf(reference) || this.#column + 1;
    if (this.#isHidden || this.hiddenColumns.has(this.#column) || this.isTooLarge) return;
    this.#cell = {
      reference,
      column: this.#column,
      type: attribute(attributes, "t") ?? "n",
      style: this.#source.formats.of(Number(attribute(attributes, "s") ?? "0")),
      value: null,
      inline: null,
      formula: null,
      share: null,
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const { style, column } = cell;
    this.#keepFormula(cell);
    const { text, isNumber } = this.#shown(cell);
    if (text === "" && !style.ruleAbove && !style.ruleBelow) return;
    if (++this.count > this.#source.room) {
      this.isTooLarge = true;
      return;
    }
    const { indent, ruleAbove, ruleBelow } = style;
    this.rows.at(-1)?.cells.push({ column, text, isNumber, columns: 1, indent, ruleAbove, ruleBelow });
  }

  #keepFormula({ reference, formula: printed, share, value }: OpenCell): void {
    if (printed === null) return;
    if (value === null) this.uncomputed++;
    else this.computed++;
    if (printed.length > longestFormula) return;
    const formula = share === null ? printed : this.#shared.at(reference, share, printed);
    if (formula !== "") this.formulas.set(reference, formula);
  }

  #shown({ type, value, inline, style }: OpenCell): { text: string; isNumber: boolean } {
    const { strings, formats } = this.#source;
    const asText = (text: string): { text: string; isNumber: boolean } => ({
      text: formats.shownText(text, style).trimEnd(),
      isNumber: false,
    });
    if (type === "inlineStr") return asText(inline ?? "");
    if (value === null) return { text: "", isNumber: false };
    if (type === "s") return asText(strings[Number(value)] ?? "");
    if (type === "b") return asText(value === "1" ? "TRUE" : "FALSE");
    const number = Number(value);
    if (type !== "n" || value.trim() === "" || !Number.isFinite(number)) return asText(value);
    return { text: formats.shown(number, style), isNumber: !formats.isDate(style) };
  }

  /** Merged cells are as wide as they are merged; what they cover shows nothing. */
  merge(): void {
    const byRow = new Map(this.rows.map((row) => [row.row, row]));
    for (const reference of this.#merges) {
      const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
      if (!match) continue;
      const [from, to] = [columnOf(match[1] ?? ""), columnOf(match[3] ?? "")];
      const cell = byRow.get(Number(match[2]))?.cells.find(({ column }) => column === from);
      if (cell && to > from) cell.columns = to - from + 1;
    }
  }
}

export function readCells(part: Uint8Array, source: SheetSource): SheetRead {
  const reader = new Reader(source);
  readXml(part, sheetVocabulary, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (data) => reader.text(data),
  });
  reader.merge();
  return reader;
}
