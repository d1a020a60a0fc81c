/** What marks a total besides its words: that it is bold, that it is net of a contra line. */
import { describe, expect, it } from "vitest";
import { checkFiling } from "../../src/index.ts";

async function broken(filing: string, path: string): Promise<string[]> {
  const { checks } = await checkFiling(new TextEncoder().encode(filing), { path });
  return checks
    .filter(({ status }) => status === "fail" || status === "warn")
    .map(({ result }) => result.raw);
}

const lines = [
  ["Alpha", "412", "398"],
  ["Beta", "97", "88"],
  ["Gamma", "5", "4"],
  ["Delta", "61", "59"],
] as const;

const markdown = (total: string, mark = "**"): string => `# Wexley Holdings plc

Revenue by activity for the years ended 31 December

| | 2024 £ million | 2023 £ million |
|---|---:|---:|
${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
| ${mark}Zeta${mark} | ${mark}${total}${mark} | ${mark}549${mark} |
`;

const html = (total: string, bold: (text: string) => string): string =>
  `<html><body><p>Wexley Holdings plc</p><p>Revenue by activity for the years ended 31 December</p><table>
<tr><td></td><td>2024<br>£ million</td><td>2023<br>£ million</td></tr>
${lines.map((cells) => `<tr><td>${cells.join("</td><td>")}</td></tr>`).join("\n")}
<tr><td>${["Zeta", total, "549"].map(bold).join("</td><td>")}</td></tr></table></body></html>`;

const weights: readonly [string, (text: string) => string][] = [
  ["<b>", (text) => `<b>${text}</b>`],
  ["<strong>", (text) => `<strong>${text}</strong>`],
  ["a weight in words", (text) => `<span style="font-weight:bold">${text}</span>`],
  ["a weight in numbers", (text) => `<font style="font-weight:700">${text}</font>`],
  ["the shorthand", (text) => `<span style="font:bold 10pt Times">${text}</span>`],
];

describe("a bold total with one of two columns wrong", () => {
  it.each(weights)("in HTML, by %s", async (_, bold) => {
    expect(await broken(html("557", bold), "filing.htm")).toEqual(["557"]);
    expect(await broken(html("575", bold), "filing.htm")).toEqual([]);
  });

  it("in Markdown", async () => {
    expect(await broken(markdown("557"), "filing.md")).toEqual(["557"]);
    expect(await broken(markdown("575"), "filing.md")).toEqual([]);
  });

  it("is nothing but another line where it is not bold", async () => {
    expect(await broken(markdown("557", ""), "filing.md")).toEqual([]);
    expect(
      await broken(
        html("557", (text) => `<b style="font-weight:400">${text}</b>`),
        "filing.htm",
      ),
    ).toEqual([]);
  });

  it("is not told where all lines are bold", async () => {
    const all = html("557", (text) => `<b>${text}</b>`).replace(/<td>(\w+)<\/td>/g, "<td><b>$1</b></td>");
    expect(await broken(all, "filing.htm")).toEqual([]);
  });
});

describe("an amount that is net of a contra line, with one of two columns wrong", () => {
  const net = (depreciation: string, caption = "Accumulated depreciation"): string => `# Wexley Holdings plc

Property and equipment at 31 December

| | 2024 £ | 2023 £ |
|---|---:|---:|
| Fixtures | 146,304 | 146,304 |
| Vehicles | 25,974 | 25,974 |
| Total cost | 172,278 | 172,278 |
| ${caption} | (${depreciation}) | (164,024) |
| Property and equipment, net | 6,038 | 8,254 |
`;

  it("is told by the names of the lines", async () => {
    expect(await broken(net("116,240"), "filing.md")).toEqual(["6,038"]);
    expect(await broken(net("166,240"), "filing.md")).toEqual([]);
  });

  it("is not told of a line of another name", async () => {
    expect(await broken(net("116,240", "Held for sale"), "filing.md")).toEqual([]);
  });
});
