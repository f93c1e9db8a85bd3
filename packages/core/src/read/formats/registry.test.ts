import { describe, expect, it } from "vitest";
import type { Source } from "./format-reader.js";
import { FORMAT_READERS, readerByContent, readerByName } from "./registry.js";

const file = (extension: string, text: string, mediaHint = ""): Source => ({
  path: `report.${extension}`,
  extension,
  mediaHint,
  bytes: new TextEncoder().encode(text),
  decoded: () => ({ text, notices: [] }),
});
const PAGE = "<!doctype html><p>The pier was closed.</p>";

describe("the registry of readers", () => {
  it.each<[string, Source, string]>([
    ["a page of any name", file("txt", PAGE), "HTML"],
    ["a page said to be Markdown", file("md", PAGE), "HTML"],
    ["a fragment called a page", file("htm", "Closed <b>pier</b>"), "HTML"],
    ["a text called a page", file("html", "The pier was closed."), "text"],
    ["a fragment delivered as a page", file("", "Closed <b>pier</b>", "text/html"), "HTML"],
    ["Markdown by its name", file("markdown", "# Pier"), "Markdown"],
    ["Markdown by its media type", file("", "# Pier", "text/markdown"), "Markdown"],
    ["anything else", file("log", "# Pier"), "text"],
  ])("gives %s to the reader of its format", (_, source, name) => {
    expect((readerByContent(source) ?? readerByName(source))?.name).toBe(name);
  });

  it("has one reader a name and an extension, and one that takes all that is left", () => {
    const names = FORMAT_READERS.map(({ name }) => name);
    const extensions = FORMAT_READERS.flatMap((reader) => reader.extensions);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(extensions).size).toBe(extensions.length);
    expect(FORMAT_READERS.at(-1)?.sniff(file("", ""))).toBe("name");
  });
});
