/*
 * Matching without backtracking (Thompson 1968, Pike's way to run it): all states that the text read
 * so far can lead to are followed at once, so that time is O(length × size of the pattern) whatever
 * the pattern. Takes everything but references, look-around and atomic groups.
 */
import { setHas } from "./character-sets.js";
import { regexError } from "./regex-error.js";
import type { Assertion, CharacterSet, RegexNode } from "./regex-node.js";

const MAX_STEPS = 20_000;
const WORD = /^[\p{L}\p{Nd}_]$/u;

type Step =
  | { readonly kind: "read"; readonly set: CharacterSet; readonly known: Map<number, boolean> }
  | { kind: "fork"; first: number; second: number }
  | { readonly kind: "assert"; readonly assertion: Assertion }
  | { readonly kind: "match" };

/** Whether {@link RegexAutomaton} can run the expression. */
export function isRegular(node: RegexNode): boolean {
  switch (node.kind) {
    case "character":
    case "assertion":
      return true;
    case "sequence":
      return node.items.every(isRegular);
    case "choice":
      return node.options.every(isRegular);
    case "repeat":
      return node.mode !== "possessive" && isRegular(node.body);
    case "group":
      return isRegular(node.body);
    case "atomic":
    case "look":
    case "reference":
      return false;
  }
}

export class RegexAutomaton {
  readonly #steps: Step[] = [];

  constructor(node: RegexNode) {
    this.#compile(node);
    this.#push({ kind: "match" });
  }

  /** Whether the expression matches the whole text. */
  matches(text: string): boolean {
    const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    let current: number[] = [];
    let marks = new Uint8Array(this.#steps.length);
    this.#follow(0, 0, points, current, marks);
    for (let at = 0; at < points.length && current.length > 0; at += 1) {
      const code = points[at] ?? 0;
      const next: number[] = [];
      marks = new Uint8Array(this.#steps.length);
      for (const state of current) {
        const step = this.#steps[state];
        if (step?.kind === "read" && reads(step, code)) {
          this.#follow(state + 1, at + 1, points, next, marks);
        }
      }
      current = next;
    }
    return current.some((state) => this.#steps[state]?.kind === "match");
  }

  /** Adds the state and all that it leads to without reading. */
  #follow(
    start: number,
    at: number,
    points: readonly number[],
    into: number[],
    marks: Uint8Array,
  ): void {
    const open = [start];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (marks[state] === 1) {
        continue;
      }
      marks[state] = 1;
      const step = this.#steps[state];
      if (step?.kind === "fork") {
        open.push(step.second, step.first);
      } else if (step?.kind === "assert") {
        if (holds(step.assertion, at, points)) {
          open.push(state + 1);
        }
      } else {
        into.push(state);
      }
    }
  }

  #push(step: Step): number {
    if (this.#steps.length >= MAX_STEPS) {
      throw regexError("The regular expression is too large. Write smaller repetitions in braces.");
    }
    this.#steps.push(step);
    return this.#steps.length - 1;
  }

  #compile(node: RegexNode): void {
    switch (node.kind) {
      case "character":
        this.#push({ kind: "read", set: node.set, known: new Map() });
        return;
      case "assertion":
        this.#push({ kind: "assert", assertion: node.assertion });
        return;
      case "sequence":
        for (const item of node.items) {
          this.#compile(item);
        }
        return;
      case "choice":
        this.#compileChoice(node.options);
        return;
      case "repeat":
        this.#compileRepeat(node.body, node.min, node.max);
        return;
      case "group":
        this.#compile(node.body);
        return;
      case "atomic":
      case "look":
      case "reference":
        throw new TypeError(`an automaton cannot run a ${node.kind}`);
    }
  }

  #fork(): { kind: "fork"; first: number; second: number } {
    const step: Step = { kind: "fork", first: 0, second: 0 };
    this.#push(step);
    step.first = this.#steps.length;
    step.second = this.#steps.length;
    return step;
  }

  #compileChoice(options: readonly RegexNode[]): void {
    const ends: { kind: "fork"; first: number; second: number }[] = [];
    for (const [at, option] of options.entries()) {
      const fork = at < options.length - 1 ? this.#fork() : null;
      this.#compile(option);
      if (fork !== null) {
        ends.push(this.#fork());
        fork.second = this.#steps.length;
      }
    }
    for (const end of ends) {
      end.first = this.#steps.length;
      end.second = this.#steps.length;
    }
  }

  #compileRepeat(body: RegexNode, min: number, max: number | null): void {
    for (let count = 0; count < min; count += 1) {
      this.#compile(body);
    }
    if (max === null) {
      const start = this.#steps.length;
      const fork = this.#fork();
      this.#compile(body);
      const back = this.#fork();
      back.first = start;
      back.second = start;
      fork.second = this.#steps.length;
      return;
    }
    const forks = [];
    for (let count = min; count < max; count += 1) {
      forks.push(this.#fork());
      this.#compile(body);
    }
    for (const fork of forks) {
      fork.second = this.#steps.length;
    }
  }
}

/** Asks a set once a character and remembers. */
function reads(step: Extract<Step, { kind: "read" }>, code: number): boolean {
  let has = step.known.get(code);
  if (has === undefined) {
    has = setHas(step.set, code);
    step.known.set(code, has);
  }
  return has;
}

const isLineEnd = (code: number | undefined): boolean =>
  code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;

const isWord = (code: number | undefined): boolean =>
  code !== undefined && WORD.test(String.fromCodePoint(code));

function holds(assertion: Assertion, at: number, points: readonly number[]): boolean {
  const { length } = points;
  switch (assertion) {
    case "text-start":
      return at === 0;
    case "text-end":
      return at === length;
    case "last-line-end":
      return (
        at === length ||
        (at === length - 1 && isLineEnd(points[at])) ||
        (at === length - 2 && points[at] === 0x0d && points[at + 1] === 0x0a)
      );
    case "line-start":
      return at === 0 || isLineEnd(points[at - 1]);
    case "line-end":
      return at === length || isLineEnd(points[at]);
    case "word-boundary":
      return isWord(points[at - 1]) !== isWord(points[at]);
    case "no-word-boundary":
      return isWord(points[at - 1]) === isWord(points[at]);
  }
}
