import { describe, expect, it } from "vitest";
import { parseDecimal, toPlain } from "../../src/money/decimal.ts";
import type { Damage, Figure } from "../../src/tables/table.ts";
import { fitsPrint, recover } from "../../src/verdict/recover.ts";
import { figure, relation, sum } from "../relations/figures.ts";

const damage = (kind: Damage["kind"], digits: string, negative = false): Damage => ({
  kind,
  reason: kind === "cut" ? "cut off" : "it holds stray characters",
  fragment: { digits, negative },
});

const damaged = (kind: Damage["kind"], digits: string, negative = false): Figure =>
  figure(`${negative ? "-" : ""}${digits}`, damage(kind, digits, negative));

describe("what is left of a print", () => {
  it.each<[string, Figure, string, boolean]>([
    ["a last digit cut off", damaged("cut", "31765"), "317654", true],
    ["two digits cut off", damaged("cut", "3176"), "317654", true],
    ["three digits cut off", damaged("cut", "317"), "317654", false],
    ["nothing cut off", damaged("cut", "317654"), "317654", false],
    ["another number cut off", damaged("cut", "31765"), "427654", false],
    ["a digit misread and one cut off", damaged("cut", "31725"), "317654", false],
    ["a digit that OCR confuses, and one cut off", damaged("cut", "37765"), "317654", true],
    ["the sign is part of it", damaged("cut", "31765"), "-317654", false],
    ["a negative cut off", damaged("cut", "31765", true), "-317654", true],
    ["a digit lost within", damaged("garbled", "124"), "1234", true],
    ["digits in another order", damaged("garbled", "142"), "1234", false],
    ["three digits lost", damaged("garbled", "1"), "1234", false],
    ["split, the very digits", damaged("split", "78659"), "78659", true],
    ["split, other digits", damaged("split", "78659"), "78658", false],
    ["a sound figure", figure("123"), "123", false],
  ])("%s", (_, print, value, fits) => {
    expect(fitsPrint(parseDecimal(value), print)).toBe(fits);
  });
});

describe("recovery", () => {
  const values = (figures: readonly Figure[], relations: Parameters<typeof recover>[1]): (string | null)[] =>
    recover(figures, relations).map(({ value }) => value && toPlain(value));

  it("takes what an equation implies where it fits the print", () => {
    const cut = damaged("cut", "4120");
    expect(values([cut], [sum(figure("246583"), [figure("205377"), cut])])).toEqual(["41206"]);
  });

  it("takes nothing that does not fit the print", () => {
    const cut = damaged("cut", "9920");
    expect(values([cut], [sum(figure("246583"), [figure("205377"), cut])])).toEqual([null]);
  });

  it("takes nothing without an equation", () => {
    expect(values([damaged("cut", "4120")], [])).toEqual([null]);
  });

  it("takes nothing from one equation with two unknown figures", () => {
    const [a, b] = [damaged("cut", "4120"), damaged("cut", "20537")];
    expect(values([a, b], [sum(figure("246583"), [a, b])])).toEqual([null, null]);
  });

  it("goes on from one recovered figure to the next", () => {
    const [part, total] = [damaged("cut", "4120"), damaged("cut", "24658")];
    const grand = figure("256583");
    const relations = [sum(total, [figure("205377"), part]), sum(grand, [total, figure("10000")])];
    expect(values([part, total], relations)).toEqual(["41206", "246583"]);
  });

  it("prefers the value that foots to the others that rounding allows", () => {
    const cut = damaged("cut", "564");
    const translated = relation({ kind: "translation", rate: parseDecimal("7.1") }, cut, [figure("40100")]);
    expect(values([cut], [translated, sum(figure("7648"), [cut, figure("2000")])])).toEqual(["5648"]);
  });
});
