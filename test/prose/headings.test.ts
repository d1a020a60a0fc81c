import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const tables = `
CONSOLIDATED STATEMENTS OF OPERATIONS (in millions)

\tThree months ended June 30,\t\tSix months ended June 30,
\t2024\t2023\t2024\t2023
Revenues\t$ 823.1\t$ 690.6\t$ 1,604.3\t$ 1,322.8
Selling expenses\t140.8\t120.4\t260.5\t231.7
Income tax expense\t35.3\t63.9\t84.6\t91.7
Net income\t$ 102.6\t$ 171.2\t$ 231.9\t$ 340.5
`;

const told = (text: string): string[] =>
  checkFiling(new TextEncoder().encode(`Heron Shipping Corporation\n\n${text}\n${tables}`), {
    path: "heron.txt",
  })
    .checks.filter(({ status }) => status === "fail")
    .map(({ message }) => message);

const said =
  "Revenues were $823.1 million compared to $690.6 million in the prior year. Income tax expense was $35.3 million compared to $63.9 million in the prior year. Net income was $102.6 million.";

describe("the period of a heading", () => {
  it("is in force for the sentences below it", () => {
    const text = `Second Quarter 2024 Results\n\n${said}`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("102.6", "106.2"))).toHaveLength(1);
  });

  it.each([
    ["the label of a picture of the year before", "Second quarter 2023"],
    ["an act of another century", "TRANSITION REPORT UNDER SECTION 13 OF THE ACT OF 1934"],
    ["three and six months at once", "Three and six months ended June 30, 2023"],
  ])("is none below %s", (_, heading) => {
    expect(told(`Second Quarter 2024 Results\n\n${heading}\n\n${said}`)).toEqual([]);
  });

  it.each([
    "Three months ended June 30, 2023 and 2024",
    "Second quarter 2024 compared to second quarter 2023",
  ])("of two years is the later: %s", (heading) => {
    expect(told(`${heading}\n\n${said}`)).toEqual([]);
    expect(told(`${heading}\n\n${said.replace("102.6", "106.2")}`)).toHaveLength(1);
  });

  it("ends with its table where it is of the year before", () => {
    const text = `Second Quarter 2024 Results\n\nThree months ended June 30, 2023\n\nFares\t512.4\nCargo\t178.2\n\n${said}`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("102.6", "106.2"))).toHaveLength(1);
  });

  it("is that of a section about the year before where it says so", () => {
    const text = `Second Quarter 2024 Results\n\nResults of the second quarter of 2023\n\nRevenues were $690.6 million compared to $823.1 million in the second quarter of 2024. Income tax expense was $63.9 million. Selling expenses were $120.4 million. Net income was $171.2 million.`;
    expect(told(text)).toEqual([]);
    expect(told(text.replace("171.2", "117.2"))).toHaveLength(1);
  });
});
