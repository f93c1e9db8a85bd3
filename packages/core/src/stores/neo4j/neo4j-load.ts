/**
 * Loading a case into Neo4j: what the database holds of it is read, and only what differs is written,
 * in batches that may be repeated, until the database equals the graph. An interrupted load is
 * finished by running it again. Nothing that does not carry the case's mark is touched.
 */
import { RedthreadError } from "../../errors/redthread-error.js";
import type { GraphReader } from "../../graph/graph-reader.js";
import { type ChangeCounts, noChanges } from "../../graph/graph-writer.js";
import { compareText } from "../../text/compare.js";
import { refuseStranger, UNNAMED_CASE } from "../case-names.js";
import type { SlotsById } from "../element-ids.js";
import type { LoadChanges, LoadOptions } from "../graph-store.js";
import { CASE_KEY, MARK_CONSTRAINT } from "./case-marks.js";
import { checkLoadable } from "./check-loadable.js";
import { batches, propertyRow, type SizedRow } from "./load-batches.js";
import { type NodePlan, planNodes, planRelationships, type RelationshipPlan } from "./load-plan.js";
import * as statements from "./load-statements.js";
import type { DriverTypes } from "./neo4j-temporals.js";
import { type DriverValue, toDriverValue } from "./neo4j-values.js";
import { presentNodes, presentRelationships, type ReadRows } from "./present-case.js";

/** Runs one statement in a transaction of its own, again if the server asks for it. */
type RunStatement = (
  statement: string,
  parameters: Readonly<Record<string, DriverValue>>,
) => Promise<ChangeCounts>;

/** How a load reaches the server. */
export interface LoadSession {
  readonly types: DriverTypes;
  readonly run: RunStatement;
  readonly read: ReadRows;
}

/**
 * Makes what the database holds under the case's name equal to the graph.
 * @throws RedthreadError `GRAPH_INVALID` before anything is written for what Neo4j cannot store;
 *   `STORE_REFUSED` where another case has that name, or others wrote to the case meanwhile.
 */
export async function loadGraph(
  graph: GraphReader,
  session: LoadSession,
  options: LoadOptions = {},
): Promise<LoadChanges> {
  const slots = checkLoadable(graph);
  const load = new Load(graph, slots, session, options);
  return await load.run();
}

class Load {
  readonly #graph: GraphReader;
  readonly #slots: SlotsById;
  readonly #session: LoadSession;
  readonly #options: LoadOptions;
  readonly #name: string;
  readonly #changes = noChanges();
  #done = 0;

  constructor(graph: GraphReader, slots: SlotsById, session: LoadSession, options: LoadOptions) {
    this.#graph = graph;
    this.#slots = slots;
    this.#session = session;
    this.#options = options;
    this.#name = options.name ?? UNNAMED_CASE;
  }

  async run(): Promise<LoadChanges> {
    await this.#session.run(MARK_CONSTRAINT, {});
    const { read } = this.#session;
    const { anchor, replace } = this.#options;
    const name = this.#name;
    const nodes = await planNodes(this.#graph, this.#slots.nodes, presentNodes(read, name), anchor);
    if (replace !== true) refuseStranger(name, nodes.all, nodes.anchors);
    const links = await planRelationships(
      this.#graph,
      this.#slots.relationships,
      presentRelationships(read, name),
    );
    this.#report(this.#graph.nodeCount - nodes.missing.length - nodes.changed.length, "nodes");
    const nodesLeft = await this.#write(nodes, links);
    await this.#checkCounts();
    return { ...this.#changes, nodesLeft };
  }

  /** The number of nodes that the case lost and that stay because something foreign is linked to them. */
  async #write(nodes: NodePlan, links: RelationshipPlan): Promise<number> {
    const isEqual = [nodes, links].every(
      ({ missing, changed, stale }) => missing.length + changed.length + stale.length === 0,
    );
    const build = this.#options.revision ?? null;
    if (isEqual && nodes.revision === build) {
      this.#report(this.#graph.nodeCount + this.#graph.relationshipCount - this.#done, "nodes");
      return 0;
    }
    if (nodes.revision !== null) await this.#send(statements.UNMARK_BUILD, []);
    await this.#eachElement(statements.DELETE_RELATIONSHIPS, links.stale);
    await this.#createNodes(nodes);
    await this.#changeNodes(nodes);
    await this.#createRelationships(links);
    await this.#changeRelationships(links);
    await this.#eachElement(statements.DELETE_NODES, nodes.stale);
    const before = this.#changes.labelsRemoved;
    await this.#eachElement(statements.LEAVE_NODES, nodes.stale);
    const left = this.#changes.labelsRemoved - before;
    await this.#markBuild(build);
    return left;
  }

  async #createNodes({ missing }: NodePlan): Promise<void> {
    const groups = groupBy(missing, (node) => this.#graph.labelsOf(node));
    for (const { key, members } of groups)
      await this.#batches(
        statements.createNodes(key),
        members,
        (node) => this.#nodeRow(node),
        "nodes",
      );
  }

  async #changeNodes({ changed }: NodePlan): Promise<void> {
    const groups = groupBy(changed, ({ add, remove }) => [...add, "", ...remove]);
    for (const { members } of groups) {
      const [{ add, remove }] = members;
      const statement = statements.changeNodes(add, remove);
      await this.#batches(statement, members, ({ node }) => this.#nodeRow(node), "nodes");
    }
  }

  async #createRelationships({ missing }: RelationshipPlan): Promise<void> {
    const groups = groupBy(missing, (r) => [this.#graph.typeOf(r)]);
    for (const { key, members } of groups) {
      const statement = statements.createRelationships(key[0] ?? "");
      await this.#batches(statement, members, (r) => this.#relationshipRow(r, {}), "relationships");
    }
  }

  async #changeRelationships({ changed }: RelationshipPlan): Promise<void> {
    await this.#batches(
      statements.CHANGE_RELATIONSHIPS,
      changed,
      ({ relationship, elementId }) => this.#relationshipRow(relationship, { element: elementId }),
      "relationships",
    );
  }

  #nodeRow(node: number): SizedRow {
    const graph = this.#graph;
    const read = (key: string) => graph.nodeProperty(node, key);
    const { properties, size } = propertyRow(
      this.#session.types,
      graph.nodePropertyKeys(node),
      read,
      this.#marks(),
    );
    return { row: { id: this.#idOf(node), properties }, size };
  }

  #relationshipRow(r: number, more: Readonly<Record<string, DriverValue>>): SizedRow {
    const graph = this.#graph;
    const read = (key: string) => graph.relationshipProperty(r, key);
    const { types } = this.#session;
    const keys = graph.relationshipPropertyKeys(r);
    const { properties, size } = propertyRow(types, keys, read, this.#marks());
    const id = toDriverValue(types, read("id") ?? null);
    const ends = { start: this.#idOf(graph.startOf(r)), end: this.#idOf(graph.endOf(r)) };
    return { row: { id, ...ends, ...more, properties }, size };
  }

  #idOf(node: number): DriverValue {
    return toDriverValue(this.#session.types, this.#graph.nodeProperty(node, "id") ?? null);
  }

  #marks(): Readonly<Record<string, string>> {
    return { [CASE_KEY]: this.#name };
  }

  async #eachElement(statement: string, elements: readonly string[]): Promise<void> {
    for (const rows of batches(elements, (element) => ({ row: { element }, size: 0 })))
      await this.#send(statement, rows);
  }

  async #batches<T>(
    statement: string,
    members: readonly T[],
    read: (member: T) => SizedRow,
    what: string,
  ): Promise<void> {
    for (const rows of batches(members, read)) {
      await this.#send(statement, rows);
      this.#report(rows.length, what);
    }
  }

  async #send(statement: string, rows: readonly DriverValue[]): Promise<void> {
    addChanges(this.#changes, await this.#session.run(statement, { case: this.#name, rows }));
  }

  #report(more: number, what: string): void {
    this.#done += more;
    const total = this.#graph.nodeCount + this.#graph.relationshipCount;
    if (more > 0) this.#options.onProgress?.({ done: this.#done, total, what });
  }

  async #markBuild(build: string | null): Promise<void> {
    if (build === null) return;
    let first: number | null = null;
    this.#graph.forEachNode(null, (node) => {
      first ??= node;
      return false;
    });
    if (first !== null)
      await this.#send(statements.MARK_BUILD, [{ id: this.#idOf(first), revision: build }]);
  }

  /** @throws RedthreadError `STORE_REFUSED` where the database holds another number of elements. */
  async #checkCounts(): Promise<void> {
    const found = [
      await this.#count(statements.COUNT_NODES),
      await this.#count(statements.COUNT_RELATIONSHIPS),
    ] as const;
    const { nodeCount, relationshipCount } = this.#graph;
    if (found[0] === nodeCount && found[1] === relationshipCount) return;
    throw new RedthreadError(
      "STORE_REFUSED",
      `After the load the database holds ${found[0]} nodes and ${found[1]} relationships of \`${this.#name}\`, the case ${nodeCount} and ${relationshipCount}: something else wrote to it meanwhile. Load the case again.`,
    );
  }

  async #count(statement: string): Promise<number> {
    for await (const [count] of this.#session.read(statement, { case: this.#name }))
      return Number(count);
    return 0;
  }
}

interface Group<T> {
  readonly key: readonly string[];
  readonly members: readonly [T, ...T[]];
}

/** Members by a key, groups in the order of their keys, members as they came. */
function groupBy<T>(
  members: readonly T[],
  keyOf: (member: T) => readonly string[],
): readonly Group<T>[] {
  const groups = new Map<string, { key: readonly string[]; members: [T, ...T[]] }>();
  for (const member of members) {
    const key = keyOf(member);
    const text = key.join("\u0000");
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { key, members: [member] });
    else group.members.push(member);
  }
  return [...groups.entries()].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group);
}

function addChanges(sum: ChangeCounts, more: ChangeCounts): void {
  sum.nodesCreated += more.nodesCreated;
  sum.nodesDeleted += more.nodesDeleted;
  sum.relationshipsCreated += more.relationshipsCreated;
  sum.relationshipsDeleted += more.relationshipsDeleted;
  sum.labelsAdded += more.labelsAdded;
  sum.labelsRemoved += more.labelsRemoved;
  sum.propertiesSet += more.propertiesSet;
}
