import { beforeEach, describe, expect, it } from "vitest";
import { harbourGraph, writeGraphCase } from "./harbour-case.js";
import { runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;

beforeEach(() => {
  cwd = temporaryFolder();
  const { graph, text } = harbourGraph();
  writeGraphCase(cwd, graph, [text]);
});

const UNKNOWN = "List what is there with `MATCH (n) RETURN labels(n), n.name`.";
const TWINS =
  "`Ali Haddad` may mean 2 things. Which one? Ask again by its id:\n  person:ali-one  Ali Haddad (Person), 1 report\n  person:ali-two  Ali Haddad (Person), 1 report";

describe("redthread path between names", () => {
  it.each([
    ["one that is unknown", ["Zorblax", "Beirut"], 1, `No entity is named \`Zorblax\`. ${UNKNOWN}`],
    ["the other unknown", ["Beirut", "Zorblax"], 1, `No entity is named \`Zorblax\`. ${UNKNOWN}`],
    [
      "one that is nearly known",
      ["Beirutt Port", "Noka"],
      1,
      `No entity is named \`Beirutt Port\`. ${UNKNOWN}`,
    ],
    [
      "one with a slip",
      ["Sift Lines", "Beirut"],
      1,
      "No entity is named `Sift Lines`. Did you mean `Sifr Lines`?",
    ],
    ["one that means two things", ["Ali Haddad", "Beirut"], 1, TWINS],
    ["the other meaning two things", ["Beirut", "Ali Haddad"], 1, TWINS],
    [
      "one and the same",
      ["Beirut", "Beirut"],
      2,
      "`Beirut` and `Beirut` both mean `place:beirut`. Name two different entities.",
    ],
    [
      "two names of one thing",
      ["Noka", "mv noka"],
      2,
      "`Noka` and `mv noka` both mean `network:noka`. Name two different entities.",
    ],
    [
      "a name and its own id",
      ["network:noka", "MV Noka"],
      2,
      "`network:noka` and `MV Noka` both mean `network:noka`. Name two different entities.",
    ],
    ["no name", ["", "Beirut"], 2, "A name is empty. Ask by a name, an alias or an id."],
    ["a blank", ["Beirut", "  "], 2, "A name is empty. Ask by a name, an alias or an id."],
    [
      "one name alone",
      ["Beirut"],
      2,
      "`path` joins two entities. Name both, or give a file of pairs with `--pairs`.",
    ],
  ])("says of %s what is wrong and what to do", async (_, names, code, sentence) => {
    const ran = await runHere(["path", ...names], { cwd });
    expect(ran).toEqual({ code, stdout: "", stderr: `${sentence}\n` });
  });

  it("takes a name that is spelt in another way, and shows the one it took", async () => {
    const { code, stdout } = await runHere(["path", "Bayrut", "Noka"], { cwd, terminal: 100 });
    expect(code).toBe(0);
    expect(stdout).toContain("From Beirut (Place) to Noka (Network)");
  });
});
