/** A longer line is no row of a table; no printed one has it. */
export const longestRow = 20_000;

/** "|---|:---:|": what stands above it is a header. Columns that are empty throughout may have no dashes. */
export function isDelimiter(content: string): boolean {
  if (/^\s*(?:\|\s*)?(?::?-+:?\s*\|\s*)+(?::?-+:?\s*)?$/.test(content)) return true;
  return /^\s*\|[-:|\s]*$/.test(content) && /-{5}/.test(content);
}
