// What the gold of all reports joins: its relations and the slots of its actions as links between the
// things of a case, so that a chain that exists in the reports can be told from one that was found.
import type { CaseBuild } from "@redthread/core/build";
import type { Schema } from "@redthread/core/model";
import { Gold, type GoldFile, type GoldOperation, toldIn } from "./gold.js";
import { meets, nameKeys } from "./gold-names.js";
import type { MeasuredOn } from "./sets.js";

/** Longest chain that counts, in hops: as far as the product looks. */
export const MAX_HOPS = 6;

/** Things and links by the gold alone; a thing that the case has bears its id there. */
export class GoldGraph {
  readonly #near = new Map<string, Set<string>>();
  readonly #reached = new Map<string, ReadonlySet<string>>();
  readonly #passes: (id: string) => boolean;

  constructor(
    built: CaseBuild,
    { reports }: MeasuredOn,
    schema: Schema,
    passes: (id: string) => boolean,
  ) {
    // Of a place that the case does not have nobody knows whether it is a town or half a continent.
    const closed = new Set([
      "Place",
      ...schema.data.entities.filter((one) => !one.passes).map(({ name }) => name),
    ]);
    this.#passes = (id) =>
      id.startsWith("gold:") ? !closed.has(id.slice(5, id.indexOf(":", 5))) : passes(id);
    const documents = new Map(
      built.documents.flatMap(({ document, paths }) => paths.map((path) => [path, document.id])),
    );
    for (const { id, path, gold } of reports) {
      const document = documents.get(path);
      if (document !== undefined) this.#add(id, built, document, gold as GoldFile);
    }
  }

  /** What a chain over gold links joins to a thing of the case. */
  reach(start: string): ReadonlySet<string> {
    const known = this.#reached.get(start);
    if (known !== undefined) return known;
    const seen = new Set([start]);
    let edge = [start];
    for (let hops = 0; hops < MAX_HOPS && edge.length > 0; hops += 1) {
      const open = edge.filter((id) => id === start || this.#passes(id));
      const near = open.flatMap((id) => [...(this.#near.get(id) ?? [])]);
      edge = [...new Set(near)].filter((id) => !seen.has(id));
      for (const id of edge) seen.add(id);
    }
    this.#reached.set(start, seen);
    return seen;
  }

  #add(report: string, built: CaseBuild, document: string, file: GoldFile): void {
    const gold = new Gold(file);
    const things = [...toldIn(built, document).things];
    const idOf = (name: string): string => {
      const keys = gold.keysOf(name);
      const type = file.entities.find((one) =>
        meets(nameKeys(one.type, [one.name, ...(one.aliases ?? [])]), nameKeys("", [name])),
      )?.type;
      const known = things.find(
        ([, one]) => (type === undefined || one.type === type) && meets(one.keys, keys),
      );
      return known?.[0] ?? `gold:${type ?? "Drug"}:${[...nameKeys("", [name])][0] ?? name}`;
    };
    for (const { from, to } of [...file.relations, ...(file.ties ?? [])])
      this.#link(idOf(from), idOf(to));
    for (const [index, operation] of (file.operations ?? []).entries()) {
      const action = `gold:Operation:${report} ${index}`;
      for (const name of namesIn(operation)) this.#link(action, idOf(name));
    }
  }

  #link(a: string, b: string): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = this.#near.get(from);
      if (known === undefined) this.#near.set(from, new Set([to]));
      else known.add(to);
    }
  }
}

const namesIn = (operation: GoldOperation): readonly string[] =>
  [
    ...(operation.agencies ?? []),
    ...(operation.partners ?? []),
    ...(operation.places ?? []),
    ...(operation.networks ?? []),
    ...(operation.persons ?? []).map(({ name }) => name),
    ...(operation.seized ?? []).map(({ drug }) => drug),
  ].filter((name) => name !== "unnamed");
