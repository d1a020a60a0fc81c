/** A longer line is no row of a table; no printed one has it. */
export const longestRow = 20_000;

/** "|---|:---:|": what stands above it is a header. */
export function isDelimiter(content: string): boolean {
  return /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/.test(content) && /-/.test(content);
}
