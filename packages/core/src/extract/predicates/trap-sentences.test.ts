// Three hundred sentences that sound like a link and state none, each with a twin that states it. Names
// are drawn by seed from the given names of the language and the places of the gazetteer.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallPack, smallPackFiles } from "../../../../../tests/support/small-pack.js";
import { linksOf } from "../testing/extract-links.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());

/** Most false claims of 300, and fewest twins read. */
const MOST_FALSE = 6;
const FEWEST_READ = 270;
const DRAWS = 10;

/** A trap, the type that it must not state, and the twin that does; P and Q are people, N and M groups. */
const TRAPS: readonly (readonly [trap: string, type: string, twin: string])[] = [
  ["P met the leader of N.", "LEADS", "P is the leader of N."],
  ["P denied leading N.", "LEADS", "P admitted leading N."],
  ["P starred in a film about the boss of N.", "LEADS", "P, the boss of N, was in a film."],
  ["Does P lead N?", "LEADS", "P leads N."],
  ["P would lead N if Q died.", "LEADS", "P led N until Q died."],
  ["O led the raid on N.", "LEADS", "P led N."],
  ["P, a striker, leads the league ahead of Q of N.", "LEADS", "P leads N ahead of Q."],
  ["P, who died on Monday, wrote of N.", "AFFILIATED_WITH", "P, who died on Monday, joined N."],
  ["P never worked for N.", "AFFILIATED_WITH", "P once worked for N."],
  ["The driver of P joined N.", "AFFILIATED_WITH", "P joined N."],
  ["P shot a member of N.", "AFFILIATED_WITH", "P was a member of N."],
  ["N never hired P.", "AFFILIATED_WITH", "N hired P."],
  ["N is no ally of M.", "ALLIED_WITH", "N is an ally of M."],
  ["N would join forces with M.", "ALLIED_WITH", "N joined forces with M."],
  ["Police deny that N works with M.", "ALLIED_WITH", "Police say that N works with M."],
  ["N is not a rival of M.", "RIVAL_OF", "N is a rival of M."],
  ["Lawyers of N spoke of the war on drugs and of M.", "RIVAL_OF", "N is at war with M."],
  ["P met a brother of Q.", "FAMILY_OF", "P is a brother of Q."],
  ["The lawyer of P is a cousin of Q.", "FAMILY_OF", "P is a cousin of Q."],
  ["P is not married to Q.", "FAMILY_OF", "P is married to Q."],
  ["P played the father of Q in a film.", "FAMILY_OF", "P is the father of Q."],
  ["P sold flowers to N.", "SUPPLIES", "P sold pills to N."],
  ["P provided information to N.", "SUPPLIES", "P provided pills to N."],
  ["P did not sell pills to N.", "SUPPLIES", "P sold pills to N."],
  ["O protected witnesses against N.", "PROTECTS", "O protected N."],
  ["O never protected N.", "PROTECTS", "O long protected N."],
  ["N does not operate in L.", "OPERATES_IN", "N operates in L."],
  ["A court in L fined N.", "OPERATES_IN", "N is based in L."],
  ["P met the owner of V.", "OWNS", "P is the owner of V."],
  ["P was not extradited to S.", "EXTRADITED_TO", "P was extradited to S."],
];

const GIVEN = (smallPackFiles().language.get("given-names.txt") ?? "")
  .split("\n")
  .filter((line) => !line.startsWith("#"))
  .flatMap((line) => line.split(/\s+/))
  .filter((name) => name.length > 3)
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
const PLACES = (smallPackFiles().world.get("gazetteer/places.tsv") ?? "")
  .split("\n")
  .filter((line) => line.startsWith("geonames:"))
  .map((line) => line.split("\t"))
  .map(([, name = "", , state = ""]) => ({ name, state }));
const FAMILY = ["Lund", "Dahl", "Tosk", "Wirth", "Oder", "Brek", "Korb", "Sund", "Rask", "Vane"];
const GROUPS = ["Salt Ring", "Reef Crew", "Dune Men", "Tar Band", "Grey Herons", "Kelp Union"];
const VESSELS = ["Sea Star", "Blue Marlin", "Nordlys", "Arctic Tern"];
const STATES = ["Greece@gr", "Malta@mt", "Norway@no", "Chile@cl"];

type Draw = Readonly<Record<string, string>>;

const names: fc.Arbitrary<Draw> = fc
  .record({
    given: fc.shuffledSubarray(GIVEN, { minLength: 3, maxLength: 3 }),
    family: fc.shuffledSubarray(FAMILY, { minLength: 3, maxLength: 3 }),
    groups: fc.shuffledSubarray(GROUPS, { minLength: 2, maxLength: 2 }),
    place: fc.constantFrom(...PLACES),
    vessel: fc.constantFrom(...VESSELS),
    state: fc.constantFrom(...STATES),
  })
  .map(({ given, family, groups, place, vessel, state }) => ({
    P: `{Person:${given[0]} ${family[0]}}`,
    Q: `{Person:${given[1]} ${family[1]}}`,
    O: `{Official:${given[2]} ${family[2]}}`,
    N: `the {Network:${groups[0]}}`,
    M: `the {Network:${groups[1]}}`,
    L: `{Place:${place.name}@${place.state}}`,
    V: `the {Vessel:${vessel}}`,
    S: `{Country:${state}}`,
  }));

const filled = (line: string, draw: Draw): string => {
  const text = line.replace(/\b[PQONMLVS]\b/g, (letter) => draw[letter] ?? letter);
  return text.replace(/^the /, "The ");
};

/** Links of a type that a sentence asserts. */
const asserted = (line: string, type: string): readonly string[] =>
  linksOf(book, [line], new RegExp(`^${type}$`)).filter((link) => !link.endsWith(")"));

describe("trap sentences", () => {
  it.each([3, 16])("state next to nothing, their twins nearly all, names by seed %i", (seed) => {
    const draws = fc.sample(names, { seed, numRuns: DRAWS });
    const cases = draws.flatMap((draw) =>
      TRAPS.map(([trap, type, twin]) => ({
        trap: filled(trap, draw),
        type,
        twin: filled(twin, draw),
      })),
    );
    expect(cases.length).toBe(300);
    const wrong = cases.filter(({ trap, type }) => asserted(trap, type).length > 0);
    const unread = cases.filter(({ twin, type }) => asserted(twin, type).length === 0);
    const lines = [
      `${wrong.length} false of 300, ${300 - unread.length} twins read`,
      ...wrong.map(({ trap, type }) => `false ${type}: ${trap}`),
      ...unread.map(({ twin, type }) => `unread ${type}: ${twin}`),
    ];
    const good = wrong.length <= MOST_FALSE && 300 - unread.length >= FEWEST_READ;
    expect(good ? "good" : lines.join("\n")).toBe("good");
  });
});
