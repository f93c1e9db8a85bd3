import { describe, expect, it } from "vitest";
import { readBytes } from "./bytes.js";

describe("readBytes", () => {
  it.each([
    ["1", 1_048_576],
    ["1MB", 1_048_576],
    ["1.5mb", 1_572_864],
    ["2GB", 2_147_483_648],
    [".5GB", 536_870_912],
  ])("reads `%s` as %i bytes", (text, bytes) => {
    expect(readBytes(text)).toBe(bytes);
  });

  it.each(["0", "0MB", "-1", "", "MB", "1KB", "1 GB", "Infinity", "1e3", "1..5"])(
    "refuses `%s` and names the units",
    (text) => {
      expect(() => readBytes(text)).toThrow(/megabytes, such as 512 or 512MB, or 2GB/);
    },
  );
});
