import MiniSearch from "minisearch";
import type { PageScene } from "../scene/page-scene.js";

/** Finds nodes by name, alias or spelling; indexes of nodes, best first. */
export type NameSearch = (query: string) => readonly number[];

/** Most names a search gives back. */
const MOST = 12;

/** An index of every name and alias, folded, that forgives an unfinished word and a slip of spelling. */
export function createNameSearch({ nodes }: Pick<PageScene, "nodes">): NameSearch {
  const index = new MiniSearch<{ id: number; name: string; aliases: string }>({
    fields: ["name", "aliases"],
    processTerm: (term) => foldName(term) || null,
    tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      boost: { name: 2 },
      combineWith: "AND",
    },
  });
  index.addAll(
    nodes.map(({ name, label, aliases, id: key }, id) => ({
      id,
      name: `${name} ${label}`,
      aliases: `${aliases.join(" ")} ${key}`,
    })),
  );
  return (query) => {
    const found = index.search(query.slice(0, 200)).map(({ id }) => Number(id));
    return found
      .sort((a, b) => exactness(nodes, b, query) - exactness(nodes, a, query))
      .slice(0, MOST);
  };
}

/** 1 where a name or alias is the query itself, else 0; the sort is stable, so scores decide the rest. */
function exactness(nodes: PageScene["nodes"], at: number, query: string): number {
  const node = nodes[at];
  const wanted = foldName(query.trim());
  return [node?.name ?? "", ...(node?.aliases ?? [])].some((name) => foldName(name) === wanted)
    ? 1
    : 0;
}

/** A name without case, accents, vowel points and Arabic letter variants. */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/[’'`]/g, "");
}
