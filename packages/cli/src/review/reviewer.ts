import { spawnSync } from "node:child_process";
import { RedthreadError } from "@redthread/core/errors";
import { foldName } from "@redthread/core/text";
import { JUDGEMENTS_FOLDER } from "../case/case-layout.js";
import type { Io } from "../io.js";

/**
 * Who judges: as told, else as git knows them, else the user of the machine.
 * @throws RedthreadError `USAGE` where nobody can be made out.
 */
export function reviewerName(told: string | undefined, io: Io): string {
  const names = [told, gitName(io), io.env["USER"], io.env["LOGNAME"], io.env["USERNAME"]];
  for (const name of names) {
    const plain = name?.replace(/\s+/g, " ").trim() ?? "";
    if (plain !== "" && plain.length <= LONGEST_NAME) return plain;
  }
  throw new RedthreadError(
    "USAGE",
    "Nobody is known who could sign the judgements. Say who you are with `--by NAME`.",
  );
}

const LONGEST_NAME = 100;

function gitName({ cwd, env }: Io): string | undefined {
  const options = { cwd, encoding: "utf8", env: { ...env }, timeout: 5_000 } as const;
  const asked = spawnSync("git", ["config", "user.name"], options);
  return asked.status === 0 ? asked.stdout : undefined;
}

/** The file that a person's judgements go to, inside the case. */
export function reviewerFile(name: string): string {
  const plain = foldName(name).replaceAll(" ", "-").slice(0, LONGEST_FILE_NAME);
  return `${JUDGEMENTS_FOLDER}/${plain === "" ? "reviewer" : plain}.jsonl`;
}

const LONGEST_FILE_NAME = 60;
