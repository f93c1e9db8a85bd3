import type {
  ExpectedNode,
  ExpectedPath,
  ExpectedRelationship,
  ExpectedValue,
} from "./expected-value.js";

/** A value of a TCK table, such as `(:A {num: 1})`, `[1, 2.5]`, `<(:A)-[:T]->(:B)>` or `'text'`. */
export function parseTckValue(text: string): ExpectedValue {
  const reader = new Reader(text);
  const value = reader.value();
  reader.end();
  return value;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) {
      this.#fail("the end");
    }
  }

  value(): ExpectedValue {
    this.#space();
    switch (this.#text[this.#at]) {
      case "'":
        return { kind: "string", value: this.#string() };
      case "(":
        return this.#node();
      case "<":
        return this.#path();
      case "{":
        return { kind: "map", entries: this.#map() };
      case "[":
        return this.#isRelationship() ? this.#relationship() : this.#list();
      default:
        return this.#word();
    }
  }

  #fail(expected: string): never {
    throw new Error(`Expected ${expected} at ${this.#at} of \`${this.#text}\`.`);
  }

  #space(): void {
    while (this.#text[this.#at] === " ") {
      this.#at += 1;
    }
  }

  #accept(token: string): boolean {
    this.#space();
    const found = this.#text.startsWith(token, this.#at);
    if (found) {
      this.#at += token.length;
    }
    return found;
  }

  #expect(token: string): void {
    if (!this.#accept(token)) {
      this.#fail(`\`${token}\``);
    }
  }

  #match(pattern: RegExp): string | null {
    this.#space();
    const sticky = new RegExp(pattern.source, "uy");
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  #name(): string {
    const quoted = this.#match(/`[^`]*`/);
    return quoted?.slice(1, -1) ?? this.#match(/[\p{L}\p{N}_]+/u) ?? this.#fail("a name");
  }

  #string(): string {
    this.#expect("'");
    let value = "";
    for (let unit = this.#text[this.#at]; unit !== "'"; unit = this.#text[this.#at]) {
      if (unit === undefined) {
        this.#fail("`'`");
      }
      const next = this.#text[this.#at + 1] ?? "";
      value += unit === "\\" ? (ESCAPES[next] ?? next) : unit;
      this.#at += unit === "\\" ? 2 : 1;
    }
    this.#at += 1;
    return value;
  }

  #word(): ExpectedValue {
    const word =
      this.#match(/[-+]?(?:\d*\.?\d+(?:[eE][-+]?\d+)?|\p{L}+)/u) ?? this.#fail("a value");
    switch (word) {
      case "null":
        return { kind: "null" };
      case "true":
      case "false":
        return { kind: "boolean", value: word === "true" };
      case "NaN":
        return { kind: "float", value: Number.NaN };
      case "Inf":
      case "-Inf":
        return { kind: "float", value: word === "Inf" ? Infinity : -Infinity };
      default:
        return /^[-+]?\d+$/.test(word)
          ? { kind: "integer", value: BigInt(word) }
          : { kind: "float", value: Number(word) };
    }
  }

  #list(): ExpectedValue {
    this.#expect("[");
    const items: ExpectedValue[] = [];
    if (!this.#accept("]")) {
      do {
        items.push(this.value());
      } while (this.#accept(","));
      this.#expect("]");
    }
    return { kind: "list", items };
  }

  #map(): ReadonlyMap<string, ExpectedValue> {
    this.#expect("{");
    const entries = new Map<string, ExpectedValue>();
    if (!this.#accept("}")) {
      do {
        const key = this.#name();
        this.#expect(":");
        entries.set(key, this.value());
      } while (this.#accept(","));
      this.#expect("}");
    }
    return entries;
  }

  #optionalMap(): ReadonlyMap<string, ExpectedValue> {
    this.#space();
    return this.#text[this.#at] === "{" ? this.#map() : new Map();
  }

  #node(): ExpectedNode {
    this.#expect("(");
    const labels: string[] = [];
    while (this.#accept(":")) {
      labels.push(this.#name());
    }
    const properties = this.#optionalMap();
    this.#expect(")");
    return { kind: "node", labels, properties };
  }

  #isRelationship(): boolean {
    return /^\[ *:/.test(this.#text.slice(this.#at));
  }

  #relationship(): ExpectedRelationship {
    this.#expect("[");
    this.#expect(":");
    const type = this.#name();
    const properties = this.#optionalMap();
    this.#expect("]");
    return { kind: "relationship", type, properties };
  }

  #path(): ExpectedPath {
    this.#expect("<");
    const nodes = [this.#node()];
    const relationships: ExpectedRelationship[] = [];
    const forward: boolean[] = [];
    while (!this.#accept(">")) {
      const left = this.#accept("<-") || !this.#expectDash();
      relationships.push(this.#relationship());
      this.#expect(left ? "-" : "->");
      forward.push(!left);
      nodes.push(this.#node());
    }
    return { kind: "path", nodes, relationships, forward };
  }

  #expectDash(): true {
    this.#expect("-");
    return true;
  }
}
