import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeJson, escapeText, showUnseen } from "./escape.js";

describe("escapeText", () => {
  it.each([
    ["Jaber & Sons", "Jaber &amp; Sons"],
    ["<b>quay</b>", "&lt;b&gt;quay&lt;/b&gt;"],
    [`"it's"`, "&quot;it&#39;s&quot;"],
    ["\u202etxt.exe", "[U+202E]txt.exe"],
    ["a\u0000b", "a[U+0000]b"],
    ["lone \ud800 half", "lone [U+D800] half"],
    ["مرفأ طرابلس", "مرفأ طرابلس"],
    ["two\nlines", "two\nlines"],
  ])("writes %j as %j", (text, markup) => {
    expect(escapeText(text)).toBe(markup);
  });

  it("leaves no markup character of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"']/.test(escapeText(text))),
    );
  });
});

describe("showUnseen", () => {
  it("keeps joiners that scripts need", () => {
    expect(showUnseen("می\u200cخواهم")).toBe("می\u200cخواهم");
  });
});

describe("escapeJson", () => {
  it("reads back as it was, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = escapeJson({ text });
        return !/[<>&]/.test(written) && JSON.parse(written).text === text;
      }),
    );
  });

  it("cannot close the element it stands in", () => {
    expect(escapeJson("</script><!--\u2028")).toBe('"\\u003c/script\\u003e\\u003c!--\\u2028"');
  });
});
