import { buildCase } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";

/** Names of the identifiers of a case, each with the number of reports that write it. */
function identifiersOf(texts: readonly string[]): Readonly<Record<string, readonly number[]>> {
  const files = texts.map((text, at) => ({
    path: `${at}.txt`,
    bytes: new TextEncoder().encode(text),
  }));
  const { resolution } = buildCase(files, { pack: narcoticsPack() });
  const found: Record<string, number[]> = {};
  for (const { type, name, documents } of resolution.entities)
    if (type === "Identifier") found[name] = [...(found[name] ?? []), documents.length];
  return found;
}

describe("identifiers across reports", () => {
  it("join the reports that write one number in two ways", () => {
    expect(
      identifiersOf([
        "Memo, 3 March 2025. The fee went to account GB29 NWBK 6016 1331 9268 19; phone +49 151 5550 042.",
        "Memo, 9 April 2025. Police in Volos found container CSQU 305438 3 and a phone, 0049151 5550042.",
        "Memo, 9 May 2025. GB29NWBK60161331926819 paid for container CSQU3054383.",
      ]),
    ).toEqual({
      "Container CSQU3054383": [2],
      "IBAN GB29NWBK60161331926819": [2],
      "Telephone +491515550042": [2],
    });
  });

  it("join none whose check digit is wrong, and none of two registers", () => {
    const text = (day: number) =>
      `Memo, ${day} March 2025. The tanker Amber Dawn, IMO 9321843, was named in case no. 007142.`;
    expect(identifiersOf([text(3), text(9)])).toEqual({
      "IMO 9321843": [1, 1],
      "Case number 007142": [1, 1],
    });
  });

  it("come from no run of a million digits", () => {
    expect(identifiersOf([`IMO ${"9321483".repeat(150_000)}`])).toEqual({});
  });
});
