import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AskedDocument } from "@redthread/core/build";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "./clock.js";
import { openCommandDoor } from "./command-door.js";
import { limitsOf } from "./door.js";

const asked = (document: string): AskedDocument => ({
  document,
  title: null,
  publisher: null,
  date: null,
  language: "en",
  text: "",
  sentences: [],
  entities: [],
});

/** A clock whose alarms ring at once where `isDue` says so, and never elsewhere. */
function ringing(isDue: (count: number) => boolean): Clock {
  let count = 0;
  return {
    after(_, run) {
      count += 1;
      if (isDue(count)) setImmediate(run);
      return () => undefined;
    },
  };
}

const HANGING = `
import { createInterface } from "node:readline";
for await (const text of createInterface({ input: process.stdin })) {
  const { document } = JSON.parse(text);
  if (document === "hang") setInterval(() => {}, 1e6);
  else console.log(JSON.stringify({ document, claims: [document] }));
}
`;

describe("a command that hangs", () => {
  it("loses its document when the time is over, and answers about the next one in a new life", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "redthread-door-"));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    writeFileSync(join(cwd, "hanging.mjs"), HANGING);
    const door = openCommandDoor(
      { kind: "command", name: "hanging", words: [process.execPath, "hanging.mjs"] },
      { cwd, env: {}, clock: ringing((count) => count === 2), limits: limitsOf(120) },
    );
    expect(await door.ask(asked("one"))).toEqual({ kind: "answered", claims: ["one"] });
    expect(await door.ask(asked("hang"))).toEqual({
      kind: "unread",
      reason: "gave no answer within 120 s",
    });
    expect(await door.ask(asked("two"))).toEqual({ kind: "answered", claims: ["two"] });
    await door.close();
  });

  it("is ended when it goes on after the last document", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "redthread-door-"));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    writeFileSync(join(cwd, "staying.mjs"), `${HANGING}\nsetInterval(() => {}, 1e6);`);
    const door = openCommandDoor(
      { kind: "command", name: "staying", words: [process.execPath, "staying.mjs"] },
      { cwd, env: {}, clock: ringing((count) => count === 2), limits: limitsOf(120) },
    );
    await door.ask(asked("one"));
    await expect(door.close()).resolves.toBeUndefined();
  });
});
