/** What inline XBRL says of printed numbers. */
import { expect, test } from "vitest";
import type { TaggedFact } from "../../../src/read/document.ts";
import { read } from "../../../src/read/read.ts";

const header = `<ix:header><ix:resources>
<xbrli:context id="y"><xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="d"><xbrli:entity><xbrli:segment><xbrldi:explicitMember dimension="us-gaap:ProductAxis">x:BMember</xbrldi:explicitMember><xbrldi:explicitMember dimension="srt:AAxis">x:AMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="bad"><xbrli:period><xbrli:instant>2024-13-45</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>
</ix:resources></ix:header>`;

/** The facts of the one number in a table of two rows. */
async function factsOf(cell: string): Promise<readonly TaggedFact[]> {
  const markup = `<html><body><div style="display:none">${header}</div><table><tr><td>Sales</td><td>${cell}</td></tr><tr><td>Other</td><td>5</td></tr></table></body></html>`;
  const { blocks } = await read(new TextEncoder().encode(markup), "filing.htm");
  const [grid] = blocks;
  return (grid?.kind === "grid" && grid.rows[0]?.cells[1]?.facts) || [];
}

const tag = (attributes: string, text: string): string =>
  `<ix:nonFraction name="us-gaap:Revenues" ${attributes}>${text}</ix:nonFraction>`;
const year = {
  concept: "us-gaap:Revenues",
  start: "2024-01-01",
  end: "2024-12-31",
  dimensions: "",
  unit: "USD",
  scale: 0,
  negated: false,
  decimals: null,
  nil: false,
};

test.each<[string, string, readonly TaggedFact[]]>([
  [
    "scale and decimals",
    tag('contextRef="y" unitRef="usd" scale="6" decimals="-6"', "1,204"),
    [{ ...year, scale: 6, decimals: -6 }],
  ],
  [
    "a sign, with its bracket outside",
    `(${tag('contextRef="y" unitRef="usd" sign="-" decimals="INF"', "1,204")})`,
    [{ ...year, negated: true }],
  ],
  [
    "dimensions, sorted",
    tag('contextRef="d" unitRef="usd"', "7"),
    [{ ...year, start: null, dimensions: "srt:AAxis=x:AMember us-gaap:ProductAxis=x:BMember" }],
  ],
  ["a unit per share", tag('contextRef="y" unitRef="eps"', "0.52"), [{ ...year, unit: "USD/shares" }]],
  [
    "a dash for zero",
    tag('contextRef="y" unitRef="usd" format="ixt:fixed-zero"', "—"),
    [{ ...year, nil: true }],
  ],
  [
    "tags within tags",
    tag('contextRef="y" unitRef="usd"', tag('contextRef="y" unitRef="usd" scale="3"', "8")),
    [{ ...year, scale: 3 }, year],
  ],
  ["no such context", tag('contextRef="z" unitRef="usd"', "8"), []],
  ["a date that is none", tag('contextRef="bad" unitRef="usd"', "8"), []],
])("%s", async (_, cell, expected) => {
  expect(await factsOf(cell)).toEqual(expected);
});
