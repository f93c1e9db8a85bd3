import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Scope } from "./scope.js";
import { INTEGER, NODE } from "./static-type.js";

describe("Scope", () => {
  it("finds what a plain map would find, in the same order, however it grew", () => {
    const steps = fc.array(
      fc.array(fc.tuple(fc.constantFrom(..."abcdefghij"), fc.constantFrom(NODE, INTEGER)), {
        minLength: 1,
        maxLength: 4,
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, (added) => {
        let scope = Scope.empty;
        const plain = new Map();
        for (const entries of added) {
          scope = scope.withAll(entries);
          for (const [name, type] of entries) {
            plain.set(name, type);
          }
        }
        expect([...scope.entries()]).toEqual([...plain]);
        expect(scope.size).toBe(plain.size);
        for (const name of "abcdefghijk") {
          expect(scope.find(name)).toEqual(plain.get(name));
        }
      }),
      { seed: 3 },
    );
  });

  it("leaves the scope it came from as it was", () => {
    const ports = Scope.of([["port", NODE]]);
    const more = ports.with("ship", NODE).with("port", INTEGER);
    expect([ports.has("ship"), ports.find("port"), more.find("port")]).toEqual([
      false,
      NODE,
      INTEGER,
    ]);
  });
});
