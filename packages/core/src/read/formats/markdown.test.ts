import { describe, expect, it } from "vitest";
import { readMarkdown } from "./markdown.js";

const lines = (text: string): string[] => readMarkdown(text).lines.map((line) => line.text);

describe("readMarkdown", () => {
  it("reads front matter", () => {
    const page = readMarkdown(
      "---\ntitle: Pier closed\npublisher: Harbour Wire\ndate: 2024-05-01\nlang: en\n---\nThe pier.",
    );
    expect(page).toMatchObject({
      title: "Pier closed",
      publisher: "Harbour Wire",
      date: "2024-05-01",
      language: "en",
    });
    expect(page.lines.map((line) => line.text)).toEqual(["The pier."]);
  });

  it.each([
    [
      "# Pier **closed**\n\nThe *old* pier\nis [shut](http://x.org).",
      ["Pier closed", "", "The old pier is shut."],
    ],
    ["- one\n- two\n\n1. three", ["• one", "• two", "", "• three"]],
    ["> quoted\n\n---\n\nend", ["quoted", "", "", "", "end"]],
    ["\u200b# Pier\n\u2060- one\nand \u200d\nmore", ["Pier", "• one and\u200d more"]],
    ["![crane](c.png) The pier \\*", [" The pier *"]],
    ["---\n: broken: [\n---\nThe pier.", ["The pier."]],
  ])("takes the markup off %j", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it("gives headings the role of headlines", () => {
    expect(readMarkdown("## Pier").lines).toEqual([{ text: "Pier", role: "headline" }]);
  });
});
