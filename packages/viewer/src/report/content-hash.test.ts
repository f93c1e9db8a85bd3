import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyHash } from "./content-hash.js";

describe("policyHash", () => {
  it("is the SHA-256 that a browser computes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (content) => {
        const hash = createHash("sha256").update(content).digest("base64");
        expect(policyHash(content)).toBe(`'sha256-${hash}'`);
      }),
    );
  });
});
