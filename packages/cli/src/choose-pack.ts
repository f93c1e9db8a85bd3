import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import type { DomainPack } from "@redthread/core/packs";
import { diskFiles } from "./case/case-files.js";
import { recordedPack } from "./case/manifest.js";
import { wholeCaseManifest } from "./case/settle-case.js";
import { loadPackOnce } from "./load-pack-once.js";
import { isShippedPack, readPackFiles } from "./pack-files.js";
import { visibleText } from "./terminal/visible-text.js";

/** A pack and, for one that does not come with the program, its folder as the user gave it. */
export interface ChosenPack {
  readonly pack: DomainPack;
  readonly folder: string | null;
}

/**
 * The pack a case is built with: the one named, else the one the case was built with before, else the
 * one that comes first.
 * @throws RedthreadError `PACK_INVALID` naming file and line, or the folder that is gone.
 */
export function choosePack(named: string | undefined, caseFolder: string, cwd: string): ChosenPack {
  if (named !== undefined) return openPack(named, cwd);
  const before = recordedPack(wholeCaseManifest(caseFolder, diskFiles) ?? "");
  if (before === null || before.name === "") return openPack(undefined, cwd);
  if (before.folder === undefined) return openPack(before.name, cwd);
  const { folder, name } = before;
  if (!existsSync(resolve(cwd, folder))) throw packGone(name, folder, cwd);
  return openPack(folder, cwd);
}

function openPack(pack: string | undefined, cwd: string): ChosenPack {
  const folder = pack === undefined || isShippedPack(pack) ? null : pack;
  return { pack: loadPackOnce(readPackFiles(pack, cwd)), folder };
}

function packGone(name: string, folder: string, cwd: string): RedthreadError {
  return new RedthreadError(
    "PACK_INVALID",
    `The case was built with the pack \`${visibleText(name)}\` in \`${visibleText(folder)}\`, which is not to be found from \`${visibleText(cwd)}\`. Say with \`--pack\` where that folder is now.`,
  );
}
