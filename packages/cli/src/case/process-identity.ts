import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, in the system's own terms; null where the system does not tell. */
  readonly started: string | null;
}

export function thisProcess(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: startOf(process.pid) };
}

/** Whether the process still runs, as far as can be told; one on another machine is taken to run. */
export function mayBeRunning(identity: ProcessIdentity): boolean {
  if (identity.host !== hostname()) return true;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const started = startOf(identity.pid);
  return started === null || identity.started === null || started === identity.started;
}

/** Linux: boot and clock ticks since; elsewhere what `ps` says. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      // The name in brackets may hold spaces and brackets of its own; field 22 is the 20th after it.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // A zombie holds its number until its parent asks after it, but does nothing any more.
      return fields[0] === "Z" ? "ended" : `${boot}:${fields[19] ?? ""}`;
    }
    if (process.platform === "win32") return null;
    const told = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return told.trim() || null;
  } catch {
    return null;
  }
}
