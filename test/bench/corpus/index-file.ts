/** INDEX.tsv of a corpus: which statements each file prints. */

/** "y" or "n" for each of income statement, balance sheet and cash flows; by path within the corpus. */
export type Index = ReadonlyMap<string, string>;

export function parseIndex(text: string): Index {
  const [head = "", ...lines] = text.split("\n");
  const at = head.split("\t").indexOf("income/balance/cash");
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const fields = line.split("\t");
      const said = fields[at] ?? "";
      return /^[yn]{3}$/.test(said) ? [[fields[0] ?? "", said]] : [];
    }),
  );
}
