import type { Assertion, CharacterSet, RegexNode, SetItem } from "./regex-node.js";

const WORD = "[\\p{L}\\p{Nd}_]";
const LINE_END = "[\\n\\r\\u0085\\u2028\\u2029]";

const ASSERTIONS: Readonly<Record<Assertion, string>> = {
  "text-start": "(?<![^])",
  "text-end": "(?![^])",
  "last-line-end": `(?=(?:\\r\\n|${LINE_END})?(?![^]))`,
  "line-start": `(?<![^\\n\\r\\u0085\\u2028\\u2029])`,
  "line-end": `(?![^\\n\\r\\u0085\\u2028\\u2029])`,
  "word-boundary": `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
  "no-word-boundary": `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
};

/**
 * The expression in JavaScript, for the flag `v`, anchored at both ends. Groups are renamed: atomic
 * groups, which JavaScript lacks, become a look-ahead that captures and a reference to it.
 */
export function toJavaScript(node: RegexNode): RegExp {
  const emitter = new Emitter();
  return new RegExp(`^(?:${emitter.emit(node)})$`, "v");
}

class Emitter {
  #atomics = 0;

  emit(node: RegexNode): string {
    switch (node.kind) {
      case "character":
        return emitSet(node.set);
      case "sequence":
        return node.items.map((item) => this.emit(item)).join("");
      case "choice":
        return `(?:${node.options.map((option) => this.emit(option)).join("|")})`;
      case "repeat":
        return this.#repeat(node);
      case "group":
        return `(?<g${node.index}>${this.emit(node.body)})`;
      case "atomic":
        return this.#atomic(this.emit(node.body));
      case "look": {
        const mark = `${node.behind ? "<" : ""}${node.negated ? "!" : "="}`;
        return `(?${mark}${this.emit(node.body)})`;
      }
      case "reference":
        return `\\k<g${node.group}>`;
      case "assertion":
        return ASSERTIONS[node.assertion];
    }
  }

  #repeat(node: Extract<RegexNode, { kind: "repeat" }>): string {
    const bounds = `{${node.min},${node.max ?? ""}}`;
    const body = `(?:${this.emit(node.body)})${bounds}`;
    if (node.mode === "possessive") {
      return this.#atomic(body);
    }
    return node.mode === "lazy" ? `${body}?` : body;
  }

  #atomic(body: string): string {
    this.#atomics += 1;
    const name = `a${this.#atomics}`;
    return `(?=(?<${name}>${body}))\\k<${name}>`;
  }
}

const point = (code: number): string => `\\u{${code.toString(16)}}`;

function emitSet({ negated, parts }: CharacterSet): string {
  const [only] = parts;
  const body =
    parts.length === 1 && only !== undefined
      ? only.map(emitItem).join("")
      : parts.map((part) => `[${part.map(emitItem).join("")}]`).join("&&");
  return `[${negated ? "^" : ""}${body}]`;
}

function emitItem(item: SetItem): string {
  switch (item.kind) {
    case "range":
      return item.from === item.to ? point(item.from) : `${point(item.from)}-${point(item.to)}`;
    case "property":
      return `\\${item.negated ? "P" : "p"}{${item.name}}`;
    case "set":
      return emitSet(item.set);
  }
}
