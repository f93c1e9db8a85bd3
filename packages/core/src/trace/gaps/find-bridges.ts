/** A link that alone holds two parts of a graph together, with the number of nodes in the smaller part. */
export interface Bridge {
  /** Index among the links given. */
  readonly link: number;
  readonly holds: number;
}

interface Edge {
  readonly to: number;
  readonly link: number;
}

/** Where a walk stands: the node, the link that led there, and the next edge to look at. */
interface Step {
  readonly node: number;
  readonly over: number;
  next: number;
}

/**
 * The bridges of a graph of `nodes` nodes by the two ends of each link, in the order of the links; two links
 * between the same ends hold each other. Only the first `counted` nodes count in the size of a part. Walks
 * without recursion. O(nodes + links).
 */
export function findBridges(
  nodes: number,
  links: readonly (readonly [number, number])[],
  counted = nodes,
): readonly Bridge[] {
  const walk = new Walk(nodes, edgesOf(nodes, links), counted);
  for (let root = 0; root < nodes; root += 1) walk.from(root);
  return walk.found.sort((a, b) => a.link - b.link);
}

/** A walk in depth that numbers the nodes and knows how far back each of them leads. */
class Walk {
  readonly found: Bridge[] = [];
  readonly #edges: readonly (readonly Edge[])[];
  readonly #order: Int32Array;
  readonly #lowest: Int32Array;
  /** Nodes that count and that the walk reached through each, itself included. */
  readonly #below: Int32Array;
  readonly #path: Step[] = [];
  #count = 0;

  constructor(nodes: number, edges: readonly (readonly Edge[])[], counted: number) {
    this.#edges = edges;
    this.#order = new Int32Array(nodes).fill(-1);
    this.#lowest = new Int32Array(nodes);
    this.#below = new Int32Array(nodes).fill(1, 0, counted);
  }

  /** Walks all that hangs together with a node, unless that was done. */
  from(root: number): void {
    if (this.#order[root] !== -1) return;
    const first = this.found.length;
    this.#enter(root, -1);
    for (let step = this.#path.at(-1); step !== undefined; step = this.#path.at(-1))
      this.#advance(step);
    this.#halve(first, this.#below[root] ?? 0);
  }

  #enter(node: number, over: number): void {
    this.#order[node] = this.#count;
    this.#lowest[node] = this.#count;
    this.#count += 1;
    this.#path.push({ node, over, next: 0 });
  }

  #advance(step: Step): void {
    const edge = this.#edges[step.node]?.[step.next];
    step.next += 1;
    if (edge === undefined) this.#leave(step);
    else if (edge.link === step.over) return;
    else if (this.#order[edge.to] === -1) this.#enter(edge.to, edge.link);
    else this.#lower(step.node, this.#order[edge.to] ?? 0);
  }

  /** Hands what was learnt of a node to the one before it. */
  #leave(step: Step): void {
    this.#path.pop();
    const parent = this.#path.at(-1)?.node;
    if (parent === undefined) return;
    const [lowest, size] = [this.#lowest[step.node] ?? 0, this.#below[step.node] ?? 0];
    this.#lower(parent, lowest);
    this.#below[parent] = (this.#below[parent] ?? 0) + size;
    if (lowest > (this.#order[parent] ?? 0)) this.found.push({ link: step.over, holds: size });
  }

  #lower(node: number, to: number): void {
    this.#lowest[node] = Math.min(this.#lowest[node] ?? 0, to);
  }

  /** Of the two parts that a bridge holds together, the smaller one counts. */
  #halve(from: number, size: number): void {
    const own = this.found.splice(from);
    for (const { link, holds } of own)
      this.found.push({ link, holds: Math.min(holds, size - holds) });
  }
}

function edgesOf(nodes: number, links: readonly (readonly [number, number])[]): readonly Edge[][] {
  const edges: Edge[][] = Array.from({ length: nodes }, () => []);
  for (const [link, [from, to]] of links.entries()) {
    if (from === to) continue;
    edges[from]?.push({ to, link });
    edges[to]?.push({ to: from, link });
  }
  return edges;
}
