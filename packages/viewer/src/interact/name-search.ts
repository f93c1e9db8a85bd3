import { type SearchName, searchNames } from "@redthread/core/trace";
import type { PageScene } from "../scene/page-scene.js";

/** Finds nodes by name, alias or spelling; indexes of nodes, best first. */
export type NameSearch = (query: string) => readonly number[];

/** Most names a search gives back. */
const MOST = 12;

/** The search of the terminal over what the page can open: everything but the reports. */
export function createNameSearch({ nodes, kinds }: Pick<PageScene, "nodes" | "kinds">): NameSearch {
  const persons = new Set(
    kinds.filter(({ role }) => role === "person" || role === "official").map(({ kind }) => kind),
  );
  const found = nodes.flatMap((node, at) => (node.kind === "Document" ? [] : [{ node, at }]));
  const names = found.map(({ node }): SearchName => {
    const { name, label, aliases, knownAs, kind } = node;
    const others = label === name ? aliases : [...aliases, label];
    return { name, aliases: [...others, ...knownAs], isPerson: persons.has(kind) };
  });
  return (query) => searchNames(names, query, MOST).flatMap((nth) => found[nth]?.at ?? []);
}
