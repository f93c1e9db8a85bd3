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
const ASK_LIMIT_MS = 30_000;

/** An engine in a process of its own, asked in turns with the others. */
export class PeerTurns {
  readonly name: string;
  readonly #args: readonly string[];
  #process: ChildProcess | null = null;

  constructor(name: string, folder: string, { nodes, relationships }: CaseSize, seed: number) {
    this.name = name;
    this.#args = [name, folder, String(nodes), String(relationships), String(seed)];
  }

  /** Starts the engine and loads the graph; false where that fails. */
  async load(): Promise<boolean> {
    this.#process = fork(join(import.meta.dirname, "peer-process.ts"), this.#args, {
      execArgv: ["--conditions=@redthread/source", "--import", "tsx"],
    });
    return (await this.#answer(this.#process, LOAD_LIMIT_MS)) === "ready";
  }

  /** An engine that runs into the limit is stopped, and loads the graph anew before the next question. */
  async ask(shape: number): Promise<PeerOutcome> {
    if (this.#process === null && !(await this.load())) return { failure: "does not load" };
    const child = this.#process;
    if (child === null) return { failure: "ended" };
    child.send(shape);
    const answer = await this.#answer(child, ASK_LIMIT_MS);
    // What peer-process.ts sends.
    return answer === null ? { failure: "over 30 s" } : (answer as PeerOutcome);
  }

  stop(): void {
    this.#process?.kill("SIGKILL");
    this.#process = null;
  }

  /** Null when the process ends or takes too long; it is gone then. */
  #answer(child: ChildProcess, limitMs: number): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (value: unknown) => {
        clearTimeout(timer);
        child.off("message", settle);
        child.off("exit", give);
        resolve(value);
      };
      const give = () => {
        this.stop();
        settle(null);
      };
      const timer = setTimeout(give, limitMs);
      child.once("message", settle);
      child.once("exit", give);
    });
  }
}
