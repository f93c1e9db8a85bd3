import type { Expression } from "../ast/expression.js";
import type { Pattern, PatternElement } from "../ast/pattern.js";
import type { Query, UpdateClause } from "../ast/query.js";
import type { Token } from "../lexer/token.js";
import { CypherError } from "../source/cypher-error.js";
import type { SourceSpan } from "../source/source-span.js";
import { describeToken, hintAt, oneOf, syntaxError } from "./syntax-error.js";

/** Expressions, patterns, lists and subqueries nested deeper than this are refused. */
const MAX_DEPTH = 200;

/**
 * The rules that need each other: an expression holds patterns, a pattern holds expressions, both
 * hold whole queries. The statement parser ties them together.
 */
export interface Grammar {
  expression(cursor: TokenCursor): Expression;
  pattern(cursor: TokenCursor): Pattern;
  patternElement(cursor: TokenCursor): PatternElement;
  query(cursor: TokenCursor): Query;
  /** One part of a query, without UNION and NEXT. */
  singleQuery(cursor: TokenCursor): Query;
  updateClause(cursor: TokenCursor): UpdateClause | null;
}

/** Operators and look-ups that may follow each other in one expression, since each nests the tree deeper. */
const MAX_CHAIN = 1000;

const NONE = -1;

/** Times that one query may be read another way. */
const MAX_TURNS = 64;

/** Reads tokens from left to right and knows where the parser is. */
export class TokenCursor {
  readonly source: string;
  readonly grammar: Grammar;
  /** The `|` that closes the construct at hand (`[x IN xs WHERE x:A | x]`) and so joins no labels; -1 for none. */
  closingPipe = NONE;
  readonly #tokens: readonly Token[];
  readonly #partners: Int32Array;
  readonly #end: Token;
  #index = 0;
  #depth = 0;
  #turns = 0;

  constructor(source: string, tokens: readonly Token[], grammar: Grammar) {
    this.source = source;
    this.grammar = grammar;
    this.#tokens = tokens;
    this.#partners = matchBrackets(tokens);
    const end = tokens.at(-1);
    if (end === undefined) {
      throw new TypeError("tokens end with an `end` token");
    }
    this.#end = end;
  }

  get current(): Token {
    return this.#tokens[this.#index] ?? this.#end;
  }

  get index(): number {
    return this.#index;
  }

  /** Token some places ahead of the current one; the end token beyond the end. */
  peek(offset: number): Token {
    return this.tokenAt(this.#index + offset);
  }

  tokenAt(index: number): Token {
    return this.#tokens[index] ?? this.#end;
  }

  /** Index of the bracket that closes the one at `index`; -1 when nothing does. */
  closeOf(index: number): number {
    return this.#partners[index] ?? -1;
  }

  /**
   * Where a symbol stands from some places ahead of the current token to the bracket that closes around
   * it, and in no brackets of its own. O(length of the bracket).
   */
  symbolsUntilClose(text: string, offset = 0): readonly number[] {
    const found: number[] = [];
    for (let index = this.#index + offset; index < this.#tokens.length; index += 1) {
      const token = this.tokenAt(index);
      if (token.kind !== "symbol") continue;
      if (token.text === text) found.push(index);
      if (CLOSING.has(token.text)) break;
      index = Math.max(index, this.closeOf(index));
    }
    return found;
  }

  next(): Token {
    const token = this.current;
    if (token.kind !== "end") {
      this.#index += 1;
    }
    return token;
  }

  isSymbol(text: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token.kind === "symbol" && token.text === text;
  }

  isKeyword(keyword: string, offset = 0): boolean {
    return this.peek(offset).keyword === keyword;
  }

  isName(offset = 0): boolean {
    const { kind } = this.peek(offset);
    return kind === "word" || kind === "quoted-word";
  }

  /** A `|` between labels or types: any but the one that closes the construct at hand. */
  acceptJoiningPipe(): boolean {
    return this.#index !== this.closingPipe && this.acceptSymbol("|");
  }

  acceptSymbol(text: string): boolean {
    const found = this.isSymbol(text);
    if (found) {
      this.#index += 1;
    }
    return found;
  }

  /** Consumes the keywords when all of them stand here in this order. */
  acceptKeywords(...keywords: readonly string[]): boolean {
    const found = keywords.every((keyword, offset) => this.isKeyword(keyword, offset));
    if (found) {
      this.#index += keywords.length;
    }
    return found;
  }

  expectSymbol(text: string): Token {
    return this.isSymbol(text) ? this.next() : this.fail([`\`${text}\``]);
  }

  expectKeyword(keyword: string): Token {
    return this.isKeyword(keyword) ? this.next() : this.fail([`\`${keyword}\``]);
  }

  /** A name, quoted or not; keywords are names too. `what` says in a message what it would name. */
  expectName(what: string): Token {
    return this.isName() ? this.next() : this.fail([what]);
  }

  /** The token itself, unless it is a look-alike of an operator that only an arrow may be drawn with. */
  expectAscii(token: Token): Token {
    if (this.source.charCodeAt(token.start) < 0x80) {
      return token;
    }
    throw syntaxError(`The character ${describeToken(token, this.source)} is no operator.`, token, {
      detail: "InvalidUnicodeCharacter",
      hint: `Write \`${token.text}\`.`,
    });
  }

  /** From a token's start to the end of the last consumed one. */
  spanFrom(start: Token): SourceSpan {
    const last = this.#tokens[this.#index - 1] ?? start;
    return { start: start.start, end: Math.max(start.end, last.end) };
  }

  /** @throws CypherError that names the current token and what could have stood there instead. */
  fail(expected: readonly string[], hint: string | null = null): never {
    const token = this.current;
    if (token.problem !== null && expected.includes("an expression")) {
      this.failWithProblem(token);
    }
    throw syntaxError(
      `Found ${describeToken(token, this.source)} where ${oneOf(expected)} was expected.`,
      token,
      { hint: hint ?? hintAt(token, this.peek(-1), this.peek(1)) },
    );
  }

  failWithProblem(token: Token): never {
    const problem = token.problem;
    if (problem === null) {
      throw new TypeError("the token has no problem");
    }
    throw syntaxError(problem.message, token, { detail: problem.detail, hint: problem.hint });
  }

  /** @throws CypherError when the chain of operators at hand has grown too long for later stages */
  checkChain(length: number): void {
    if (length > MAX_CHAIN) {
      throw syntaxError(`More than ${MAX_CHAIN} operators follow each other.`, this.current, {
        hint: "Put the operands into a list and use `reduce()`, `any()` or `IN`.",
      });
    }
  }

  /**
   * Reads one way and, where that fails, once more from here in the other; the second error is thrown.
   * So often in one query at most, or brackets in brackets would double the work with each.
   */
  either<T>(first: () => T, second: () => T): T {
    const [index, depth, pipe] = [this.#index, this.#depth, this.closingPipe];
    this.#turns += 1;
    if (this.#turns > MAX_TURNS) return first();
    try {
      return first();
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      [this.#index, this.#depth, this.closingPipe] = [index, depth, pipe];
      return second();
    }
  }

  /** Runs a nested rule; `closingPipe` applies inside it and is restored afterwards. */
  nested<T>(rule: () => T, closingPipe = NONE): T {
    const before = this.closingPipe;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw syntaxError(`The query nests deeper than ${MAX_DEPTH} levels.`, this.current, {
        hint: "Split it with WITH, or pass the nested value as a parameter.",
      });
    }
    this.closingPipe = closingPipe;
    const result = rule();
    this.closingPipe = before;
    this.#depth -= 1;
    return result;
  }
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

const CLOSING: ReadonlySet<string> = new Set(Object.values(CLOSERS));

/** For each opening bracket the index of its partner, -1 elsewhere and where brackets do not match. */
function matchBrackets(tokens: readonly Token[]): Int32Array {
  const partners = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== "symbol") {
      return;
    }
    if (CLOSERS[token.text] !== undefined) {
      open.push(index);
      return;
    }
    const top = open.at(-1);
    if (top !== undefined && CLOSERS[tokens[top]?.text ?? ""] === token.text) {
      partners[top] = index;
      open.pop();
    }
  });
  return partners;
}
