import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { CaseSize } from "../../../benches/case-graph.js";

/** One shape as one engine answered it. */
export interface PeerFigure {
  readonly firstMs: number;
  readonly ms: number;
  readonly digest: string;
  readonly rows: number;
}
export type PeerOutcome = PeerFigure | { readonly failure: string };

const LOAD_LIMIT_MS = 600_000;
const ASK_LIMIT_MS = 60_000;

/** An engine in a process of its own, asked in turns with the others. */
export class PeerTurns {
  readonly name: string;
  readonly #process: ChildProcess;
  #isAlive = true;

  constructor(name: string, folder: string, { nodes, relationships }: CaseSize, seed: number) {
    this.name = name;
    this.#process = fork(
      join(import.meta.dirname, "peer-process.ts"),
      [name, folder, String(nodes), String(relationships), String(seed)],
      { execArgv: ["--conditions=@redthread/source", "--import", "tsx"] },
    );
    this.#process.once("exit", () => {
      this.#isAlive = false;
    });
  }

  async loaded(): Promise<string | null> {
    const answer = await this.#answer(LOAD_LIMIT_MS);
    return answer === "ready" ? null : "does not load";
  }

  /** An engine that ran into the limit is stopped, and asked nothing more. */
  async ask(shape: number): Promise<PeerOutcome> {
    if (!this.#isAlive) return { failure: "stopped" };
    this.#process.send(shape);
    const answer = await this.#answer(ASK_LIMIT_MS);
    // What peer-process.ts sends.
    return answer === null ? { failure: "no answer in time" } : (answer as PeerOutcome);
  }

  stop(): void {
    this.#process.kill("SIGKILL");
  }

  #answer(limitMs: number): Promise<unknown> {
    return new Promise((resolve) => {
      const child = this.#process;
      const settle = (value: unknown) => {
        clearTimeout(timer);
        child.off("message", settle);
        child.off("exit", end);
        resolve(value);
      };
      const end = () => settle(null);
      const timer = setTimeout(() => {
        this.#isAlive = false;
        child.kill("SIGKILL");
        settle(null);
      }, limitMs);
      child.once("message", settle);
      child.once("exit", end);
    });
  }
}
