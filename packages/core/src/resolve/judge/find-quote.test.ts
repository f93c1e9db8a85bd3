import { describe, expect, it } from "vitest";
import { narcoticsPack as pack } from "../../../../../tests/support/narcotics-pack.js";
import { readReport } from "../../../../../tests/support/read-report.js";
import { createWorded, findQuote } from "./find-quote.js";

const QUOTE = "Idris Haddad of Mersin, a broker, was held in the port with his brother.";
const at = (text: string, quote = QUOTE, start = 0) => {
  const document = readReport(text, pack);
  const sighting = { document: "", path: "a.txt", quote, start, end: start + quote.length };
  const found = findQuote(createWorded(document), sighting);
  return found === null ? null : [found.kept, document.text.slice(found.start, found.end)];
};

describe("a quote in an edited text", () => {
  it.each([
    ["as it was", `The sea was calm. ${QUOTE}`, "letters", QUOTE],
    [
      "with other signs",
      "It rained. Idris Haddad, of Mersin – a broker – was held in the port with his brother.",
      "words",
      "Idris Haddad, of Mersin – a broker – was held in the port with his brother.",
    ],
    [
      "with other words",
      "It rained. Idris Haddad of Adana, a broker, was held in the old port with his brother.",
      "most",
      "Idris Haddad of Adana, a broker, was held in the old port with his brother.",
    ],
    [
      "with a full stop inside",
      "Idris Haddad of Mersin, a broker, was held in the port. With his brother.",
      "words",
      "Idris Haddad of Mersin, a broker, was held in the port. With his brother.",
    ],
  ])("is found %s", (_, text, kept, found) => {
    expect(at(text)).toEqual([kept, found]);
  });

  it("is not found in a sentence that only has its frame", () => {
    expect(at("Salim Aziz of Beirut, a clerk, was held in the port with a friend.")).toBeNull();
  });

  it("is the one that stands nearest to where it stood", () => {
    const text = "He fled. Nobody came. He fled. It rained. He fled.";
    const document = readReport(text, pack);
    const sighting = { document: "", path: "", quote: "He fled.", start: 25, end: 33 };
    expect(findQuote(createWorded(document), sighting)?.start).toBe(22);
  });
});
