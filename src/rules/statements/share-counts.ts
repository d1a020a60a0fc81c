/** Which numbers of shares a line per share divides by. */
import { compare } from "../../money/decimal.ts";
import { measureOf } from "../../statements/scope.ts";
import { captionKey } from "../../tables/caption.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, periodKey, type Row, type Table } from "../../tables/table.ts";

/** A line of weighted shares, or several that are added: those of all classes. */
export type Denominator = readonly Row[];

/**
 * The ways to divide, the likeliest first: the number of the line's own kind and class, and all classes together
 * where they share one result per share (ASC 260-10-45-60, the two-class method with equal rights).
 */
export function denominatorsOf(table: Table, row: Row): readonly Denominator[] {
  const shares = sharesFor(table, row);
  const kind = dilution(row);
  const same = shares.filter((other) => dilution(other) === kind);
  // Where nothing dilutes, one number of each class is printed, and it is called neither.
  const alike =
    same.length === 0 && kind === "11" ? shares.filter((other) => dilution(other) === "00") : same;
  const own =
    ofClass(alike, row) ??
    // Beside a diluted number one that says neither is the basic one.
    (kind === "10" ? shares.find((other) => dilution(other) === "00") : undefined) ??
    (shares.length === 1 ? shares[0] : undefined);
  const all = alike.length >= 2 && shareOneResult(table, row, alike) ? [alike] : [];
  // What shares add up to stands below them: the table of a computation has several lines of one kind.
  const last = ofClass([...alike].reverse(), row);
  return [...(own ? [[own]] : []), ...all, ...(last && last !== own ? [[last]] : [])];
}

/** The one line of weighted shares of another table that counts for a line per share; null for none or several. */
export function notedShares(filing: Filing, row: Row): Row | null {
  const table = row.figures.find((figure) => figure)?.table;
  const kind = dilution(row);
  if (!table || kind === "00") return null;
  const found = filing.tables.flatMap((other) =>
    other === table
      ? []
      : sharesFor(other, row).filter(
          (line) => line.kind === "item" && /\bweighted\b/i.test(line.caption) && kind === dilution(line),
        ),
  );
  const [only] = found;
  return found.length === 1 && only ? only : null;
}

/** The number of shares for a figure per share: of its column, in another table of its period. */
export function sharesAt(line: Row, { column, table }: Figure): Figure | undefined {
  if (line.figures.some((figure) => figure?.table === table)) return line.figures[column.index];
  const key = periodKey(column.period);
  const own = line.figures.filter((figure) => figure && periodKey(figure.column.period) === key);
  return key !== null && own.length === 1 ? own[0] : undefined;
}

/** The basic number beside a diluted one. */
export function basicOf(table: Table, row: Row): Row | undefined {
  const shares = sharesFor(table, row);
  return ["10", "00"].map((kind) => shares.find((other) => dilution(other) === kind)).find((line) => line);
}

/** Numbers of shares that are none of another measure: an adjusted profit has its own where a loss has none. */
function sharesFor(table: Table, row: Row): readonly Row[] {
  const measure = measureOf(row);
  return table.rows.filter(
    (other) =>
      other.unit === "shares" &&
      !/\beffect\b/i.test(other.caption) &&
      (["", measure].includes(measureOf(other)) || isAdjustedForDilution(other)),
  );
}

/** "Denominator for diluted earnings per share: Adjusted weighted average shares" are no shares of another measure. */
function isAdjustedForDilution({ caption, section }: Row): boolean {
  return (
    /^\W*adjusted weighted/i.test(caption) &&
    /\bdenominator\b.*\bdilut/i.test(section.join(" ").slice(0, 500))
  );
}

/** "basic", "diluted", or "basic diluted" for a line that is both: a mark for each. */
export function dilution(row: Row): string {
  const own = captionKey(row.caption);
  // A whole caption of a number of shares says itself what it counts; "Used in the computation" does not.
  const isWhole = row.unit === "shares" && /\boutstanding\b/.test(own);
  const said = captionKey(`${row.section.at(-1) ?? ""} ${row.caption}`);
  const text = isWhole || /basic|dilut|potential/.test(own) ? own : said;
  const marks = marksOf(text);
  return marks === "00" && row.unit === "per-share" ? saidAbove(row) : marks;
}

function marksOf(text: string): string {
  return [/\bbasic\b/, /\bdiluted\b|\bassuming dilution\b|\bpotential common\b/]
    .map((word) => (word.test(text) ? 1 : 0))
    .join("");
}

/** A heading that runs into the first of several lines per share holds for the lines right below it as well. */
function saidAbove(row: Row): string {
  const rows = row.figures.find((figure) => figure)?.table.rows ?? [];
  for (let i = row.index - 1; i >= 0; i--) {
    const line = rows[i];
    if (line?.unit !== "per-share" || line.kind !== "item") break;
    const own = captionKey(line.caption);
    const marks = marksOf(own);
    if (marks !== "00") return /^(?:basic|diluted)\b/.test(own) ? marks : "00";
  }
  return "00";
}

/** "class a", "non redeemable": what tells the shares of one line from those of another. */
function classOf({ caption, section }: Row): string {
  const own = captionKey(caption);
  const said = /\b(?:class|series|redeem)/.test(own) ? own : captionKey(`${section.at(-1) ?? ""} ${caption}`);
  const letters = [...said.matchAll(/\b(?:class|series) ([a-z\d]{1,2})\b/g)].map(([, letter]) => letter);
  const redeem = /\bnon redeemable\b|\bnot subject to\b/.test(said)
    ? "fixed"
    : /\bredeemable\b|\bsubject to (?:possible )?redemption\b/.test(said)
      ? "redeemable"
      : "";
  return [...letters, redeem].join(" ");
}

function ofClass(counts: readonly Row[], row: Row): Row | undefined {
  const own = classOf(row);
  const [only] = counts;
  return counts.length > 1 && own !== "" ? counts.find((other) => classOf(other) === own) : only;
}

/** Cells that may differ from those of the other classes: one that is misprinted must not hide what they share. */
const mostApart = 1;

/** Whether the lines per share of all these classes print the same, as the shares have equal rights. */
function shareOneResult(table: Table, row: Row, counts: readonly Row[]): boolean {
  const classes = new Set(counts.map(classOf));
  if (classes.size !== counts.length) return false;
  const kind = dilution(row);
  const lines = table.rows.filter(
    (other) => other.unit === "per-share" && other.kind === "item" && dilution(other) === kind,
  );
  if (lines.length < 2) return classOf(row) === "";
  let agree = 0;
  let apart = 0;
  for (const { index } of table.columns) {
    const printed = lines.flatMap(({ figures }) => figures[index] ?? []).filter(({ nil }) => !nil);
    if (printed.length < 2) continue;
    const most = Math.max(...printed.map((one) => printed.filter((other) => isSame(one, other)).length));
    if (most === printed.length) agree++;
    else apart += Math.max(1, printed.length - most);
  }
  return agree > 0 ? apart <= mostApart : apart === 0;
}

function isSame(a: Figure, b: Figure): boolean {
  return compare(a.value, b.value) === 0;
}
