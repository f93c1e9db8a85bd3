import type { Expression } from "../ast/expression.js";
import type {
  NodePattern,
  PatternElement,
  RelationshipPattern,
  VariableLength,
} from "../ast/pattern.js";
import type { SourceSpan } from "../source/source-span.js";

/** Nodes and relationships in turn, put together from left to right; a node that is not written has no name. */
export class Chain {
  readonly #nodes: NodePattern[] = [];
  readonly #relationships: RelationshipPattern[] = [];

  get isEmpty(): boolean {
    return this.#nodes.length === 0;
  }

  /** Whether a path that is repeated stands last, with no node written behind it. */
  get endsOpen(): boolean {
    return this.#nodes.length > 0 && this.#nodes.length === this.#relationships.length;
  }

  get length(): number {
    return this.#relationships.length;
  }

  addNode(node: NodePattern): void {
    this.#nodes.push(node);
  }

  addRelationship(relationship: RelationshipPattern): void {
    this.#relationships.push(relationship);
  }

  /** A path that is repeated lies between two nodes, whether they are written or not. */
  addRepeated(body: PatternElement, length: VariableLength, span: SourceSpan): void {
    if (this.#nodes.length === this.#relationships.length) {
      this.addNode(unnamed(span));
    }
    this.#relationships.push({
      kind: "RelationshipPattern",
      variable: null,
      types: null,
      properties: null,
      where: null,
      direction: "none",
      length,
      body,
      span,
    });
  }

  addAll({ nodes, relationships }: PatternElement): void {
    this.#nodes.push(...nodes);
    this.#relationships.push(...relationships);
  }

  toElement(where: Expression | null, span: SourceSpan): PatternElement {
    if (this.#nodes.length === this.#relationships.length) {
      this.addNode(unnamed(span));
    }
    const [nodes, relationships] = [this.#nodes, this.#relationships];
    return { kind: "PatternElement", nodes, relationships, where, span };
  }
}

const unnamed = (span: SourceSpan): NodePattern => ({
  kind: "NodePattern",
  variable: null,
  labels: null,
  properties: null,
  where: null,
  span,
});
