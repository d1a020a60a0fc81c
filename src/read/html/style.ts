/** What the inline style of an element says of the layout. Only what reading needs. */

export interface Style {
  readonly hidden: boolean;
  /** Raised text: a footnote mark, or the end of an ordinal. */
  readonly raised: boolean;
  /** Points by which the first line is set in; may be negative. */
  readonly indent: number;
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
  /** null: as what it stands in. */
  readonly bold: boolean | null;
}

const plainStyle: Style = {
  hidden: false,
  raised: false,
  indent: 0,
  ruleAbove: false,
  ruleBelow: false,
  bold: null,
};

const known = new Map<string, Style>();
/** A filing uses few styles, very often. */
const mostKnown = 5_000;
const longestStyle = 2_000;

export function readStyle(text: string | undefined): Style {
  if (text === undefined || text === "" || text.length > longestStyle) return plainStyle;
  const found = known.get(text);
  if (found) return found;
  const style = parseStyle(text.toLowerCase());
  if (known.size >= mostKnown) known.clear();
  known.set(text, style);
  return style;
}

function parseStyle(text: string): Style {
  let hidden = false;
  let raised = false;
  let moved = false;
  let indent = 0;
  let padding = 0;
  let ruleAbove = false;
  let ruleBelow = false;
  let bold: boolean | null = null;
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim();
    const value = declaration.slice(colon + 1).trim();
    switch (name) {
      case "display":
        hidden ||= value.startsWith("none");
        break;
      case "visibility":
        hidden ||= value.startsWith("hidden");
        break;
      case "vertical-align":
        raised ||= value.startsWith("super") || value.startsWith("text-top");
        break;
      case "position":
        moved = value.startsWith("relative");
        break;
      case "top":
        raised ||= moved && /^-[.\d]*[1-9]/.test(value);
        break;
      case "padding":
        padding = points(sides(value)[3] ?? "");
        break;
      case "padding-left":
        padding = points(value);
        break;
      case "margin":
        indent += points(sides(value)[3] ?? "");
        break;
      case "margin-left":
      case "text-indent":
        indent += points(value);
        break;
      case "border-top":
      case "border-top-style":
        ruleAbove = isRule(value);
        break;
      case "border-bottom":
      case "border-bottom-style":
        ruleBelow = isRule(value);
        break;
      case "font-weight":
        bold = isBold(value, bold);
        break;
      case "font":
        // The shorthand says all of it anew.
        bold = /\b(?:bold|bolder|[6-9]00)\b/.test(value);
        break;
      default:
    }
  }
  return { hidden, raised, indent: indent + padding, ruleAbove, ruleBelow, bold };
}

/** `before`: what stands where the value says nothing of its own ("inherit"). */
function isBold(value: string, before: boolean | null): boolean | null {
  if (/^(?:bold|[6-9]00)/.test(value)) return true;
  return /^(?:normal|lighter|[1-5]00)/.test(value) ? false : before;
}

/** Top, right, bottom, left of a shorthand. */
function sides(value: string): string[] {
  const parts = value.split(/\s+/);
  const [top = "", right = top, bottom = top, left = right] = parts;
  return [top, right, bottom, left];
}

const pointsOf: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  em: 10,
  rem: 10,
  ex: 5,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  "%": 5,
};

function points(value: string): number {
  const match = /^(-?(?:\d+\.?\d*|\.\d+))(pt|px|em|rem|ex|in|cm|mm|%)/.exec(value);
  return match ? Number(match[1]) * (pointsOf[match[2] ?? ""] ?? 0) : 0;
}

/** A line that can be seen: "1px solid #000", "solid black 1.5pt", "double". */
function isRule(value: string): boolean {
  return (
    /solid|double|dashed|dotted|groove|ridge/.test(value) &&
    !/^0(?![.\d])|\b0(?:px|pt)\b|#fff|white|transparent/.test(value)
  );
}
