import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { siblingsOf } from "./case-layout.js";
import { mayBeRunning, type ProcessIdentity, thisProcess } from "./process-identity.js";

/** The right to write a case, held until released. Readers need none. */
export interface CaseLock {
  /** The case as the user named it, for messages. */
  readonly name: string;
  /** Absolute path of the case folder, links resolved. */
  readonly folder: string;
  /** False once another process has taken the lock away, which nothing here does to a living holder. */
  isHeld(): boolean;
  release(): void;
}

const ATTEMPTS = 3;

/**
 * Takes the lock of a case; one whose holder has died is taken over.
 * @throws RedthreadError `CASE_BUSY` while another process holds it.
 */
export function lockCase(folder: string, name: string): CaseLock {
  const { lock } = siblingsOf(folder);
  const mine = thisProcess();
  const text = `${JSON.stringify(mine)}\n`;
  const draft = `${lock}.${mine.pid}`;
  // The lock appears whole or not at all: it is a second name of a file that is complete.
  writeFileSync(draft, text);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (tookName(draft, lock)) {
        sweepDrafts(folder);
        return heldLock({ name, folder }, lock, text);
      }
      const holder = holderOf(lock);
      if (holder !== null && mayBeRunning(holder)) throw busy(name, lock, holder);
      dropStale(lock, `${draft}.stale`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new RedthreadError(
    "CASE_BUSY",
    `\`${name}\` is being taken by several processes at once. Run the command again when they are done.`,
  );
}

/** Removes what processes left that were killed while they took the lock. */
function sweepDrafts(folder: string): void {
  const { parent, lock } = siblingsOf(folder);
  const start = `${basename(lock)}.`;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(start)) continue;
    const pid = Number.parseInt(name.slice(start.length), 10);
    // An empty draft tells no more than the number in its name.
    const holder = holderOf(join(parent, name)) ?? { ...thisProcess(), pid, started: null };
    const isOurs = holder.pid === process.pid;
    if (Number.isInteger(pid) && !isOurs && !mayBeRunning(holder)) {
      rmSync(join(parent, name), { force: true });
    }
  }
}

function heldLock(of: Pick<CaseLock, "name" | "folder">, lock: string, text: string): CaseLock {
  const isHeld = () => readOrNull(lock) === text;
  return {
    ...of,
    isHeld,
    release: () => {
      if (isHeld()) rmSync(lock, { force: true });
    },
  };
}

function tookName(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST") return false;
    // A file system without second names: take the name itself.
    return createdExclusively(lock, readFileSync(draft, "utf8"));
  }
}

function createdExclusively(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a lock left by a dead process. Between looking and moving, a living process may have put
 * its own there; it is then put back.
 */
function dropStale(lock: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = holderOf(aside);
  if (moved !== null && mayBeRunning(moved)) tookName(aside, lock);
  rmSync(aside, { force: true });
}

function holderOf(lock: string): ProcessIdentity | null {
  const text = readOrNull(lock);
  if (text === null) return null;
  try {
    const { host, pid, started } = JSON.parse(text);
    return typeof host === "string" && typeof pid === "number" && pid > 0
      ? { host, pid, started: typeof started === "string" ? started : null }
      : null;
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function busy(name: string, lock: string, holder: ProcessIdentity): RedthreadError {
  const elsewhere = holder.host === thisProcess().host ? "" : ` on \`${holder.host}\``;
  return new RedthreadError(
    "CASE_BUSY",
    `\`${name}\` is being written by process ${holder.pid}${elsewhere}. Wait until it is done, or build into another folder.${
      elsewhere === "" ? "" : ` If that process is gone, remove \`${lock}\`.`
    }`,
  );
}
