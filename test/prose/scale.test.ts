import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const tables = `
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)

\tYear ended December 31,
\t2024\t2023
Revenues\t$ 48,231\t$ 41,906
Voyage expenses\t18,344\t22,472
General and administrative expenses\t9,115\t8,062
Operating income\t$ 20,772\t$ 11,372
`;

const told = (text: string): string[] =>
  checkFiling(
    new TextEncoder().encode(`Heron Shipping Corporation\n\nFiscal Year 2024\n\n${text}\n${tables}`),
    {
      path: "heron.txt",
    },
  )
    .checks.filter(({ status }) => status === "fail")
    .map(({ message }) => message);

describe("in what a change stands that names no scale", () => {
  const said =
    "Revenues were $48,231 in 2024 compared to $41,906 in 2023. Voyage expenses decreased by $4,128, or 18.4%, to $18,344 in 2024 from $22,472 in 2023. General and administrative expenses increased $1,053 to $9,115 in 2024 from $8,062 in 2023.";

  it("is that of the amounts of its sentence", () => {
    expect(told(said)).toEqual([]);
  });

  it("a wrong digit is seen in it", () => {
    expect(told(said.replace("$4,128", "$4,182"))).toEqual([
      "Voyage expenses, change, FY2024: the sentence says $4,182, recomputed $4,128 (difference -$54)",
    ]);
  });

  it("and in an amount beside it", () => {
    expect(told(said.replace("$8,062", "$8,602"))).toHaveLength(1);
  });

  it("a scale that is said is kept to", () => {
    const scaled = said
      .replace("$4,128", "$4.1 million")
      .replace("$18,344", "$18.3 million")
      .replace("$22,472", "$22.5 million");
    expect(told(scaled)).toEqual([]);
    expect(told(scaled.replace("$4.1 million", "$4.1 billion"))).toHaveLength(1);
  });

  it("amounts of one sentence that name none are in one", () => {
    const text = `${said} Without repairs, adjusted revenues of $48,230 were reported. Available funds were $27,460, consisting of operating income of $20,772 and loans of $6,688.`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("$6,688", "$6,868"))).toHaveLength(1);
  });
});

describe("the scale word behind the last of amounts told together", () => {
  const said =
    "Revenues were $48.2 and $41.9 million for the years ended December 31, 2024 and 2023, respectively. Voyage expenses were $18.3 and $22.5 million for the years ended December 31, 2024 and 2023, respectively.";

  it("is of all of them", () => {
    expect(told(said)).toEqual([]);
  });
});
