import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether this machine has a terminal to try keys on; an error where it must have one. */
export function hasTerminal(): boolean {
  const isHere = spawnSync("tmux", ["-V"], { stdio: "ignore" }).status === 0;
  if (!isHere && (process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("tmux")) {
    throw new Error("tmux is required and not installed.");
  }
  return isHere;
}

/** A terminal of 80 columns and 24 lines with one program in it. */
export class TerminalScreen {
  readonly #folder = mkdtempSync(join(tmpdir(), "redthread-tmux-"));

  /** Starts a command line of the shell. */
  start(command: string, cwd: string): void {
    this.#tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "-c", cwd, command);
  }

  /** What stands on the screen. */
  get text(): string {
    return this.#tmux("capture-pane", "-p");
  }

  press(key: string): void {
    this.#tmux("send-keys", "-l", key);
  }

  /** Number of the process that the terminal was started with. */
  get process(): number {
    return Number(this.#tmux("display-message", "-p", "#{pane_pid}").trim());
  }

  close(): void {
    spawnSync("tmux", ["-S", this.#socket, "kill-server"], { stdio: "ignore" });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #socket(): string {
    return join(this.#folder, "tmux");
  }

  #tmux(...args: readonly string[]): string {
    const env = { ...process.env, TERM: "xterm", LC_ALL: "C.UTF-8" };
    return execFileSync("tmux", ["-u", "-S", this.#socket, ...args], { encoding: "utf8", env });
  }
}
