/** `--format xlsx`: the findings, and with `--all` every figure with its tick, as a workbook. */
import type { SheetData } from "write-excel-file/node";
import { clean } from "../clean.ts";
import type { ReportOptions } from "../options.ts";
import type { ReportStream } from "../stream.ts";
import { figureNames, figureRows, figureWidths } from "./figure-rows.ts";
import { findingNames, findingRows, findingWidths, type Row } from "./finding-rows.ts";

/** As many rows as a sheet has, without its heading. */
const mostRows = 1_048_575;
/** As many characters as a cell has. */
const longestText = 32_767;

/** A list that grows file by file, up to what a sheet holds. */
class List {
  readonly #rows: Row[] = [];
  #left = 0;

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      if (this.#rows.length < mostRows - 1) this.#rows.push(row);
      else this.#left++;
    }
  }

  /** All texts are typed as texts: none of them is a formula. */
  data(names: readonly string[]): SheetData {
    const rows = this.#left === 0 ? this.#rows : [...this.#rows, [`and ${this.#left} more rows`]];
    return [
      names.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
      ...rows.map((row) =>
        row.map((value) => {
          if (value === null || value === "") return null;
          if (typeof value === "number") return { value, type: Number, ...formatOf(value) };
          return { value: value.slice(0, longestText), type: String, alignVertical: "top" as const };
        }),
      ),
    ];
  }
}

function formatOf(value: number): { format?: string } {
  return Math.abs(value) >= 1_000 && Number.isInteger(value) ? { format: "#,##0" } : {};
}

export function workbookStream({ all, passOver }: ReportOptions): ReportStream {
  const findings = new List();
  const figures = new List();
  return {
    file(file) {
      if (file.status === "unrecognized" && (passOver || file.found === true)) return "";
      const cleaned = clean(file);
      findings.add(findingRows(cleaned, false));
      if (all) figures.add(figureRows(cleaned));
      return "";
    },
    end: () => "",
    async bytes() {
      const { writeExcel } = await import("./excel-writer.ts");
      const sheet = (name: string, list: List, names: readonly string[], widths: readonly number[]) => ({
        sheet: name,
        data: list.data(names),
        columns: widths.map((width) => ({ width })),
        stickyRowsCount: 1,
      });
      const sheets = [
        sheet("Findings", findings, findingNames, findingWidths),
        ...(all ? [sheet("Figures", figures, figureNames, figureWidths)] : []),
      ];
      return writeExcel(sheets).toBuffer();
    },
  };
}
