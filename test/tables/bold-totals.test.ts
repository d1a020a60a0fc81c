/** A bold line that adds up what stands above it is a total, whatever it is called and in whatever language. */
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
