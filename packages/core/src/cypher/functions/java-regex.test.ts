import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRegex, matchesRegex } from "./java-regex.js";
import { parseRegex } from "./regex/parse-regex.js";
import { RegexAutomaton } from "./regex/regex-automaton.js";
import { toJavaScript } from "./regex/to-javascript.js";

describe("matchesRegex", () => {
  it.each<[string, string, boolean]>([
    ["harbour", "arb", false],
    ["harbour", ".*arb.*", true],
    ["HARBOUR", "(?i)harbour", true],
    ["HARBOUR", "har(?i)BOUR", false],
    ["harBOUR", "har(?i:bour)", true],
    ["Ö", "(?i)ö", false],
    ["Ö", "(?iu)ö", true],
    ["Ö", "(?iu)[à-þ]", true],
    ["Z", "(?i)[a-z]", true],
    ["a\nb", "a.b", false],
    ["a\nb", "(?s)a.b", true],
    ["a\u0085b", "a.b", false],
    ["a\nb", "(?m)a$\\nb", true],
    ["a b", "(?x) a \\  b # a comment", true],
    ["aö", "\\w+", false],
    ["٣", "\\d", false],
    ["é1", "\\p{L}\\p{Digit}", true],
    ["Ж", "\\p{IsCyrillic}", true],
    ["ж", "\\p{script=Cyrillic}", true],
    ["e", "\\P{Lu}", true],
    ["c", "[a-z&&[^aeiou]]", true],
    ["e", "[a-z&&[^aeiou]]", false],
    ["]", "[]a]", true],
    ["-", "[a-]", true],
    ["1.5", "\\Q1.5\\E", true],
    ["1x5", "\\Q1.5\\E", false],
    ["abab", "(?<pair>ab)\\k<pair>", true],
    ["abac", "(ab)\\1", false],
    ["aaa", "a++", true],
    ["aaa", "a++a", false],
    ["aaab", "(?>a+)b", true],
    ["port 21", "port(?= \\d)\\D\\d+", true],
    ["port 21", "port(?! \\d).*", false],
    ["🚢", ".", true],
    ["\r\n", "\\R", true],
    ["a b", "a\\bb", false],
    ["a b", "a\\b b", true],
    ["tab\t", "tab\\t", true],
    ["é", "\\x{e9}", true],
    ["é", "\\u00e9", true],
    ["", "", true],
    ["", "a{0}", true],
    ["aaaa", "a{2,3}", false],
  ])("finds that %o matches %s: %o", (text, pattern, expected) => {
    expect(matchesRegex(text, pattern)).toBe(expected);
  });

  it.each([
    ["(", /a group is not closed with `\)`/],
    ["a)", /closes nothing/],
    ["*", /repeats nothing/],
    ["[a", /character class is not closed/],
    ["[z-a]", /runs backwards/],
    ["\\q", /`\\q` means nothing there/],
    ["\\p{Atlantean}", /unknown property/],
    ["a{2,1}", /a repetition in braces/],
    ["a{99999}", /a repetition in braces/],
    ["\\2(a)", /refers to a group/],
    ["((a+)+)\\1b", /could run without end/],
    ["(".repeat(200) + ")".repeat(200), /nested too deeply/],
  ])("refuses %s", (pattern, message) => {
    expect(() => compileRegex(pattern)).toThrow(message);
    expect(() => compileRegex(pattern)).toThrow(expect.objectContaining({ kind: "SemanticError" }));
  });

  it.each([
    ["(a+)+c", "a".repeat(5000)],
    ["(a|a)*c", "a".repeat(5000)],
    ["a?".repeat(60) + "a".repeat(60), "a".repeat(59)],
    [".*.*.*.*.*x", "a".repeat(5000)],
    ["(\\w+\\s?)*!", "word ".repeat(1000)],
  ])("answers %s without running away", (pattern, text) => {
    expect(matchesRegex(text, pattern)).toBe(false);
  });
});

describe("RegexAutomaton", () => {
  /** Small patterns over two letters, of the parts that an automaton takes. */
  const pattern = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("a", "b", ".", "[^a]", "", "$", "^", "\\b"),
      fc.tuple(tie("node"), tie("node")).map(([left, right]) => `${left}${right}`),
      fc.tuple(tie("node"), tie("node")).map(([left, right]) => `(?:${left}|${right})`),
      fc
        .tuple(tie("node"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "*?"))
        .map(([body, repeat]) => `(?:${body})${repeat}`),
    ),
  })).node;
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 6 });

  it("agrees with a backtracking matcher", () => {
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        const node = parseRegex(source);
        expect(new RegexAutomaton(node).matches(input)).toBe(toJavaScript(node).test(input));
      }),
      { numRuns: 500 },
    );
  });
});
