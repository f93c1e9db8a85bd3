import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../../../tests/support/read-page.js";
import { smallPack } from "../../../../tests/support/small-pack.js";
import { speakRows } from "./speak-rows.js";

const pack = smallPack();
const cell = fc.stringMatching(/^[a-z0-9,. ]{0,12}$/);

/** A report with a table between two paragraphs. */
const report = (cells: readonly (readonly string[])[]) =>
  readPage(
    [
      "Before the table stands a sentence.",
      ["Agency", "Drug", "Amount"],
      ...cells,
      "Behind the table stands another.",
    ],
    pack,
  );

describe("rows that are read as sentences", () => {
  it("are said with their cells, and found again in the text", () => {
    const document = report([["Greek police", "heroin", "31 kg"]]);
    const said = speakRows(document);
    expect(said?.text).toContain("\nGreek police seized 31 kg of heroin.\nBehind");
    const at = said?.text.indexOf("heroin") ?? 0;
    const whole = said?.whole({ start: at, end: at + 6 }) ?? { start: 0, end: 0 };
    expect(document.text.slice(whole.start, whole.end)).toBe("heroin");
    const quote = said?.text.indexOf("Greek") ?? 0;
    const row = said?.whole({ start: quote, end: quote + 36 }) ?? { start: 0, end: 0 };
    expect(document.text.slice(row.start, row.end)).toBe("Greek police | heroin | 31 kg");
  });

  it("lead every stretch of what is said back into the text, and every block there and back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.nat(400),
        fc.nat(60),
        (cells, from, length) => {
          const document = report(cells);
          const said = speakRows(document);
          if (said === null) return;
          const start = from % said.text.length;
          const whole = said.whole({ start, end: Math.min(said.text.length, start + 1 + length) });
          expect(whole.start).toBeGreaterThanOrEqual(0);
          expect(whole.end).toBeLessThanOrEqual(document.text.length);
          expect(whole.end).toBeGreaterThan(whole.start);
          for (const block of document.blocks) {
            if (block.role === "row") continue;
            const folded = said.folded(block);
            expect(said.text.slice(folded.start, folded.end)).toBe(
              document.text.slice(block.start, block.end),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
