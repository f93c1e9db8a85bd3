/** A word or number the lexer could read but must not accept; raised by whoever takes the token. */
export interface TokenProblem {
  readonly detail: string;
  readonly message: string;
  readonly hint: string | null;
}

type TokenKind =
  | "word"
  | "quoted-word"
  | "integer"
  | "float"
  | "string"
  | "parameter"
  | "symbol"
  | "end";

/**
 * One token. `text` is the name of a word or parameter without quotes, the value of a string, the
 * ASCII form of a symbol (Unicode dashes and arrowheads become `-`, `<`, `>`); for numbers the text
 * as written. `keyword` is the upper-case form of an unquoted word and empty for everything else.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  /** Value of a number; an integer is never negative and may be as large as 2^63. */
  readonly value: number | bigint | null;
  readonly problem: TokenProblem | null;
}
