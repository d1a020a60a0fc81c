import { describe, expect, it } from "vitest";
import {
  generateStatement,
  type PlantedSlip,
  plantSlip,
  type SlipKind,
  type Statement,
  type StatementCell,
  type StatementOptions,
  slipBound,
  slipKinds,
} from "./statement-generator.ts";

const seeds = Array.from({ length: 400 }, (_, seed) => seed);

/** Read by other means than the generator prints: digits only, brackets for less than zero. */
function readFigure(raw: string): bigint {
  if (raw === "-") return 0n;
  if (!/^(\d{1,3}(,\d{3})*|\(\d{1,3}(,\d{3})*\))$/.test(raw)) throw new Error(`not a printed figure: ${raw}`);
  const size = BigInt(raw.replaceAll(/\D/g, ""));
  return raw.startsWith("(") ? -size : size;
}

function cellAt(statement: Statement, index: number): StatementCell {
  const cell = statement.cells[index];
  if (cell === undefined) throw new Error(`no cell ${index}`);
  return cell;
}

/** Printed totals less the sum of their printed parts, in the order of `sums`. */
function residuals(statement: Statement, changed?: { cell: number; value: bigint }): bigint[] {
  const value = (index: number): bigint =>
    index === changed?.cell ? changed.value : cellAt(statement, index).value;
  return statement.sums.map(
    ({ result, terms }) => value(result) - terms.map(value).reduce((sum, term) => sum + term, 0n),
  );
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Whether rounding could be the reason: each printed figure is off by half a unit at most. */
function withinRounding(residual: bigint, terms: number): boolean {
  return size(residual) * 2n <= BigInt(terms + 1);
}

/** Whether dropping one digit of `long` leaves `short`. */
function isShortened(long: string, short: string): boolean {
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

/** What each kind of slip looks like, judged from the two prints alone. */
function hasShape(statement: Statement, slip: PlantedSlip): boolean {
  const cell = cellAt(statement, slip.cell);
  const truth = slip.truth.replaceAll(/\D/g, "");
  const printed = slip.printed.replaceAll(/\D/g, "");
  const differing = [...truth].flatMap((digit, i) => (digit === printed[i] ? [] : [i]));
  const [first = 0, second] = differing;
  if (slip.kind === "neighbour") return valuesAround(statement, cell).includes(slip.printedValue);
  const sameSign = cell.value < 0n === slip.printedValue < 0n;
  if (slip.kind === "sign") return !sameSign && truth === printed;
  if (!sameSign) return false;
  switch (slip.kind) {
    case "digit":
      return truth.length === printed.length && differing.length === 1;
    case "transposition":
      return (
        truth.length === printed.length &&
        differing.length === 2 &&
        second === first + 1 &&
        truth[first] === printed[second] &&
        truth[second] === printed[first]
      );
    case "digit-dropped":
      return isShortened(truth, printed);
    case "digit-added":
      return isShortened(printed, truth);
    case "scale":
      return [`${truth}0`, `${truth}000`].includes(printed);
  }
}

/** The values left, right, above and below. */
function valuesAround(statement: Statement, cell: StatementCell): (bigint | undefined)[] {
  const row = statement.cells.filter((other) => other.line === cell.line);
  const column = statement.cells.filter((other) => other.col === cell.col);
  return [row, column].flatMap((list) => {
    const i = list.indexOf(cell);
    return [list[i - 1]?.value, list[i + 1]?.value];
  });
}

describe("generateStatement", () => {
  it("gives the same statement for the same seed and options, another for another seed", () => {
    for (const seed of seeds.slice(0, 50)) {
      expect(generateStatement(seed)).toEqual(generateStatement(seed));
      expect(generateStatement(seed, { depth: 2 })).toEqual(generateStatement(seed, { depth: 2 }));
    }
    expect(new Set(seeds.map((seed) => generateStatement(seed).text)).size).toBe(seeds.length);
  });

  it("says where each cell stands and what it is worth", () => {
    for (const seed of seeds) {
      const { text, cells } = generateStatement(seed);
      const lines = text.split("\n");
      const headers = lines.filter((line) => line.startsWith("\t")).map((line) => line.split("\t"));
      const misplaced = cells.filter((cell) => {
        const line = lines[cell.line - 1] ?? "";
        const ordinal = line.slice(0, cell.column - 1).split("\t").length - 1;
        return (
          line.slice(cell.column - 1, cell.endColumn - 1) !== cell.raw ||
          line.split("\t")[0] !== cell.row ||
          !headers.some((header) => header[ordinal] === cell.col) ||
          readFigure(cell.raw) !== cell.value
        );
      });
      expect(misplaced).toEqual([]);
    }
  });

  it("lists every cell of the text", () => {
    for (const seed of seeds) {
      const { text, cells } = generateStatement(seed);
      const rows = text.split("\n").filter((line) => /^[^\t].*\t[^\t]/.test(line));
      const printed = rows.flatMap((line) => line.split("\t").slice(1));
      expect(cells.map((cell) => cell.raw)).toEqual(printed);
    }
  });

  it("adds up exactly when asked to", () => {
    for (const seed of seeds) {
      const statement = generateStatement(seed, { rounding: "exact" });
      expect(statement.sums.length).toBeGreaterThan(0);
      expect(residuals(statement).every((residual) => residual === 0n)).toBe(true);
    }
  });

  it("adds up within rounding, and not always exactly, when every cell is rounded by itself", () => {
    let exact = 0;
    let rounded = 0;
    for (const seed of seeds) {
      const statement = generateStatement(seed, { rounding: "honest" });
      const left = residuals(statement);
      const terms = statement.sums.map((sum) => sum.terms.length);
      expect(left.filter((residual, i) => !withinRounding(residual, terms[i] ?? 0))).toEqual([]);
      rounded += left.filter((residual) => residual !== 0n).length;
      exact += left.filter((residual) => residual === 0n).length;
    }
    expect(exact).toBeGreaterThan(rounded);
    expect(rounded).toBeGreaterThan(exact / 10);
  });

  it("puts every cell into a sum of its own column, as a part, a total or both", () => {
    for (const seed of seeds) {
      const { cells, sums } = generateStatement(seed);
      const terms = sums.flatMap((sum) => sum.terms);
      const results = sums.map((sum) => sum.result);
      expect(new Set(terms).size).toBe(terms.length);
      expect(new Set(results).size).toBe(results.length);
      expect(new Set([...terms, ...results]).size).toBe(cells.length);
      const odd = sums.filter(
        (sum) =>
          sum.terms.length < 2 ||
          sum.terms.some((term) => term >= sum.result || cells[term]?.col !== cells[sum.result]?.col),
      );
      expect(odd).toEqual([]);
    }
  });

  it("prints 3 to 8 digits, captions that differ and columns that differ", () => {
    for (const seed of seeds) {
      const { cells } = generateStatement(seed);
      const sizes = cells.filter(({ raw }) => raw !== "-").map(({ raw }) => raw.replaceAll(/\D/g, ""));
      expect(sizes.filter((digits) => !/^[1-9]\d{2,7}$/.test(digits))).toEqual([]);
      const rows = new Map(cells.map((cell) => [cell.line, cell.row]));
      expect(new Set(rows.values()).size).toBe(rows.size);
      expect(new Set(cells.map((cell) => cell.col)).size * rows.size).toBe(cells.length);
    }
  });

  it("has a title, a scale, heading rows and labelled totals", () => {
    for (const seed of seeds) {
      const { text, cells, sums } = generateStatement(seed);
      expect(text).toMatch(/^[A-Z ]+ LIMITED\n[A-Z ]+\n\(In thousands\)\n\n\t/);
      expect(text).toMatch(/\n[^\t\n]+:\t+\n/);
      const totals = sums.map((sum) => cells[sum.result]?.row ?? "");
      expect(totals.filter((caption) => !/^Total [a-z]/.test(caption))).toEqual([]);
    }
  });

  it("draws from the seed what the options leave open", () => {
    const all = seeds.map((seed) => generateStatement(seed));
    const widths = new Set(all.map(({ cells }) => new Set(cells.map((cell) => cell.col)).size));
    expect([...widths].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const some = (test: (statement: Statement) => boolean): void => {
      const share = all.filter(test).length / all.length;
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.98);
    };
    some(({ cells }) => cells.some((cell) => cell.raw === "-"));
    some(({ cells }) => cells.some((cell) => cell.value < 0n));
    some((statement) => residuals(statement).some((residual) => residual !== 0n));
    some(({ text }) => text.includes("Three Months Ended\t"));
    some(({ text }) => text.includes("Total current assets\t"));
    some(({ text }) => text.trim().split("\n").slice(6).includes(""));
  });

  it("keeps to the options", () => {
    const off: StatementOptions = { nils: false, negatives: false, looseItems: false, pageBreak: false };
    for (const seed of seeds.slice(0, 100)) {
      for (const depth of [1, 2, 3] as const) {
        const columns = (seed % 8) + 1;
        const { text, cells, sums } = generateStatement(seed, { ...off, columns, depth });
        expect(new Set(cells.map((cell) => cell.col)).size).toBe(columns);
        expect(cells.every((cell) => cell.value > 0n)).toBe(true);
        const totals = new Set(sums.map((sum) => sum.result));
        const height = (index: number): number => {
          const sum = sums.find((candidate) => candidate.result === index);
          return sum === undefined ? 0 : 1 + Math.max(...sum.terms.map(height));
        };
        expect(Math.max(...[...totals].map(height))).toBe(depth);
        for (const { terms } of sums) {
          expect(terms.length).toBeLessThanOrEqual(7);
          expect(new Set(terms.map((term) => totals.has(term))).size).toBe(1);
        }
        expect(text.trim().split("\n").slice(4)).not.toContain("");
      }
    }
    expect(() => generateStatement(1, { columns: 0 })).toThrow(RangeError);
    expect(() => generateStatement(1, { columns: 9 })).toThrow(RangeError);
    expect(() => generateStatement(1, { columns: 1.5 })).toThrow(RangeError);
  });
});

describe("plantSlip", () => {
  it("is the same for the same seed", () => {
    for (const seed of seeds.slice(0, 50)) {
      const statement = generateStatement(seed);
      expect(plantSlip(statement, seed)).toEqual(plantSlip(statement, seed));
    }
    const statement = generateStatement(3, { columns: 4, depth: 2 });
    expect(new Set(seeds.map((seed) => plantSlip(statement, seed).text)).size).toBeGreaterThan(200);
  });

  it("changes one cell of the text and nothing else", () => {
    for (const seed of seeds) {
      const statement = generateStatement(seed);
      const slip = plantSlip(statement, seed + 1);
      const cell = cellAt(statement, slip.cell);
      expect(slip.truth).toBe(cell.raw);
      expect(slip.printed).not.toBe(slip.truth);
      expect(readFigure(slip.printed)).toBe(slip.printedValue);
      const after = slip.text.split("\n");
      const line = after[cell.line - 1] ?? "";
      const end = cell.column - 1 + slip.printed.length;
      expect(line.slice(cell.column - 1, end)).toBe(slip.printed);
      after[cell.line - 1] = line.slice(0, cell.column - 1) + slip.truth + line.slice(end);
      expect(after.join("\n")).toBe(statement.text);
    }
  });

  it("breaks every sum the cell stands in beyond rounding, and no other", () => {
    for (const rounding of ["exact", "honest"] as const) {
      for (const seed of seeds) {
        const statement = generateStatement(seed, { rounding });
        const slip = plantSlip(statement, seed);
        const change = size(slip.printedValue - cellAt(statement, slip.cell).value);
        expect(change).toBeGreaterThan(slipBound(statement, slip.cell));
        const before = residuals(statement);
        const after = residuals(statement, { cell: slip.cell, value: slip.printedValue });
        const surprising = statement.sums.filter(({ result, terms }, i) =>
          result === slip.cell || terms.includes(slip.cell)
            ? withinRounding(after[i] ?? 0n, terms.length)
            : after[i] !== before[i],
        );
        expect(surprising).toEqual([]);
      }
    }
  });

  it("never touches a nil cell", () => {
    for (const seed of seeds) {
      const statement = generateStatement(seed, { nils: true });
      expect(cellAt(statement, plantSlip(statement, seed).cell).raw).not.toBe("-");
    }
  });

  it.each(slipKinds)("plants a slip of the kind it names: %s", (kind) => {
    for (const seed of seeds) {
      const statement = generateStatement(seed, { columns: (seed % 8) + 1 });
      const slip = plantSlip(statement, seed, [kind]);
      expect(slip.kind).toBe(kind);
      expect(hasShape(statement, slip), `${slip.truth} -> ${slip.printed}`).toBe(true);
    }
  });

  it("plants every kind when none is asked for, in parts and in totals", () => {
    const kinds = new Set<SlipKind>();
    const rows = new Set<boolean>();
    for (const seed of seeds) {
      const statement = generateStatement(seed);
      const slip = plantSlip(statement, seed);
      kinds.add(slip.kind);
      rows.add(statement.sums.some((sum) => sum.result === slip.cell));
    }
    expect([...kinds].sort()).toEqual([...slipKinds].sort());
    expect(rows.size).toBe(2);
  });

  it("refuses when no slip of the asked kinds fits", () => {
    const statement = generateStatement(1);
    expect(() => plantSlip(statement, 1, [])).toThrow(RangeError);
  });
});
