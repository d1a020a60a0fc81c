/** How wide a text is in a usual font, in sizes of the font, by its narrow and wide letters. */
export function estimatedWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\s.,:;'|!ilIjtf()[\]-]/.test(character)) width += 0.3;
    else if (/[\u2e80-\uffef]/.test(character)) width += 1;
    else if (/[A-Zmw%—]/.test(character)) width += 0.72;
    else width += 0.54;
  }
  return width;
}
