import { spawnSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readInput } from "./read-input.js";
import { walkInputs } from "./walk-inputs.js";

let room: string;
let reports: string;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "redthread-walk-"));
  reports = join(room, "reports");
  mkdirSync(join(reports, "sub/deep"), { recursive: true });
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const put = (path: string): void => writeFileSync(join(reports, path), path);
const paths = (found: readonly { readonly path: string }[]): readonly string[] =>
  found.map(({ path }) => path);

describe("walkInputs", () => {
  it("finds files in all folders in code unit order, under paths from the folder", () => {
    for (const path of [
      "b.txt",
      "UPPER.TXT",
      "-o.txt",
      "sub/deep/a.txt",
      "two\nlines.txt",
      "ä.txt",
    ])
      put(path);
    expect(paths(walkInputs([reports]).inputs)).toEqual([
      "-o.txt",
      "UPPER.TXT",
      "b.txt",
      "sub/deep/a.txt",
      "two\nlines.txt",
      "ä.txt",
    ]);
  });

  it("passes over links and hidden names, and says so", () => {
    put("a.txt");
    put(".hidden.txt");
    writeFileSync(join(room, "outside.txt"), "x");
    symlinkSync("..", join(reports, "sub/deep/up"));
    symlinkSync(".", join(reports, "same"));
    symlinkSync("a.txt", join(reports, "second.txt"));
    symlinkSync("../outside.txt", join(reports, "outside.txt"));
    const { inputs, skipped, failed } = walkInputs([reports]);
    expect(paths(inputs)).toEqual(["a.txt"]);
    expect(failed).toEqual([]);
    expect(skipped).toEqual([
      { path: ".hidden.txt", reason: "hidden" },
      { path: "outside.txt", reason: "a link that leaves the folder" },
      { path: "same", reason: "a link to the folder itself; links are not followed" },
      { path: "second.txt", reason: "a link to a.txt; links are not followed" },
      { path: "sub/deep/up", reason: "a link to sub; links are not followed" },
    ]);
  });

  it("lists dead links, links to themselves and sockets as failures", async () => {
    symlinkSync("/nowhere/file", join(reports, "dead.txt"));
    symlinkSync("self.txt", join(reports, "self.txt"));
    const server = createServer();
    await new Promise<void>((ready) => server.listen(join(reports, "socket.txt"), ready));
    expect(walkInputs([reports]).failed).toEqual([
      { path: "dead.txt", reason: "a link to nothing" },
      { path: "self.txt", reason: "a link to itself" },
      { path: "socket.txt", reason: "is a socket, not a file" },
    ]);
    await new Promise((closed) => server.close(closed));
  });

  it.skipIf(spawnSync("mkfifo", ["--version"]).error !== undefined)(
    "lists pipes as failures and never waits for one (needs mkfifo)",
    () => {
      spawnSync("mkfifo", [join(reports, "pipe.txt")]);
      expect(walkInputs([reports]).failed).toEqual([
        { path: "pipe.txt", reason: "is a pipe, not a file" },
      ]);
    },
  );

  it("passes over a folder that holds a case, and no other folder with a manifest", () => {
    for (const [name, manifest] of [
      ["case", '{"format":1,"redthread":"0.1.0","pack":{},"files":{}}'],
      ["site", '{"name":"press archive"}'],
    ] as const) {
      mkdirSync(join(reports, name));
      writeFileSync(join(reports, name, "manifest.json"), manifest);
      writeFileSync(join(reports, name, "text.txt"), "");
    }
    const { inputs, skipped } = walkInputs([reports]);
    expect(paths(inputs)).toContain("site/text.txt");
    expect(paths(inputs)).not.toContain("case/text.txt");
    expect(skipped).toContainEqual({
      path: "case",
      reason: "a case that Redthread built, no report",
    });
  });

  it("gives files of folders with one name paths that tell them apart", () => {
    for (const desk of ["east", "west"]) {
      mkdirSync(join(room, desk, "in"), { recursive: true });
      writeFileSync(join(room, desk, "in/a.txt"), desk);
    }
    const files = ["east/in/a.txt", "west/in/a.txt"];
    const folders = ["east/in", "west/in"].map((folder) => join(room, folder));
    expect(paths(walkInputs(folders).inputs)).toEqual(files);
    expect(paths(walkInputs(files.map((file) => join(room, file))).inputs)).toEqual(files);
  });

  it("reads a file with two names once, and a folder given twice once", () => {
    put("a.txt");
    linkSync(join(reports, "a.txt"), join(reports, "b.txt"));
    expect(walkInputs([reports]).skipped).toEqual([
      { path: "b.txt", reason: "the same file as a.txt" },
    ]);
    expect(paths(walkInputs([reports, reports]).inputs)).toEqual(["reports/a.txt"]);
  });

  it("reads a named file even where its name begins with a dot", () => {
    put(".hidden.txt");
    expect(paths(walkInputs([join(reports, ".hidden.txt")]).inputs)).toEqual([".hidden.txt"]);
  });

  it("leaves out the folder that is being written", () => {
    put("sub/a.txt");
    put("b.txt");
    const { inputs, skipped } = walkInputs([reports], new Set([join(reports, "sub")]));
    expect(paths(inputs)).toEqual(["b.txt"]);
    expect(skipped).toEqual([{ path: "sub", reason: "the case that is being written" }]);
  });

  it("refuses an argument that does not exist", () => {
    expect(() => walkInputs([join(room, "nowhere")])).toThrow("there is no such file or folder");
  });
});

describe("readInput", () => {
  it("gives all bytes of a file and refuses a folder", () => {
    put("a.txt");
    expect(Buffer.from(readInput({ file: join(reports, "a.txt"), path: "a.txt" })).toString()).toBe(
      "a.txt",
    );
    expect(() => readInput({ file: join(reports, "sub"), path: "sub" })).toThrow(
      expect.objectContaining({ code: "INPUT_UNREADABLE" }),
    );
  });
});
