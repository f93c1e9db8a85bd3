import { describe, expect, it } from "vitest";
import { smallPackFiles } from "../../../../tests/support/small-pack.js";
import { tokenize } from "../text/tokenize.js";
import { loadPack } from "./load-pack.js";

const pack = loadPack(smallPackFiles());

/** The pack with one file changed. */
const changed = (file: string, content: string | undefined): Map<string, string> => {
  const files = smallPackFiles();
  if (content === undefined) files.delete(file);
  else files.set(file, content);
  return files;
};

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
    expect(pack.relations.get("AGENCY_OF")).toEqual({
      from: ["Agency"],
      to: ["Country"],
      symmetric: false,
    });
    expect(pack.relations.get("COOPERATED_WITH")?.symmetric).toBe(true);
  });

  it("gives equal files an equal hash, whatever their order", () => {
    const reversed = new Map([...smallPackFiles()].reverse());
    expect(loadPack(reversed).sha256).toBe(pack.sha256);
    expect(
      loadPack(changed("units.tsv", `${smallPackFiles().get("units.tsv")}\n# a note\n`)).sha256,
    ).not.toBe(pack.sha256);
  });

  it.each([
    ["a missing file", "drugs.tsv", undefined, "`drugs.tsv` is missing"],
    [
      "a cell too many",
      "networks.tsv",
      "name\tacronym\tcountry\taliases\n# a note\nHarbour Ring\t\tnl\t\textra",
      "`networks.tsv` line 3 has 5 cells, but the header names 4 columns",
    ],
    [
      "a country code in capitals",
      "networks.tsv",
      "name\tacronym\tcountry\taliases\nHarbour Ring\t\tNL\t",
      "`networks.tsv` line 2 has a fault at `country`",
    ],
    ["YAML that is none", "pack.yaml", "name: [harbour", "`pack.yaml` line 1 is no YAML"],
    [
      "an unknown relationship type",
      "pack.yaml",
      'name: harbour\nversion: "1"\ndescription: ""\nrelations:\n  MOORED_AT: {from: [Agency], to: [Place]}',
      "`pack.yaml`",
    ],
    [
      "a gazetteer without its columns",
      "gazetteer/places.tsv",
      "place\tlatitude",
      "`gazetteer/places.tsv` line 1 must name the columns",
    ],
    [
      "a place of no known level",
      "gazetteer/places.tsv",
      "id\tname\talternates\tiso2\tlevel\tlatitude\tlongitude\tpopulation\nx:1\tPier\t\tnl\tquay\t1\t1\t5",
      "`gazetteer/places.tsv` line 2",
    ],
  ])("refuses %s and names file and line", (_what, file, content, sentence) => {
    expect(() => loadPack(changed(file, content))).toThrow(sentence);
    expect(() => loadPack(changed(file, content))).toThrow(
      expect.objectContaining({ code: "PACK_INVALID" }),
    );
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
