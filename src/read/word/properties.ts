/** Properties of paragraphs, runs, rows and cells of a Word document, told by what they stand in. */
import type { Attributes } from "../office/xml.ts";
import type { OpenParagraph } from "./paragraph.ts";
import { isDrawn, newCell, type OpenCell, type OpenRow, ruled } from "./story.ts";
import { indentOf, isOn, type Styles } from "./styles.ts";

export interface Property {
  readonly name: string;
  /** Its `w:val`. */
  readonly value: string | undefined;
  readonly attributes: Attributes;
  /** The element that it stands in, and the one around that. */
  readonly parent: string;
  readonly above: string;
}

/** What is open where the property stands. */
export interface Open {
  readonly paragraph: OpenParagraph | null;
  readonly row: OpenRow | null;
  readonly styles: Styles;
}

/** More columns than a table of Word has. */
const mostColumns = 1_000;

function count(value: string | undefined, least: number): number {
  return Math.min(Math.max(Number.parseInt(value ?? "", 10) || least, least), mostColumns);
}

/** Takes a property to what it is of. Whether it hides a row. */
export function takeProperty(property: Property, { paragraph, row, styles }: Open): boolean {
  const cell = row?.cell ?? null;
  switch (property.parent) {
    case "pPr":
      if (paragraph) ofParagraph(property, paragraph, styles);
      return false;
    case "rPr":
      if (paragraph && property.above === "r") ofRun(property, paragraph, styles);
      return false;
    case "trPr":
      return row !== null && ofRow(property, row);
    case "tcPr":
      if (cell) ofCell(property, cell);
      return false;
    case "pBdr":
    case "tcBorders":
      if (cell && isDrawn(property.value)) ruled(cell, property.name);
      return false;
    default:
      return false;
  }
}

function ofParagraph({ name, value, attributes }: Property, paragraph: OpenParagraph, styles: Styles): void {
  if (name === "pStyle" && value !== undefined) paragraph.setStyle(value, styles);
  else if (name === "ind") paragraph.setIndent(indentOf(attributes));
  else if (name === "outlineLvl") paragraph.setLevel(Number(value));
}

function ofRun({ name, value }: Property, paragraph: OpenParagraph, styles: Styles): void {
  if (name === "vanish") paragraph.setHidden(isOn(value));
  else if (name === "vertAlign") paragraph.setRaised(value === "superscript");
  else if (name === "b") paragraph.setBold(isOn(value));
  else if (name === "rStyle" && value !== undefined) {
    const { hidden, raised, bold } = styles.of(value);
    if (bold !== null) paragraph.setBold(bold);
    if (hidden !== null) paragraph.setHidden(hidden);
    if (raised !== null) paragraph.setRaised(raised);
  }
}

function ofRow({ name, value }: Property, row: OpenRow): boolean {
  if (name === "gridBefore") {
    const columns = count(value, 0);
    if (columns > 0) row.cells.push(newCell(columns));
  }
  if (name !== "hidden" || !isOn(value)) return false;
  row.isAbsent = true;
  return true;
}

function ofCell({ name, value }: Property, cell: OpenCell): void {
  if (name === "gridSpan") cell.columns = count(value, 1);
  else if (name === "vMerge" || name === "hMerge") cell.isContinued = value !== "restart";
}
