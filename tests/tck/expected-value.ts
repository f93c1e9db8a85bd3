/**
 * A value as the TCK's tables write it. Integers keep their digits, so that 64-bit ones compare
 * exactly; temporal values are strings, because the TCK writes them so.
 */
export type ExpectedValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly ExpectedValue[] }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, ExpectedValue> }
  | ExpectedNode
  | ExpectedRelationship
  | ExpectedPath;

export interface ExpectedNode {
  readonly kind: "node";
  readonly labels: readonly string[];
  readonly properties: ReadonlyMap<string, ExpectedValue>;
}
export interface ExpectedRelationship {
  readonly kind: "relationship";
  readonly type: string;
  readonly properties: ReadonlyMap<string, ExpectedValue>;
}
/** `forward[i]`: relationship i is drawn `-->`. */
export interface ExpectedPath {
  readonly kind: "path";
  readonly nodes: readonly ExpectedNode[];
  readonly relationships: readonly ExpectedRelationship[];
  readonly forward: readonly boolean[];
}

/**
 * One text for equal values: map keys and labels in order, and with `anyListOrder` the items of
 * lists too. Rows are compared by it.
 */
export function canonicalText(value: ExpectedValue, anyListOrder: boolean): string {
  const text = (item: ExpectedValue) => canonicalText(item, anyListOrder);
  switch (value.kind) {
    case "null":
      return "null";
    case "boolean":
    case "integer":
      return String(value.value);
    case "float":
      return `float ${value.value}`;
    case "string":
      return JSON.stringify(value.value);
    case "list": {
      const items = value.items.map(text);
      return `[${(anyListOrder ? items.sort() : items).join(", ")}]`;
    }
    case "map":
      return mapText(value.entries, text);
    case "node":
      return `(${labelText(value.labels)} ${mapText(value.properties, text)})`;
    case "relationship":
      return `[:${value.type} ${mapText(value.properties, text)}]`;
    case "path":
      return `<${pathText(value, text)}>`;
  }
}

function mapText(
  entries: ReadonlyMap<string, ExpectedValue>,
  text: (value: ExpectedValue) => string,
): string {
  const parts = [...entries].map(([key, value]) => `${JSON.stringify(key)}: ${text(value)}`);
  return `{${parts.sort().join(", ")}}`;
}

function labelText(labels: readonly string[]): string {
  return [...labels]
    .sort()
    .map((label) => `:${label}`)
    .join("");
}

function pathText(path: ExpectedPath, text: (value: ExpectedValue) => string): string {
  return path.nodes
    .map((node, index) => {
      const relationship = path.relationships[index];
      if (relationship === undefined) {
        return text(node);
      }
      const [left, right] = path.forward[index] === true ? ["-", "->"] : ["<-", "-"];
      return `${text(node)}${left}${text(relationship)}${right}`;
    })
    .join("");
}
