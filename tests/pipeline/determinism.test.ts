import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildCase, encodeClaims } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { readFolder } from "./read-folder.js";

const SCRIPT = fileURLToPath(new URL("./print-digest.ts", import.meta.url));

function digestUnder(env: Readonly<Record<string, string>>, ...args: readonly string[]): string {
  const node = ["--conditions=@redthread/source", "--import", "tsx", SCRIPT, ...args];
  const child = spawnSync(process.execPath, node, {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return child.stdout;
}

describe("a build", () => {
  const pack = narcoticsPack();
  const inputs = readFolder("examples/captagon-route/reports");
  const stored = (files: typeof inputs): string => {
    const built = buildCase(files, { pack });
    return [...graphLines(built.graph), encodeClaims(built.claims)].join("\n");
  };

  it("gives the same bytes in whatever order the files come", () => {
    const plain = stored(inputs);
    fc.assert(
      fc.property(fc.shuffledSubarray([...inputs], { minLength: inputs.length }), (shuffled) => {
        expect(stored(shuffled) === plain).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it("gives the same bytes in every time zone and locale", () => {
    const plain = digestUnder({ TZ: "UTC", LC_ALL: "C" });
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(digestUnder({ TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" }, "--reverse")).toBe(
      plain,
    );
    expect(digestUnder({ TZ: "America/Los_Angeles", LC_ALL: "ar_SA.UTF-8" })).toBe(plain);
  });

  it("lists a file that cannot be read and builds the rest", () => {
    const empty = { path: "empty.txt", bytes: new Uint8Array() };
    const built = buildCase([...inputs, empty], { pack });
    expect(built.failures).toMatchObject([{ path: "empty.txt", code: "INPUT_EMPTY" }]);
    expect(built.summary).toMatchObject({
      files: inputs.length + 1,
      read: inputs.length,
      failed: 1,
    });
  });

  it("takes two files of one text for one document with both paths", () => {
    const [first, ...rest] = inputs;
    if (first === undefined) throw new TypeError("the example case is empty");
    const built = buildCase([...inputs, { path: "copies/again.txt", bytes: first.bytes }], {
      pack,
    });
    expect(built.documents).toHaveLength(rest.length + 1);
    expect(built.documents.find((one) => one.paths.length > 1)?.paths).toEqual([
      first.path,
      "copies/again.txt",
    ]);
  });
});
