import { RedthreadError } from "../errors/redthread-error.js";
import { decodeGraphLine, type RelationshipLine } from "./decode-graph-line.js";
import { PropertyGraph } from "./property-graph.js";

interface Waiting {
  readonly line: RelationshipLine;
  readonly lineNumber: number;
}

/**
 * Builds a graph from its lines, one at a time. Blank lines are skipped; a relationship may come
 * before its nodes. Errors name the line, counted from 1.
 */
export class GraphLoader {
  readonly #graph = new PropertyGraph();
  readonly #nodes = new Map<string, number>();
  readonly #waiting: Waiting[] = [];
  #lineNumber = 0;

  /** Lines given so far, blank ones too. */
  get lineCount(): number {
    return this.#lineNumber;
  }

  /** @throws RedthreadError `GRAPH_INVALID` for a damaged line or an id that was there before */
  add(text: string): void {
    this.#lineNumber += 1;
    const bare = this.#lineNumber === 1 ? text.replace(/^\ufeff/, "") : text;
    if (!/\S/.test(bare)) {
      return;
    }
    const line = this.#decode(bare);
    if (line.kind === "node") {
      if (this.#nodes.has(line.id)) {
        throw damaged(this.#lineNumber, `Two nodes have the id \`${line.id}\`.`);
      }
      this.#nodes.set(line.id, this.#graph.createNode(line.labels, line.properties));
    } else if (!this.#connect(line)) {
      this.#waiting.push({ line, lineNumber: this.#lineNumber });
    }
  }

  /** The graph. @throws RedthreadError `GRAPH_INVALID` when a relationship lacks one of its nodes */
  finish(): PropertyGraph {
    for (const { line, lineNumber } of this.#waiting) {
      if (!this.#connect(line)) {
        const missing = this.#nodes.has(line.start) ? line.end : line.start;
        throw damaged(lineNumber, `The relationship refers to \`${missing}\`, which is no node.`);
      }
    }
    return this.#graph;
  }

  #connect(line: RelationshipLine): boolean {
    const start = this.#nodes.get(line.start);
    const end = this.#nodes.get(line.end);
    if (start === undefined || end === undefined) {
      return false;
    }
    this.#graph.createRelationship(line.type, start, end, line.properties);
    return true;
  }

  #decode(text: string) {
    try {
      return decodeGraphLine(text);
    } catch (cause) {
      if (cause instanceof RedthreadError) {
        throw damaged(this.#lineNumber, cause.message, cause);
      }
      throw cause;
    }
  }
}

function damaged(lineNumber: number, what: string, cause?: unknown): RedthreadError {
  return new RedthreadError(
    "GRAPH_INVALID",
    `Line ${lineNumber} of the graph is damaged. ${what}`,
    cause === undefined ? undefined : { cause },
  );
}

/** The graph that {@link graphLines} wrote. */
export function graphFromLines(lines: Iterable<string>): PropertyGraph {
  const loader = new GraphLoader();
  for (const line of lines) {
    loader.add(line);
  }
  return loader.finish();
}
