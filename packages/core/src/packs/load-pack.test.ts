import { describe, expect, it } from "vitest";
import { smallPackFiles } from "../../../../tests/support/small-pack.js";
import { tokenize } from "../text/tokenize.js";
import { loadPack, type PackFiles } from "./load-pack.js";

const pack = loadPack(smallPackFiles());

type Layer = keyof PackFiles;

/** The pack with one file changed. */
const changed = (layer: Layer, file: string, content: string | undefined): PackFiles => {
  const files = smallPackFiles();
  const own = new Map(files[layer]);
  if (content === undefined) own.delete(file);
  else own.set(file, content);
  return { ...files, [layer]: own };
};

/** A file of the domain with one stretch of it put otherwise. */
const edited = (file: string, from: string, to: string): PackFiles =>
  changed("domain", file, (smallPackFiles().domain.get(file) ?? "").replace(from, to));

describe("loadPack", () => {
  it("compiles names of all tables into one lexicon", () => {
    const found = (text: string): string[] => [
      ...new Set(pack.lexicon.longestAt(tokenize(text), 0)?.values.map(({ entry }) => entry.key)),
    ];
    expect(found("crystal meth")).toEqual(["drug:methamphetamine"]);
    expect(found("UN Office on Drugs and Crime")).toEqual([
      "agency:united-nations-office-on-drugs-and-crime",
    ]);
    expect(found("Iraqis")).toEqual(["country:iq"]);
    expect(found("Red Sea")).toEqual(["region:red-sea"]);
  });

  it("says which ends a relationship type may join", () => {
    const { accepts, relation } = pack.schema;
    expect(accepts("AGENCY_OF", "Agency", "Country")).toBe(true);
    expect(accepts("AGENCY_OF", "Country", "Agency")).toBe(false);
    expect(accepts("LEADS", "Official", "Network")).toBe(true);
    expect(accepts("MENTIONED_IN", "Vessel", "Document")).toBe(true);
    expect(relation("COOPERATED_WITH")?.symmetric).toBe(true);
  });

  it("gives equal files an equal hash, whatever their order", () => {
    const { world, language, domain } = smallPackFiles();
    const reversed = new Map([...domain].reverse());
    expect(loadPack({ world, language, domain: reversed }).sha256).toBe(pack.sha256);
    const noted = `${language.get("units.tsv")}\n# a note\n`;
    expect(loadPack(changed("language", "units.tsv", noted)).sha256).not.toBe(pack.sha256);
  });

  it.each<readonly [string, Layer, string, string | undefined, string]>([
    ["a missing file", "domain", "frames.yaml", undefined, "`frames.yaml` is missing"],
    [
      "a missing table of names",
      "domain",
      "lexica/drugs.tsv",
      undefined,
      "declares `lexica/drugs.tsv`, which is missing",
    ],
    ["a file that nothing reads", "domain", "frmaes.yaml", "", "`frmaes.yaml` is no file"],
    [
      "a cell too many",
      "domain",
      "lexica/networks.tsv",
      "name\tacronym\tcountry\taliases\n# a note\nHarbour Ring\t\tnl\t\textra",
      "`lexica/networks.tsv` line 3 has 5 cells, but the header names 4 columns",
    ],
    [
      "a column that nothing reads",
      "domain",
      "lexica/networks.tsv",
      "name\tcolour\nHarbour Ring\tred",
      "`lexica/networks.tsv` line 2",
    ],
    [
      "a country code in capitals",
      "domain",
      "lexica/networks.tsv",
      "name\tacronym\tcountry\taliases\nHarbour Ring\t\tNL\t",
      "`lexica/networks.tsv` line 2 has a fault at `country`",
    ],
    [
      "a file with nothing in it",
      "domain",
      "frames.yaml",
      "# later\n",
      "`frames.yaml` line 1 is empty",
    ],
    [
      "an alias of nothing",
      "domain",
      "words.yaml",
      "lists:\n  hats: *caps\n",
      "`words.yaml` line 2 repeats `*caps`, which nothing above is named by",
    ],
    [
      "aliases that grow",
      "domain",
      "words.yaml",
      "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
      "`words.yaml` line 2 repeats `*a`, which is no single text",
    ],
    [
      "lists in lists without end",
      "domain",
      "words.yaml",
      `lists: ${"[".repeat(30_000)}`,
      "`words.yaml` line 1 is nested too deep",
    ],
    ["YAML that is none", "domain", "pack.yaml", "name: [harbour", "`pack.yaml` line 1 is no YAML"],
    [
      "a word list that no grammar asks for",
      "language",
      "words.yaml",
      `${smallPackFiles().language.get("words.yaml")}\nagency_hats: bowler\n`,
      "`words.yaml` line",
    ],
    [
      "a gazetteer without its columns",
      "world",
      "gazetteer/places.tsv",
      "place\tlatitude",
      "`gazetteer/places.tsv` line 1 must name the columns",
    ],
    [
      "a place of no known level",
      "world",
      "gazetteer/places.tsv",
      "id\tname\talternates\tiso2\tlevel\tlatitude\tlongitude\tpopulation\nx:1\tPier\t\tnl\tquay\t1\t1\t5",
      "`gazetteer/places.tsv` line 2",
    ],
  ])("refuses %s and names file and line", (_what, layer, file, content, sentence) => {
    expect(() => loadPack(changed(layer, file, content))).toThrow(sentence);
    expect(() => loadPack(changed(layer, file, content))).toThrow(
      expect.objectContaining({ code: "PACK_INVALID" }),
    );
  });

  it.each([
    [
      "a circle of parents",
      "schema.yaml",
      "role: person\n",
      "role: person\n    parent: Official\n",
      /`schema.yaml` line \d+ makes `Person` a special case of itself/,
    ],
    [
      "a parent that is none",
      "schema.yaml",
      "parent: Person",
      "parent: Human",
      /`schema.yaml` line \d+ gives `Official` the parent `Human`/,
    ],
    [
      "an end that is no type",
      "schema.yaml",
      "from: [Vessel]",
      "from: [Ship]",
      /`schema.yaml` line \d+ lets `CARRIED` join `Ship`/,
    ],
    [
      "a way to a state that is none",
      "schema.yaml",
      "state: [HOLDS_POSITION, country]",
      "state: [SERVES, country]",
      /`schema.yaml` line \d+ finds the state of `Official` by `SERVES`/,
    ],
    [
      "a type declared twice",
      "schema.yaml",
      "relations:\n",
      "relations:\n  LOCATED_IN: { from: [Place], to: [Country], forward: lies in, back: holds }\n",
      /`schema.yaml` line \d+ declares `LOCATED_IN` twice/,
    ],
    [
      "a key that is none",
      "schema.yaml",
      "acts: true",
      "act: true",
      /`schema.yaml` line \d+ .*act/,
    ],
    [
      "a rule that makes no type",
      "relations.yaml",
      "type: PART_OF",
      "type: BELONGS_TO",
      /`relations.yaml` line \d+ makes `BELONGS_TO` by rule `part.of`/,
    ],
    [
      "a rule with a wrong end",
      "relations.yaml",
      "left: [Agency]",
      "left: [Drug]",
      /`relations.yaml` line \d+ lets rule `part.of` join `Drug` by `PART_OF`/,
    ],
    [
      "two rules of one id",
      "relations.yaml",
      "id: part.unit-of",
      "id: part.of",
      /`relations.yaml` line \d+ has two rules `part.of`/,
    ],
    [
      "a pattern that can blow up",
      "relations.yaml",
      "cues: [a unit of,",
      'cues: ["(of+)+$", a unit of,',
      /`relations.yaml` line \d+ .*expected words as they stand in a report; a phrase is no pattern/,
    ],
    [
      "a phrase that stands in no sentence",
      "relations.yaml",
      "cues: [a unit of,",
      `cues: [${"of ".repeat(60)}, a unit of,`,
      /`relations.yaml` line \d+ .*expected a phrase of at most 120 characters/,
    ],
    [
      "a gap that ties everything",
      "relations.yaml",
      "gap: 0",
      "gap: 9000",
      /`relations.yaml` line \d+ .*gap/,
    ],
    [
      "a predicate of a class that is none",
      "predicates.yaml",
      'verbs: ["@lead"]',
      'verbs: ["@leed"]',
      /`predicates.yaml` line \d+ takes the verbs of `@leed`, which classes.yaml of the language lacks/,
    ],
    [
      "a predicate that makes no type",
      "predicates.yaml",
      "type: LEADS",
      "type: BOSSES",
      /`predicates.yaml` line \d+ makes `BOSSES` by predicate `lead`/,
    ],
    [
      "a predicate with an end that is no type",
      "predicates.yaml",
      "toTypes: [Network]",
      "toTypes: [Gang]",
      /`predicates.yaml` line \d+ looks for `Gang` in predicate `lead`, which is no entity type/,
    ],
    [
      "two predicates of one id",
      "predicates.yaml",
      "id: leader",
      "id: lead",
      /`predicates.yaml` line \d+ has two predicates `lead`/,
    ],
    [
      "a predicate without a word",
      "predicates.yaml",
      'verbs: ["@lead"]',
      "verbs: []",
      /`predicates.yaml` line \d+ has predicate `lead` with neither verbs nor nouns/,
    ],
    [
      "a list that fills no slot",
      "words.yaml",
      "fills: [roles]",
      "fills: [rolls]",
      /`words.yaml` line \d+ .*fills/,
    ],
    [
      "a doubtful word that is no name",
      "doubtful.yaml",
      "  spice:",
      "  pepper:",
      /`doubtful.yaml` line \d+ doubts `pepper`, which no table of names has/,
    ],
    ["a unit of no class", "units.tsv", "\tpieces\t", "\tcrumbs\t", /`units.tsv` line \d+ .*class/],
    [
      "a table of no type",
      "pack.yaml",
      "type: Agency",
      "type: Office",
      /`pack.yaml` line \d+ names things of type `Office`/,
    ],
  ])("refuses %s and names file and line", (_what, file, from, to, sentence) => {
    expect(() => loadPack(edited(file, from, to))).toThrow(sentence);
  });
});

describe("the files that a domain may lack", () => {
  it("are empty where they are missing", () => {
    const files = smallPackFiles();
    const domain = new Map(files.domain);
    for (const file of ["units.tsv", "doubtful.yaml"]) domain.delete(file);
    const bare = loadPack({ ...files, domain });
    expect(bare.wording.units.some(({ class: unitClass }) => unitClass === "pieces")).toBe(false);
    const doubts = (one: typeof pack) =>
      one.lexicon.longestAt(tokenize("smack"), 0)?.values.map(({ doubt }) => doubt !== null);
    expect([doubts(pack), doubts(bare)]).toEqual([[true], [false]]);
  });
});

describe("Gazetteer", () => {
  it("finds a name with or without diacritics and by its alternates, larger places first", () => {
    expect(pack.gazetteer.find("as-sulaymaniyah").map((place) => place.key)).toEqual([
      "place:geonames:6",
    ]);
    expect(pack.gazetteer.find("Antwerp")[0]?.name).toBe("Antwerpen");
    expect(pack.gazetteer.find("Valencia").map((place) => place.country)).toEqual(["ve", "es"]);
    expect(pack.gazetteer.find("Atlantis")).toEqual([]);
  });

  it("matches every name that starts at a token", () => {
    const tokens = tokenize("in Santa Cruz de la Sierra");
    expect(pack.gazetteer.matchesAt(tokens, 1).map(({ from, to }) => [from, to])).toEqual([[1, 3]]);
    expect(pack.gazetteer.matchesAt(tokens, 2)).toEqual([]);
  });
});

describe("WordLists", () => {
  it("compares folded words", () => {
    expect(pack.words.has("ranks", "colonel")).toBe(true);
    expect(pack.words.has("common", "harbour")).toBe(true);
    expect(pack.words.has("given_names", "jurgen")).toBe(true);
    expect(pack.words.has("ranks", "harbour")).toBe(false);
  });

  it("offers phrases as a trie", () => {
    const found = pack.words.phrases("state_heads").longestAt(tokenize("prosecutor’s office"), 0);
    expect(found?.values).toEqual(["prosecutor's office"]);
  });
});
