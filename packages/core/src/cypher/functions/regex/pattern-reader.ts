import { regexError } from "./regex-error.js";

/** Characters of a pattern one after the other, by code point. */
export class PatternReader {
  readonly #characters: readonly string[];
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.#characters = Array.from(pattern);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#characters.length;
  }

  /** Empty at the end. */
  peek(ahead: number = 0): string {
    return this.#characters[this.#at + ahead] ?? "";
  }

  next(): string {
    const character = this.peek();
    this.#at += 1;
    return character;
  }

  looksAt(text: string): boolean {
    return Array.from(text).every((character, at) => this.peek(at) === character);
  }

  /** Takes the text when it comes next. */
  take(text: string): boolean {
    if (!this.looksAt(text)) {
      return false;
    }
    this.#at += Array.from(text).length;
    return true;
  }

  /** Characters up to `end`, which is taken as well; all the rest when it does not come. */
  takeUntil(end: string): string {
    let taken = "";
    while (!this.isAtEnd && !this.take(end)) {
      taken += this.next();
    }
    return taken;
  }

  expect(text: string, what: string): void {
    if (!this.take(text)) {
      throw this.error(`${what} is not closed with \`${text}\``);
    }
  }

  error(what: string): Error {
    return regexError(
      `The regular expression \`${this.#pattern}\` cannot be read: ${what}, at character ${this.#at}.`,
    );
  }
}
