/** Comments of a JSON config, as editors allow them: `//` to the end of the line and between slash-star and star-slash. */

const stringsAndComments = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** The text with blanks for comments, so that every place in it stays where it is. */
export function withoutComments(text: string): string {
  return text.replace(stringsAndComments, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, " "),
  );
}
