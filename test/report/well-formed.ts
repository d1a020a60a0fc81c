/** A strict reading of XML 1.0, as far as our reports go: no comments, CDATA, DTD or own entities. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) {
    throw new Error("a character that XML cannot hold");
  }
  return text.replace(/&(?:(\w+);)?/g, (whole, name: string | undefined) => {
    const character = name === undefined ? undefined : entities[name];
    if (character === undefined) throw new Error(`a bare & or unknown entity: ${whole}`);
    return character;
  });
}

const token = /<(\/?)([a-z][\w-]*)((?: [a-z][\w-]*="[^"<]*")*)(\/?)>|([^<]+)/gy;

/**
 * The root element.
 * @throws Error where the text is not well-formed
 */
export function parseXml(xml: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) throw new Error("no XML declaration");
  type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const stack: Open[] = [root];
  token.lastIndex = declaration.length;
  for (let at = token.lastIndex; at < xml.length; at = token.lastIndex) {
    const match = token.exec(xml);
    const top = stack.at(-1);
    if (!match || !top) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, close, name = "", given = "", empty, text] = match;
    if (text !== undefined) {
      top.text += decode(text);
    } else if (close !== "") {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const attributes: Record<string, string> = {};
      for (const [, key = "", value = ""] of given.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
        if (key in attributes) throw new Error(`${key} is given twice`);
        attributes[key] = decode(value);
      }
      const element = { name, attributes, children: [], text: "" };
      top.children.push(element);
      if (empty === "") stack.push(element);
    }
  }
  const [only] = root.children;
  if (stack.length !== 1 || root.children.length !== 1 || !only || root.text.trim() !== "") {
    throw new Error("not one root element, or one that is not closed");
  }
  return only;
}
