/** Inline XBRL: contexts and units of a filing, and what the tags around its numbers say. */
import type { TaggedFact } from "../document.ts";

export type Attributes = Readonly<Record<string, string>>;

/** A tag around a number, before its context and unit are looked up. */
export interface RawFact {
  readonly attributes: Attributes;
}

interface Context {
  start: string | null;
  end: string | null;
  readonly dimensions: string[];
}

/** Gathers contexts and units wherever they stand; facts are resolved when all is read. */
export class TagBook {
  readonly #contexts = new Map<string, Context>();
  readonly #units = new Map<string, { over: string[]; under: string[] }>();
  #context: Context | null = null;
  #unit: { over: string[]; under: string[] } | null = null;
  #under = false;
  #dimension = "";
  #text = "";

  /** Whether any context was declared at all. */
  get used(): boolean {
    return this.#contexts.size > 0;
  }

  /** `name` in lower case without its prefix. */
  open(name: string, attributes: Attributes): void {
    this.#text = "";
    switch (name) {
      case "context": {
        const { id } = attributes;
        this.#context = { start: null, end: null, dimensions: [] };
        if (id !== undefined) this.#contexts.set(id, this.#context);
        break;
      }
      case "unit": {
        const { id } = attributes;
        this.#unit = { over: [], under: [] };
        this.#under = false;
        if (id !== undefined) this.#units.set(id, this.#unit);
        break;
      }
      case "unitdenominator":
        this.#under = true;
        break;
      case "explicitmember":
      case "typedmember":
        this.#dimension = attributes["dimension"] ?? "";
        break;
      default:
    }
  }

  addText(data: string): void {
    if (this.#text.length < 1_000) this.#text += data;
  }

  close(name: string): void {
    const text = this.#text.trim();
    switch (name) {
      case "startdate":
        if (this.#context) this.#context.start = text.slice(0, 10);
        break;
      case "enddate":
      case "instant":
        if (this.#context) this.#context.end = text.slice(0, 10);
        break;
      case "explicitmember":
      case "typedmember":
        this.#context?.dimensions.push(`${this.#dimension}=${text}`);
        break;
      case "measure":
        this.#unit?.[this.#under ? "under" : "over"].push(text.replace(/^.*:/, ""));
        break;
      case "context":
        this.#context = null;
        break;
      case "unit":
        this.#unit = null;
        break;
      default:
    }
    this.#text = "";
  }

  /** What the tag says, or null where it names no context or unit of the filing. */
  resolve({ attributes }: RawFact): TaggedFact | null {
    const context = this.#contexts.get(attributes["contextref"] ?? "");
    const unit = this.#units.get(attributes["unitref"] ?? "");
    const concept = attributes["name"];
    if (!context?.end || !unit || concept === undefined) return null;
    if (!isDate(context.end) || (context.start !== null && !isDate(context.start))) return null;
    const scale = Number(attributes["scale"] ?? "0");
    const decimals = Number(attributes["decimals"] ?? "INF");
    const name = unit.over.join("*") + (unit.under.length > 0 ? `/${unit.under.join("*")}` : "");
    return {
      concept,
      start: context.start,
      end: context.end,
      dimensions: [...context.dimensions].sort().join(" "),
      unit: name,
      scale: Number.isInteger(scale) && Math.abs(scale) <= 20 ? scale : 0,
      negated: attributes["sign"] === "-",
      decimals: Number.isInteger(decimals) ? decimals : null,
      nil: attributes["xsi:nil"] === "true" || /zero|nocontent|numdash/i.test(attributes["format"] ?? ""),
    };
  }
}

function isDate(text: string): boolean {
  return /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
