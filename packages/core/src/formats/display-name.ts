import type { NodeElement } from "./graph-elements.js";

/** What a picture writes beside a node: its name where it has one, else its id. */
export function displayName({ id, properties }: NodeElement): string {
  const name = properties.find(([key]) => key === "name")?.[1];
  if (typeof name === "string" && /\S/.test(name)) return name;
  return /\S/.test(id) ? id : "unnamed";
}
