import { describe, expect, it } from "vitest";
import { nameSkeleton, sharedSound } from "./name-skeleton.js";

describe("nameSkeleton", () => {
  it("is shared by transliterations", () => {
    expect(new Set(["qassem", "kasim", "gasem"].map(nameSkeleton))).toEqual(new Set(["ksm"]));
  });
});

describe("sharedSound", () => {
  it.each([
    ["hezbollah", "hizballah", 3],
    ["zor", "zawr", 2],
    ["deir", "dayr", 2],
    ["captagon", "كبتاغون", 5],
    ["الشمري", "shammari", 3],
    ["homs", "حمص", 3],
    ["baghdad", "بغداد", 3],
    ["کپتاگون", "captagon", 5],
  ])("takes %s and %s for one word of %d consonants", (one, other, consonants) => {
    expect(sharedSound(one, other)).toBe(consonants);
    expect(sharedSound(other, one)).toBe(consonants);
  });

  it.each([
    ["isis", "inis"],
    ["homs", "hama"],
    ["karim", "karam"],
    ["حماة", "homs"],
    ["", ""],
  ])("keeps %s and %s apart", (one, other) => {
    expect(sharedSound(one, other)).toBe(0);
  });
});
