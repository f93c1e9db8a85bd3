import { describe, expect, it } from "vitest";
import { FOREIGN_READERS, foreignReaderFor } from "./registry.js";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

describe("the registry of foreign readers", () => {
  it("has one reader a name and an extension", () => {
    const names = FOREIGN_READERS.map(({ name }) => name);
    const extensions = FOREIGN_READERS.flatMap((reader) => reader.extensions);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it.each<[string, string, string, string | null]>([
    ["a PDF of any name", "txt", "%PDF-1.4\n", "PDF"],
    ["rich text called a Word document", "doc", "{\\rtf1 a}", "rich text"],
    ["a mail that was saved as text", "txt", "From: a\nTo: b\nSubject: c\n\nd", "mail"],
    ["a text that begins with a name", "txt", "From: the quay\n\nNothing happened.", null],
    ["a mail box", "", "From a@b Thu May  8 10:00:00 2025\nFrom: a\n", "MBOX"],
    ["an archive called by nothing", "", "PK\u0003\u0004", "ZIP"],
    ["a Word document by its name", "docx", "PK\u0003\u0004", "Word"],
    ["a table by its name", "csv", "a,b", "CSV"],
    ["a text", "txt", "The pier was closed.", null],
    ["a page called a Word document", "docx", "<!doctype html>", null],
  ])("gives %s to its reader", (_, extension, text, name) => {
    expect(foreignReaderFor({ extension, bytes: bytesOf(text) })?.name ?? null).toBe(name);
  });

  // Whatever the bytes are, a reader answers or refuses in a sentence that names the file.
  describe.each(FOREIGN_READERS.map((reader) => [reader.name, reader] as const))(
    "%s",
    (_, reader) => {
      it.each([
        ["nothing", ""],
        ["zeros", "\0".repeat(2_000)],
        ["an archive that is none", "PK\u0003\u0004".repeat(200)],
        [
          "an old Office file that is none",
          "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".repeat(200),
        ],
        ["text", "The pier was closed.\n".repeat(50)],
      ])("does not break on %s", async (_name, text) => {
        const extension = reader.extensions[0] ?? "";
        const file = { path: `a.${extension}`, extension, bytes: bytesOf(text) };
        const answer = await reader.read(file).then(
          ({ page, parts, unread }) => (page === null ? parts.length + unread.length > 0 : true),
          (error: unknown) => error instanceof Error,
        );
        expect(answer).toBe(true);
      });
    },
  );
});
