import { describe, expect, it } from "vitest";
import { usageText } from "./usage-text.js";

describe("usageText", () => {
  it.each([
    [
      "error: unknown option '--frmat'\n(Did you mean --format?)\n",
      "Unknown option `--frmat`. Did you mean `--format`?",
    ],
    ["error: missing required argument 'reports'\n", "Missing required argument `reports`."],
    [
      "error: unknown command 'bild'\n(Did you mean one of build, info?)",
      "Unknown command `bild`. Did you mean `build, info`?",
    ],
  ])("says %j in the words of the house", (message, sentence) => {
    expect(usageText(message)).toBe(sentence);
  });
});
