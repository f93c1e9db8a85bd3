/** Reasons for an identity with the names of things in place of their ids. */
export type ReasonWords = (reasons: readonly string[]) => readonly string[];

/** Ids inside reasons, as they are told where they were found. */
const ID = /`([^`]+)`/g;

export function createReasonWords(
  nodes: readonly { readonly id: string; readonly name: string }[],
): ReasonWords {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const told = (_: string, id: string): string => names.get(id) ?? wordsOf(id);
  return (reasons) => reasons.map((reason) => reason.replace(ID, told));
}

/** What an id that no node has says to a reader: `agency:iraqi-army` is "iraqi army". */
const wordsOf = (id: string): string => (id.split(":").at(-1) ?? id).replaceAll("-", " ");
