/**
 * Random honest statements for property tests: tab text as converters leave it, a tree of sections with
 * heading rows and labelled totals, and with it every cell's place and value and every sum that holds.
 * Pure and seeded: the same seed and options give the same text. Whatever an option leaves open, the
 * seed decides.
 */

/** A printed cell. 1-based, UTF-16 columns, `endColumn` exclusive; a nil cell is printed "-" and is worth 0. */
export interface StatementCell {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly row: string;
  readonly col: string;
  readonly raw: string;
  /** As printed, with its sign; the scale of the statement (thousands) is not applied. */
  readonly value: bigint;
}

/** `result` is the sum of `terms`; all are indexes into `cells`, in one column, terms in printed order. */
export interface StatementSum {
  readonly result: number;
  readonly terms: readonly number[];
}

export interface Statement {
  readonly text: string;
  /** Row by row, each row from left to right. */
  readonly cells: readonly StatementCell[];
  readonly sums: readonly StatementSum[];
}

export interface StatementOptions {
  /** 1 to 8 period columns. */
  readonly columns?: number;
  /** 1: one list and its total. 2: sections under a grand total. 3: sections of sections. */
  readonly depth?: 1 | 2 | 3;
  /**
   * "exact": printed totals are the sums of the printed parts. "honest": every cell is rounded by itself
   * from an unrounded value, so a sum of n terms may be out by up to (n + 1) / 2 units.
   * Left open: three statements in four are exact.
   */
  readonly rounding?: "exact" | "honest";
  /** Cells without a figure, printed "-". */
  readonly nils?: boolean;
  /** Figures in brackets: rows of deductions, and a few rows that change sign between the columns. */
  readonly negatives?: boolean;
  /** Items between two sections, added straight into the total above, as goodwill may be. */
  readonly looseItems?: boolean;
  /** An empty line in the middle of the table, where the page ended. */
  readonly pageBreak?: boolean;
}

/** The names are those of `Slip` in the report. */
export type SlipKind =
  | "digit"
  | "transposition"
  | "sign"
  | "digit-dropped"
  | "digit-added"
  | "scale"
  | "neighbour";

export const slipKinds: readonly SlipKind[] = [
  "digit",
  "transposition",
  "sign",
  "digit-dropped",
  "digit-added",
  "scale",
  "neighbour",
];

export interface PlantedSlip {
  readonly text: string;
  /** Index into `cells`; line and column still hold in the new text, `endColumn` moves with the print. */
  readonly cell: number;
  readonly kind: SlipKind;
  readonly printed: string;
  readonly truth: string;
  readonly printedValue: bigint;
}

// --- chance

interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32: 32 bits of state, good enough to draw statements and short enough to read. */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, between(0, list.length - 1)),
  };
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return value;
}

// --- words: plain, and none that accounting gives an equation to

const qualities = (
  "Ancillary Bonded Bulk Coastal Contracted Dedicated Domestic Eastern Export Field General Harbour " +
  "Import Inland Insured Island Joint Lakeside Leased Licensed Local Managed Metered Mountain " +
  "Municipal Northern Outsourced Pooled Prepaid Regional Reserved Riverside Rural Scheduled " +
  "Seasonal Shared Southern Sponsored Standard Urban Western Wholesale"
).split(" ");
const things = (
  "advances arrangements billings bookings cargo claims components consignments containers " +
  "deliveries depots designs fittings fleet freight fuel handling hardware installations kits " +
  "labour laboratories machinery maintenance materials moorings orders packaging parts permits " +
  "pipelines programmes prototypes repairs samples spares storage studies supplies tooling training " +
  "transport vehicles workshops"
).split(" ");
const tails = ["", "", "", "", " and other", ", net", " (note 3)", " in progress", " held for others"];
const areas = (
  "engineering logistics research distribution publishing forestry shipping catering education " +
  "fisheries printing broadcasting surveying recycling horticulture aviation"
).split(" ");
const areaQualities = "Northern Southern Coastal Inland Group Contract Managed Joint".split(" ");
const groups = "operations activities programmes services divisions".split(" ");
const companies = "Alderwick Brantholm Corvale Dunmarsh Eskerton Fallowmere Gorsedale".split(" ");

interface Words {
  item(): string;
  /** "Northern logistics": a heading, and in lower case the name of its total. */
  section(): string;
}

/** No two captions share their first two words. */
function drawWords(random: Random): Words {
  const used = new Set<string>();
  const fresh = (first: readonly string[], second: readonly string[]): string => {
    for (;;) {
      const words = `${random.pick(first)} ${random.pick(second)}`;
      if (used.has(words)) continue;
      used.add(words);
      return words;
    }
  };
  return {
    item: () => fresh(qualities, things) + random.pick(tails),
    section: () => fresh(areaQualities, areas),
  };
}

// --- the tree

/** Amounts are in thousandths of the printed unit, so that rounding has something to round. */
interface Item {
  readonly caption: string;
  amounts: readonly (bigint | null)[];
}

interface Section {
  /** Null: no heading row (a grand total over its sections). */
  readonly heading: string | null;
  readonly total: string;
  readonly children: readonly (Item | Section)[];
}

function isSection(node: Item | Section): node is Section {
  return "children" in node;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function drawItems(random: Random, words: Words): Item[] {
  return Array.from({ length: random.between(2, 7) }, () => ({ caption: words.item(), amounts: [] }));
}

function drawLeafSection(random: Random, words: Words, name: string): Section {
  return { heading: `${name}:`, total: `Total ${lowerFirst(name)}`, children: drawItems(random, words) };
}

function drawTree(random: Random, words: Words, depth: number, loose: boolean, top: boolean): Section {
  if (depth === 1) return drawLeafSection(random, words, words.section());
  if (depth === 2 && top && random.chance(0.25)) {
    return drawTwoPart(random, words, random.pick(["assets", "liabilities"]));
  }
  const children: (Item | Section)[] = [];
  const count = random.between(2, 4);
  for (let i = 0; i < count; i++) {
    children.push(drawTree(random, words, depth - 1, loose, false));
    if (loose && random.chance(0.4)) children.push({ caption: words.item(), amounts: [] });
  }
  if (top) return { heading: null, total: `Total ${random.pick(groups)}`, children };
  const name = `${words.section()} ${random.pick(groups)}`;
  return { heading: `${name}:`, total: `Total ${lowerFirst(name)}`, children };
}

/** The split of the face of a balance sheet. */
function drawTwoPart(random: Random, words: Words, noun: string): Section {
  return {
    heading: noun.toUpperCase(),
    total: `Total ${noun}`,
    children: [
      drawLeafSection(random, words, `Current ${noun}`),
      drawLeafSection(random, words, `Non-current ${noun}`),
    ],
  };
}

function itemsOf(section: Section): Item[] {
  return section.children.flatMap((node) => (isSection(node) ? itemsOf(node) : [node]));
}

function amountOf(node: Item | Section, column: number): bigint {
  if (!isSection(node)) return node.amounts[column] ?? 0n;
  return node.children.reduce((sum, child) => sum + amountOf(child, column), 0n);
}

// --- the figures

const largestPrint = 99_999_999;
const smallestPrint = 100;

/** Half away from zero. */
function rounded(thousandths: bigint): bigint {
  const negative = thousandths < 0n;
  const units = ((negative ? -thousandths : thousandths) + 500n) / 1000n;
  return negative ? -units : units;
}

interface Draw {
  readonly columns: number;
  readonly honest: boolean;
  readonly nils: boolean;
  readonly negatives: boolean;
}

function drawRow(random: Random, draw: Draw, cap: number): (bigint | null)[] {
  // Rows differ by orders of magnitude, the periods of one row by less than a factor of two.
  const level = 144 * (cap / 1.4 / 144) ** random.next();
  const sign = random.next();
  const sparse = draw.nils && random.chance(0.08);
  return Array.from({ length: draw.columns }, () => {
    if (draw.nils && random.chance(sparse ? 0.6 : 0.02)) return null;
    const units = Math.round(level * (0.7 + 0.7 * random.next()));
    const amount = BigInt(units) * 1000n + (draw.honest ? BigInt(random.between(-499, 499)) : 0n);
    const negative = draw.negatives && (sign < 0.15 || (sign < 0.2 && random.chance(0.5)));
    return negative ? -amount : amount;
  });
}

/** Every total prints with 3 to 8 digits. */
function totalsFit(section: Section, columns: number): boolean {
  for (let column = 0; column < columns; column++) {
    const print = rounded(amountOf(section, column));
    const size = print < 0n ? -print : print;
    if (size < smallestPrint || size > largestPrint) return false;
  }
  return section.children.every((node) => !isSection(node) || totalsFit(node, columns));
}

function fillAmounts(random: Random, tree: Section, draw: Draw): void {
  const items = itemsOf(tree);
  const cap = Math.min(9_999_999, Math.floor(largestPrint / items.length) - 1);
  for (let attempt = 0; ; attempt++) {
    // Brackets and nil marks may cancel a section out: after some tries, without them.
    const easier = attempt < 20 ? draw : { ...draw, negatives: false, nils: false };
    for (const item of items) item.amounts = drawRow(random, easier, cap);
    if (totalsFit(tree, draw.columns)) return;
  }
}

// --- the print

function group(value: bigint): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "1,234", "(1,234)". */
function printValue(value: bigint): string {
  return value < 0n ? `(${group(-value)})` : group(value);
}

interface Header {
  readonly title: string;
  readonly lines: readonly string[];
  readonly labels: readonly string[];
}

const quarterEnds = ["Mar 31", "Jun 30", "Sep 30", "Dec 31"] as const;

function drawHeader(random: Random, columns: number, instants: boolean): Header {
  const last = random.between(2015, 2025);
  const years = Array.from({ length: columns }, (_, i) => String(last - columns + 1 + i));
  const spread = "\t".repeat(columns - 1);
  const money = random.chance(0.5) ? [`\t${Array.from({ length: columns }, () => "RMB").join("\t")}`] : [];
  const titled = (period: string | null, labels: readonly string[]): Header => ({
    title: instants
      ? "CONDENSED CONSOLIDATED STATEMENT OF POSITION"
      : "CONDENSED CONSOLIDATED SCHEDULE OF ACTIVITIES",
    lines: [...(period === null ? [] : [`\t${period}${spread}`]), `\t${labels.join("\t")}`, ...money],
    labels,
  });
  const newestFirst = random.chance(0.4);
  const ordered = (labels: string[]): string[] => (newestFirst ? labels.toReversed() : labels);
  if (random.chance(0.5)) {
    const start = random.between(0, 3);
    const quarters = Array.from({ length: columns }, (_, i) => {
      const quarter = start + i;
      return `${at(quarterEnds, quarter % 4)}, ${last - 2 + Math.floor(quarter / 4)}`;
    });
    return titled(instants ? null : "Three Months Ended", ordered(quarters));
  }
  return titled(instants ? "As of December 31," : "Year Ended December 31,", ordered(years));
}

interface Printed {
  readonly lines: string[];
  readonly cells: StatementCell[];
  readonly sums: StatementSum[];
}

function printRow(
  page: Printed,
  labels: readonly string[],
  caption: string,
  values: readonly (bigint | null)[],
): number[] {
  const line = page.lines.length + 1;
  let text = caption;
  const indexes = values.map((value, i) => {
    const raw = value === null ? "-" : printValue(value);
    text += `\t${raw}`;
    page.cells.push({
      line,
      column: text.length - raw.length + 1,
      endColumn: text.length + 1,
      row: caption,
      col: at(labels, i),
      raw,
      value: value ?? 0n,
    });
    return page.cells.length - 1;
  });
  page.lines.push(text);
  return indexes;
}

/** Prints the section and returns the cells of its total row. */
function printSection(page: Printed, labels: readonly string[], section: Section): number[] {
  if (section.heading !== null) page.lines.push(section.heading + "\t".repeat(labels.length));
  const rows = section.children.map((node) => {
    if (isSection(node)) return printSection(page, labels, node);
    const values = node.amounts.map((amount) => (amount === null ? null : rounded(amount)));
    return printRow(page, labels, node.caption, values);
  });
  const totals = labels.map((_, column) => rounded(amountOf(section, column)));
  const results = printRow(page, labels, section.total, totals);
  for (const [column, result] of results.entries()) {
    page.sums.push({ result, terms: rows.map((row) => at(row, column)) });
  }
  return results;
}

/** An empty line before the table's line `before` (1-based), with every place below moved down. */
function breakPage(page: Printed, before: number): Printed {
  return {
    lines: page.lines.toSpliced(before - 1, 0, ""),
    cells: page.cells.map((cell) => (cell.line < before ? cell : { ...cell, line: cell.line + 1 })),
    sums: page.sums,
  };
}

/**
 * A random statement that ties: exactly, or within its rounding.
 * @throws RangeError when `columns` is not a whole number from 1 to 8.
 */
export function generateStatement(seed: number, options: StatementOptions = {}): Statement {
  const random = mulberry32(seed);
  // Drawn in any case, so that fixing one option changes as little else as it can.
  const drawn = {
    columns: random.between(1, 8),
    depth: random.pick([1, 2, 2, 3] as const),
    honest: random.chance(0.25),
    nils: random.chance(0.7),
    negatives: random.chance(0.6),
    looseItems: random.chance(0.2),
    pageBreak: random.chance(0.15),
  };
  const columns = options.columns ?? drawn.columns;
  if (!Number.isInteger(columns) || columns < 1 || columns > 8) {
    throw new RangeError(`columns must be a whole number from 1 to 8, not ${columns}`);
  }
  const words = drawWords(random);
  const depth = options.depth ?? drawn.depth;
  const tree = drawTree(random, words, depth, options.looseItems ?? drawn.looseItems, true);
  fillAmounts(random, tree, {
    columns,
    honest: options.rounding === undefined ? drawn.honest : options.rounding === "honest",
    nils: options.nils ?? drawn.nils,
    negatives: options.negatives ?? drawn.negatives,
  });

  const header = drawHeader(
    random,
    columns,
    /^Total (assets|liabilities)$/.test(tree.total) || random.chance(0.3),
  );
  const page: Printed = {
    lines: [
      `${random.pick(companies).toUpperCase()} LIMITED`,
      header.title,
      "(In thousands)",
      "",
      ...header.lines,
    ],
    cells: [],
    sums: [],
  };
  const firstRow = page.lines.length + 1;
  printSection(page, header.labels, tree);
  const broken = random.between(firstRow + 1, page.lines.length);
  const { lines, cells, sums } = (options.pageBreak ?? drawn.pageBreak) ? breakPage(page, broken) : page;
  return { text: `${lines.join("\n")}\n`, cells, sums };
}

// --- slips

/**
 * How far a cell may be out before rounding can no longer be the reason: n + 1 units for the longest sum
 * of n terms it stands in. Printed terms and total are each off by up to half a unit, so an honest sum is
 * out by (n + 1) / 2 at most; a change of more than n + 1 leaves more than that whatever the rounding was.
 */
export function slipBound(statement: Statement, cell: number): bigint {
  const lengths = statement.sums
    .filter((sum) => sum.result === cell || sum.terms.includes(cell))
    .map((sum) => sum.terms.length);
  return BigInt(Math.max(0, ...lengths) + 1);
}

function misprint(random: Random, statement: Statement, cell: StatementCell, kind: SlipKind): bigint | null {
  const negative = cell.value < 0n;
  const digits = (negative ? -cell.value : cell.value).toString();
  const signed = (text: string): bigint | null => {
    if (text.startsWith("0")) return null;
    return negative ? -BigInt(text) : BigInt(text);
  };
  const place = random.between(0, digits.length - 1);
  const before = digits.slice(0, place);
  const after = digits.slice(place + 1);
  switch (kind) {
    case "digit":
      return signed(before + random.between(0, 9) + after);
    case "transposition":
      return after === "" ? null : signed(before + after.charAt(0) + digits.charAt(place) + after.slice(1));
    case "sign":
      return -cell.value;
    case "digit-dropped":
      return signed(before + after);
    case "digit-added":
      // Half of them a key held too long.
      return signed(
        before + (random.chance(0.5) ? digits.charAt(place) : random.between(0, 9)) + digits.slice(place),
      );
    case "scale":
      return cell.value * random.pick([10n, 1000n]);
    case "neighbour":
      return random.pick(neighbours(statement, cell)).value;
  }
}

/** The cell itself when it stands alone: no slip, so another kind is drawn. */
function neighbours(statement: Statement, cell: StatementCell): StatementCell[] {
  const row = statement.cells.filter((other) => other.line === cell.line);
  const col = statement.cells.filter((other) => other.col === cell.col);
  const beside = [row, col].flatMap((list) => {
    const i = list.indexOf(cell);
    return [list[i - 1], list[i + 1]];
  });
  const printed = beside.filter((other) => other !== undefined).filter((other) => other.raw !== "-");
  return printed.length === 0 ? [cell] : printed;
}

/**
 * Changes one figure of the statement by one slip of the pen (of one of `kinds`), always by more than
 * `slipBound`: every sum it stands in then breaks beyond rounding.
 * @throws RangeError when none fits; only "neighbour" alone, on a statement of a few cells, can come to that.
 */
export function plantSlip(
  statement: Statement,
  seed: number,
  kinds: readonly SlipKind[] = slipKinds,
): PlantedSlip {
  const random = mulberry32(seed);
  const figures = statement.cells.map((_, i) => i).filter((i) => at(statement.cells, i).raw !== "-");
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const index = random.pick(figures);
    const cell = at(statement.cells, index);
    const kind = random.pick(kinds);
    const value = misprint(random, statement, cell, kind);
    if (value === null) continue;
    const difference = value - cell.value;
    if ((difference < 0n ? -difference : difference) <= slipBound(statement, index)) continue;
    const printed = printValue(value);
    const lines = statement.text.split("\n");
    const line = at(lines, cell.line - 1);
    lines[cell.line - 1] = line.slice(0, cell.column - 1) + printed + line.slice(cell.endColumn - 1);
    return { text: lines.join("\n"), cell: index, kind, printed, truth: cell.raw, printedValue: value };
  }
  throw new RangeError(`no slip of the kinds ${kinds.join(", ")} fits this statement`);
}
