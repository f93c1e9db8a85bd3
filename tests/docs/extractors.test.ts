import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REFUSALS } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { runHere, temporaryFolder } from "../cli/run-cli.js";

const page = readFileSync(join(import.meta.dirname, "../../docs/extractors.md"), "utf8");

/** Just enough of spaCy for the script of the page: every sentence says who works for what. */
const STUB = `
class Token:
    def __init__(self, lemma, dep="", head=None):
        self.lemma_, self.dep_, self.head = lemma, dep, head or self
class Span:
    def __init__(self, text, label, root):
        self.text, self.label_, self.root = text, label, root
class Doc:
    def __init__(self, text):
        verb = Token("work")
        person, _, body = text.rstrip(".").partition(" works for ")
        self.ents = [Span(person, "PERSON", Token("", "nsubj", verb)), Span(body, "ORG", Token("", "pobj", Token("for", "prep", verb)))] if body else []
def load(name):
    return Doc
`;

const hasPython = spawnSync("python3", ["--version"], { stdio: "ignore" }).status === 0;

describe("docs/extractors.md", () => {
  it("lists every refusal with its reason", () => {
    for (const [reason, why] of Object.entries(REFUSALS)) {
      expect(page).toContain(`| \`${reason}\` | ${why} |\n`);
    }
  });

  it.skipIf(!hasPython)(
    "shows a script that keeps to the contract, here with a stand-in for spaCy (needs python3)",
    async () => {
      const cwd = temporaryFolder();
      const script = /```python\n# spacy-links\.py\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
      mkdirSync(join(cwd, "reports"));
      writeFileSync(join(cwd, "spacy-links.py"), script);
      writeFileSync(join(cwd, "spacy.py"), STUB);
      writeFileSync(
        join(cwd, "reports/a.txt"),
        "On 1 October 2025 police in Adana held two men.\n\nIdris Haddad works for Zagros Fresh Produce.\n",
      );
      const { code, stderr } = await runHere(
        ["build", "reports", "--extractor", "python3 spacy-links.py"],
        { cwd, env: { PATH: process.env["PATH"], HOME: process.env["HOME"] } },
      );
      expect(stderr).toContain("extractor spacy-links: 1 of 1 document read, 1 answer,");
      // Rules read this very link, so that the gate says so.
      expect(stderr).toContain("refused: read-already 1");
      expect(code).toBe(0);
    },
  );
});
