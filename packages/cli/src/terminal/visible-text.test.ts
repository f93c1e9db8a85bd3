import { describe, expect, it } from "vitest";
import { visibleLines, visibleText } from "./visible-text.js";

describe("visibleText", () => {
  it.each([
    ["an escape sequence", "\u001b[31mred.txt", "\\u001b[31mred.txt"],
    ["a line break", "two\nlines.txt", "two\\nlines.txt"],
    ["a carriage return and a tab", "a\r\tb", "a\\r\\tb"],
    ["a C1 control", "a\u009bm", "a\\u009bm"],
    ["a direction override", "cod\u202egpj.exe", "cod\\u202egpj.exe"],
    ["an isolate", "\u2066x\u2069", "\\u2066x\\u2069"],
    ["a zero-width space", "Al\u200bAssad", "Al\\u200bAssad"],
    ["a byte order mark", "\ufeffname", "\\ufeffname"],
    ["a tag character", "a\u{e0041}", "a\\u{e0041}"],
    ["half a character", "a\ud800b", "a\\ud800b"],
  ])("writes out %s", (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it.each(["Émile", "عراق", "می‌خواهم", "👩‍🔬", "日本", "re\u0301sume\u0301"])(
    "leaves %s as it is",
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );
});

describe("visibleLines", () => {
  it("keeps line breaks and writes out the rest", () => {
    expect(visibleLines("a\n\u001bb")).toBe("a\n\\u001bb");
  });
});
