import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CypherError } from "../source/cypher-error.js";
import { lex } from "./lex.js";

function texts(source: string): readonly string[] {
  return lex(source)
    .slice(0, -1)
    .map(({ kind, text }) => `${kind}:${text}`);
}

describe("lex", () => {
  it.each([
    { source: "a1 _b ñandú", tokens: ["word:a1", "word:_b", "word:ñandú"] },
    { source: "`my ``ship```", tokens: ["quoted-word:my `ship`"] },
    {
      source: "$p $`a b` $0 $",
      tokens: ["parameter:p", "parameter:a b", "parameter:0", "symbol:$"],
    },
    { source: "'it\\'s' \"a\\tb\"", tokens: ["string:it's", "string:a\tb"] },
    { source: "'\\u00e9 \\U0001F6A2'", tokens: ["string:é 🚢"] },
    { source: "'// no comment' // comment", tokens: ["string:// no comment"] },
    { source: "a/* x \n */b//y\rc", tokens: ["word:a", "word:b", "word:c"] },
    { source: "\ufeffa\u00a0b\r\nc\u2003d", tokens: ["word:a", "word:b", "word:c", "word:d"] },
    {
      source: "1..3 .5 1.5e-3 7e2",
      tokens: ["integer:1", "symbol:..", "integer:3", "float:.5", "float:1.5e-3", "float:7e2"],
    },
    {
      source: "a.b[0..2]",
      tokens: [
        "word:a",
        "symbol:.",
        "word:b",
        "symbol:[",
        "integer:0",
        "symbol:..",
        "integer:2",
        "symbol:]",
      ],
    },
    {
      source: "<- -> <> <= >= =~ += ||",
      tokens: [
        "symbol:<",
        "symbol:-",
        "symbol:-",
        "symbol:>",
        "symbol:<>",
        "symbol:<=",
        "symbol:>=",
        "symbol:=~",
        "symbol:+=",
        "symbol:||",
      ],
    },
    { source: "—–〉＜", tokens: ["symbol:-", "symbol:-", "symbol:>", "symbol:<"] },
  ])("reads $source as $tokens", ({ source, tokens }) => {
    expect(texts(source)).toEqual(tokens);
  });

  it.each([
    { source: "0x1F", value: 31 },
    { source: "0o17", value: 15 },
    { source: "1_000_000", value: 1_000_000 },
    { source: "9007199254740993", value: 9007199254740993n },
    { source: "9223372036854775808", value: 9223372036854775808n },
    { source: "1e3", value: 1000 },
  ])("reads the number $source as $value", ({ source, value }) => {
    expect(lex(source)[0]?.value).toBe(value);
  });

  it.each([
    { source: "0x", detail: "InvalidNumberLiteral" },
    { source: "0x1g", detail: "InvalidNumberLiteral" },
    { source: "12ab", detail: "InvalidNumberLiteral" },
    { source: "9223372036854775809", detail: "IntegerOverflow" },
    { source: "1e999", detail: "FloatingPointOverflow" },
  ])("marks $source with $detail and leaves it to the parser", ({ source, detail }) => {
    expect(lex(source)[0]?.problem?.detail).toBe(detail);
  });

  it.each([
    { source: "'open", detail: "UnexpectedSyntax", at: 0 },
    { source: "a `open", detail: "UnexpectedSyntax", at: 2 },
    { source: "a /* open", detail: "UnexpectedSyntax", at: 2 },
    { source: "'\\uZ'", detail: "InvalidUnicodeLiteral", at: 1 },
    { source: "'\\q'", detail: "UnexpectedSyntax", at: 1 },
    { source: "a # b", detail: "UnexpectedSyntax", at: 2 },
  ])("rejects $source with $detail at $at", ({ source, detail, at }) => {
    const error = thrown(() => lex(source));
    expect(error).toMatchObject({ detail, span: { start: at } });
  });

  it("gives tokens in text order that overlap nowhere, or a CypherError", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (source) => {
        const result = thrown(() => lex(source)) ?? lex(source);
        if (result instanceof CypherError) {
          return;
        }
        const places = [...(result as ReturnType<typeof lex>)];
        for (const [index, token] of places.entries()) {
          expect(token.start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
          expect(token.end).toBeLessThanOrEqual(source.length);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

function thrown(run: () => unknown): CypherError | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof CypherError) {
      return error;
    }
    throw error;
  }
}
