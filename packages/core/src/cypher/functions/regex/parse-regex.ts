import {
  ANY_CHARACTER,
  type CaseFolding,
  foldItem,
  NOT_LINE_END,
  NOT_NEWLINE,
  rangeItem,
  setOf,
} from "./character-sets.js";
import { parseEscape } from "./parse-escape.js";
import { parseSet } from "./parse-set.js";
import { PatternReader } from "./pattern-reader.js";
import type { Assertion, RegexNode } from "./regex-node.js";

const MAX_LENGTH = 10_000;
const MAX_DEPTH = 100;
/** Largest number in `{n,m}`. */
const MAX_COUNT = 1000;

interface Flags {
  readonly ignoreCase: boolean;
  readonly unicodeCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly comments: boolean;
  readonly unixLines: boolean;
}

const NO_FLAGS: Flags = {
  ignoreCase: false,
  unicodeCase: false,
  dotAll: false,
  multiline: false,
  comments: false,
  unixLines: false,
};

const FLAG_NAMES: ReadonlyMap<string, readonly (keyof Flags)[]> = new Map([
  ["i", ["ignoreCase"]],
  ["u", ["unicodeCase"]],
  ["U", ["unicodeCase"]],
  ["s", ["dotAll"]],
  ["m", ["multiline"]],
  ["x", ["comments"]],
  ["d", ["unixLines"]],
]);

const ASSERTIONS: ReadonlyMap<string, Assertion> = new Map([
  ["b", "word-boundary"],
  ["B", "no-word-boundary"],
  ["A", "text-start"],
  ["z", "text-end"],
  ["Z", "last-line-end"],
]);

/** What a Java regular expression means. @throws CypherError when it cannot be read */
export function parseRegex(pattern: string): RegexNode {
  const parser = new RegexParser(pattern);
  return parser.parse();
}

class RegexParser {
  readonly #reader: PatternReader;
  readonly #names = new Map<string, number>();
  #groups = 0;
  #flags: Flags = NO_FLAGS;
  #depth = 0;

  constructor(pattern: string) {
    this.#reader = new PatternReader(pattern);
    if (pattern.length > MAX_LENGTH) {
      throw this.#reader.error(`it is longer than ${MAX_LENGTH} characters`);
    }
  }

  parse(): RegexNode {
    const node = this.#choice();
    if (!this.#reader.isAtEnd) {
      throw this.#reader.error("a `)` closes nothing");
    }
    return node;
  }

  /** Flags set inside hold to the end of the group. */
  #choice(): RegexNode {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw this.#reader.error("its groups are nested too deeply");
    }
    const flags = this.#flags;
    const options = [this.#sequence()];
    while (this.#reader.take("|")) {
      options.push(this.#sequence());
    }
    this.#flags = flags;
    this.#depth -= 1;
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: "choice", options };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    for (;;) {
      this.#skipComments();
      if (this.#reader.isAtEnd || this.#reader.looksAt("|") || this.#reader.looksAt(")")) {
        return { kind: "sequence", items };
      }
      items.push(...this.#quantified());
    }
  }

  #skipComments(): void {
    while (this.#flags.comments && /^[\s#]$/.test(this.#reader.peek())) {
      if (this.#reader.next() === "#") {
        this.#reader.takeUntil("\n");
      }
    }
  }

  /** One atom with what repeats it; `\Q…\E` gives several, of which the last is repeated. */
  #quantified(): RegexNode[] {
    const atoms = this.#reader.take("\\Q") ? this.#quoted() : [this.#atom()];
    const last = atoms.pop();
    if (last === undefined) {
      return [];
    }
    let repeated = last;
    for (let bounds = this.#bounds(); bounds !== null; bounds = this.#bounds()) {
      repeated = { kind: "repeat", body: repeated, ...bounds, mode: this.#mode() };
    }
    return [...atoms, repeated];
  }

  #quoted(): RegexNode[] {
    return Array.from(this.#reader.takeUntil("\\E"), (character) => this.#literal(character));
  }

  #bounds(): { readonly min: number; readonly max: number | null } | null {
    this.#skipComments();
    const reader = this.#reader;
    if (reader.take("*")) return { min: 0, max: null };
    if (reader.take("+")) return { min: 1, max: null };
    if (reader.take("?")) return { min: 0, max: 1 };
    if (!reader.looksAt("{")) return null;
    reader.next();
    const match = /^(\d{1,9})(,(\d{1,9})?)?$/.exec(reader.takeUntil("}"));
    const min = Number(match?.[1] ?? Number.NaN);
    const max = match?.[2] === undefined ? min : match[3] === undefined ? null : Number(match[3]);
    if (!(Math.max(min, max ?? min) <= MAX_COUNT) || (max !== null && max < min)) {
      throw reader.error(`a repetition in braces takes numbers from 0 to ${MAX_COUNT}`);
    }
    return { min, max };
  }

  #mode(): "greedy" | "lazy" | "possessive" {
    if (this.#reader.take("?")) {
      return "lazy";
    }
    return this.#reader.take("+") ? "possessive" : "greedy";
  }

  #atom(): RegexNode {
    const reader = this.#reader;
    const character = reader.next();
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return { kind: "character", set: parseSet(reader, this.#folding()) };
      case ".":
        return { kind: "character", set: this.#dot() };
      case "^":
        return assertion(this.#flags.multiline ? "line-start" : "text-start");
      case "$":
        return assertion(this.#flags.multiline ? "line-end" : "last-line-end");
      case "\\":
        return this.#escape();
      case "*":
      case "+":
      case "?":
        throw reader.error(`\`${character}\` repeats nothing`);
      default:
        return this.#literal(character);
    }
  }

  #dot() {
    if (this.#flags.dotAll) {
      return ANY_CHARACTER;
    }
    return this.#flags.unixLines ? NOT_NEWLINE : NOT_LINE_END;
  }

  #folding(): CaseFolding {
    if (!this.#flags.ignoreCase) {
      return "none";
    }
    return this.#flags.unicodeCase ? "unicode" : "ascii";
  }

  #literal(character: string): RegexNode {
    return this.#codePoint(character.codePointAt(0) ?? 0);
  }

  #codePoint(code: number): RegexNode {
    return { kind: "character", set: setOf(foldItem(rangeItem(code), this.#folding())) };
  }

  #escape(): RegexNode {
    const reader = this.#reader;
    const known = ASSERTIONS.get(reader.peek());
    if (known !== undefined) {
      reader.next();
      return assertion(known);
    }
    if (reader.take("R")) {
      return lineBreak();
    }
    if (reader.take("k<")) {
      return this.#reference(this.#names.get(reader.takeUntil(">")) ?? 0);
    }
    if (/^[1-9]$/.test(reader.peek())) {
      return this.#reference(Number(reader.next()));
    }
    const escaped = parseEscape(reader);
    return typeof escaped === "number"
      ? this.#codePoint(escaped)
      : { kind: "character", set: escaped };
  }

  #reference(group: number): RegexNode {
    if (group === 0 || group > this.#groups) {
      throw this.#reader.error("it refers to a group that does not come before");
    }
    return { kind: "reference", group };
  }

  #group(): RegexNode {
    const reader = this.#reader;
    if (!reader.take("?")) {
      return this.#capture();
    }
    if (reader.take(":")) return this.#closed(this.#choice());
    if (reader.take(">")) return { kind: "atomic", body: this.#closed(this.#choice()) };
    if (reader.take("=")) return this.#look(false, false);
    if (reader.take("!")) return this.#look(false, true);
    if (reader.take("<=")) return this.#look(true, false);
    if (reader.take("<!")) return this.#look(true, true);
    if (reader.take("<")) {
      const name = reader.takeUntil(">");
      if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || this.#names.has(name)) {
        throw reader.error(`\`${name}\` cannot name a group`);
      }
      this.#names.set(name, this.#groups + 1);
      return this.#capture();
    }
    return this.#flagGroup();
  }

  #capture(): RegexNode {
    this.#groups += 1;
    const index = this.#groups;
    return { kind: "group", index, body: this.#closed(this.#choice()) };
  }

  #look(behind: boolean, negated: boolean): RegexNode {
    return { kind: "look", behind, negated, body: this.#closed(this.#choice()) };
  }

  #closed(node: RegexNode): RegexNode {
    this.#reader.expect(")", "a group");
    return node;
  }

  /** `(?i)` up to the end of the enclosing group, `(?i:…)` for its own. */
  #flagGroup(): RegexNode {
    const reader = this.#reader;
    const before = this.#flags;
    let value = true;
    while (!reader.looksAt(")") && !reader.looksAt(":")) {
      const character = reader.next();
      const names = FLAG_NAMES.get(character);
      if (character === "-" && value) {
        value = false;
      } else if (names === undefined) {
        throw reader.error(`\`(?${character}\` opens no known group`);
      } else {
        for (const name of names) {
          this.#flags = { ...this.#flags, [name]: value };
        }
      }
    }
    if (reader.next() === ")") {
      return { kind: "sequence", items: [] };
    }
    const node = this.#closed(this.#choice());
    this.#flags = before;
    return node;
  }
}

const assertion = (kind: Assertion): RegexNode => ({ kind: "assertion", assertion: kind });

/** `\R`: one line break, of which `\r\n` is one. */
function lineBreak(): RegexNode {
  const one = (code: number, to: number = code): RegexNode => ({
    kind: "character",
    set: setOf([rangeItem(code, to)]),
  });
  return {
    kind: "choice",
    options: [
      { kind: "sequence", items: [one(0x0d), one(0x0a)] },
      one(0x0a, 0x0d),
      one(0x85),
      one(0x2028, 0x2029),
    ],
  };
}
