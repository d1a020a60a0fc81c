/**
 * The language of equations: captions, numbers, + - * / = and brackets. A caption is any run of words; one
 * that holds a sign of the language is put in quotes. A hyphen inside a word belongs to the word, and "A > B"
 * is the line B under the heading A.
 */
import { type Decimal, parseDecimal } from "../../money/decimal.ts";
import type { Expression, Operator } from "../../relations/relation.ts";

/** Where an equation goes wrong. `at` counts UTF-16 units from 0. */
export class EquationError extends Error {
  override readonly name = "EquationError";
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Two expressions over the lines in `parts`, by their index. */
export interface Equation {
  readonly left: Expression;
  readonly right: Expression;
  /** Captions or concepts as written, without quotes, each once. */
  readonly parts: readonly string[];
}

type Token =
  | { readonly kind: "operator"; readonly text: Operator; readonly at: number }
  | { readonly kind: "(" | ")" | "=" | "end"; readonly text: string; readonly at: number }
  | { readonly kind: "number"; readonly value: Decimal; readonly text: string; readonly at: number }
  | { readonly kind: "caption"; readonly text: string; readonly at: number };

const operators: Readonly<Record<string, Operator>> = {
  "+": "+",
  "-": "-",
  "\u2212": "-",
  "\u2013": "-",
  "*": "*",
  "×": "*",
  "/": "/",
  "÷": "/",
};

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "“": "”", "‘": "’" };
const number = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?(?![\p{L}\d])/u;
/** Beyond this an equation is a mistake, and depth a way to exhaust the stack. */
const longest = 2000;

/** Signs that end a caption; a minus and a hyphen only at the edge of a word. */
function endsCaption(text: string, at: number): boolean {
  const character = text[at] ?? "";
  if ("+*×/÷=()\u2212".includes(character)) return true;
  if (character !== "-" && character !== "\u2013") return false;
  const inWord = (neighbour: string | undefined): boolean => /[\p{L}\d]/u.test(neighbour ?? "");
  return !(inWord(text[at - 1]) && inWord(text[at + 1]));
}

function quoted(text: string, at: number): { readonly caption: string; readonly end: number } {
  const close = closing[text[at] ?? ""] ?? "";
  const end = text.indexOf(close, at + 1);
  if (end < 0) throw new EquationError(`this quote is never closed (${close})`, at);
  const caption = text.slice(at + 1, end).trim();
  if (caption === "") throw new EquationError("there is no caption between these quotes", at);
  return { caption, end: end + 1 };
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    const operator = operators[character];
    if (operator) found.push({ kind: "operator", text: operator, at: at++ });
    else if (character === "(" || character === ")" || character === "=") {
      found.push({ kind: character, text: character, at: at++ });
    } else if (closing[character] !== undefined) {
      const { caption, end } = quoted(text, at);
      found.push({ kind: "caption", text: caption, at });
      at = end;
    } else {
      const digits = number.exec(text.slice(at))?.[0];
      if (digits && isWhole(text, at + digits.length)) {
        found.push({ kind: "number", value: valueOf(digits), text: digits, at });
        at += digits.length;
      } else {
        const start = at;
        while (at < text.length && !endsCaption(text, at) && !'"“`'.includes(text[at] ?? "")) at++;
        found.push({ kind: "caption", text: text.slice(start, at).trim(), at: start });
      }
    }
  }
  found.push({ kind: "end", text: "", at: text.length });
  return found;
}

/** Whether a number ends here and is not the first word of a caption ("2025 notes"). */
function isWhole(text: string, at: number): boolean {
  const rest = text.slice(at).trimStart();
  return rest === "" || endsCaption(rest, 0) || /^[-\u2013]/.test(rest);
}

function valueOf(digits: string): Decimal {
  const plain = parseDecimal(digits.replace(/[,%\s]/g, ""));
  return digits.endsWith("%") ? { ...plain, exponent: plain.exponent - 2 } : plain;
}

/**
 * @throws EquationError
 */
export function parseEquation(text: string): Equation {
  if (text.length > longest)
    throw new EquationError(`an equation has at most ${longest} characters`, longest);
  const list = tokens(text);
  const parts: string[] = [];
  let next = 0;
  let depth = 0;
  const peek = (): Token => list[next] ?? { kind: "end", text: "", at: text.length };
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };

  const operand = (): Expression => {
    const token = take();
    if (token.kind === "number") return { kind: "constant", value: token.value, text: token.text };
    if (token.kind === "caption") {
      let index = parts.indexOf(token.text);
      if (index < 0) index = parts.push(token.text) - 1;
      return { kind: "term", index };
    }
    if (token.kind === "(") {
      if (++depth > 40) throw new EquationError("brackets are nested too deeply", token.at);
      const inner = sum();
      const close = take();
      if (close.kind !== ")")
        throw new EquationError(unclosed(close, token), close.kind === "end" ? token.at : close.at);
      depth--;
      return inner;
    }
    throw new EquationError(missingOperand(token), token.at);
  };
  const chain = (own: readonly string[], inner: () => Expression): Expression => {
    let left = inner();
    for (let token = peek(); token.kind === "operator" && own.includes(token.text); token = peek()) {
      next++;
      left = { kind: token.text, left, right: inner() };
    }
    return left;
  };
  const product = (): Expression => chain(["*", "/"], operand);
  const sum = (): Expression => {
    const first = peek();
    if (first.kind !== "operator" || first.text !== "-") return chain(["+", "-"], product);
    // A leading minus: 0 - the first product.
    next++;
    const zero: Expression = { kind: "constant", value: parseDecimal("0"), text: "0" };
    let isFirst = true;
    return chain(["+", "-"], () => {
      const inner = product();
      if (!isFirst) return inner;
      isFirst = false;
      return { kind: "-", left: zero, right: inner };
    });
  };

  const left = sum();
  const equals = take();
  if (equals.kind !== "=") throw new EquationError(afterOperand(equals, "="), equals.at);
  const right = sum();
  const end = take();
  if (end.kind === "=") throw new EquationError("an equation has only one =", end.at);
  if (end.kind !== "end") throw new EquationError(afterOperand(end, "the end"), end.at);
  return { left, right, parts };
}

function missingOperand(token: Token): string {
  const wanted = "a caption, a concept or a number should stand here";
  return token.kind === "end" ? `${wanted}, but the equation ends` : `${wanted}, not "${token.text}"`;
}

function unclosed(close: Token, open: Token): string {
  if (close.kind === "end") return "this bracket is never closed";
  return close.kind === "("
    ? bracketInCaption
    : `${afterOperand(close, ")")}, for the bracket at character ${open.at + 1}`;
}

const bracketInCaption = 'a caption with brackets needs quotes: "Net (loss) income"';

function afterOperand(token: Token, wanted: string): string {
  if (token.kind === "(") return bracketInCaption;
  if (token.kind === ")") return "this bracket was never opened";
  if (token.kind === "end") return `the equation ends without ${wanted === "=" ? '"="' : wanted}`;
  return `an operator (+ - * / =) should stand here, before "${token.text}"`;
}
