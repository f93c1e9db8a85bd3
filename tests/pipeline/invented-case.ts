import { createHash } from "node:crypto";
import { buildGraph, createCaseContext } from "@redthread/core/build";
import type { PropertyGraph } from "@redthread/core/graph";
import {
  type Claim,
  type ClaimQualifiers,
  type ClaimValue,
  type DocumentEntity,
  type Entity,
  type EntityAttributes,
  type EntityType,
  type Modality,
  quoteEvidence,
  type RelationType,
  type ReportDocument,
} from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import { narcoticsPack } from "../support/narcotics-pack.js";
import { smallPack } from "../support/small-pack.js";

interface Told {
  /** The sentence that proves it; it must stand in the report. */
  readonly quote: string;
  /** Further sentences of a claim that joins several. */
  readonly also?: readonly string[];
  readonly modality?: Modality;
  readonly confidence?: number;
  readonly qualifiers?: ClaimQualifiers;
  readonly attributedTo?: string;
}

/** A case made by hand: reports of invented text, entities and claims that quote them. */
export class InventedCase {
  readonly #documents = new Map<string, ReportDocument>();
  readonly #entities = new Map<string, Entity>();
  readonly #claims: Claim[] = [];
  readonly #mentions = new Map<string, DocumentEntity>();

  report(
    id: string,
    text: string,
    publisher: string | null = null,
    date: string | null = null,
  ): this {
    const sentences = [...text.matchAll(/[^.]+\./g)].map((match, index) => ({
      index,
      block: 0,
      start: match.index + match[0].length - match[0].trimStart().length,
      end: match.index + match[0].length,
    }));
    this.#documents.set(id, {
      id,
      sha256: createHash("sha256").update(text).digest("hex"),
      path: `${id.slice(4)}.txt`,
      title: null,
      publisher,
      date: date === null ? null : { value: date, basis: "header" },
      language: "en",
      text,
      blocks: [],
      sentences,
      dateOrder: null,
      notices: [],
    });
    return this;
  }

  /** An entity mentioned wherever its name stands in a report. */
  entity(id: string, type: EntityType, name: string, attributes: EntityAttributes = {}): this {
    const members: string[] = [];
    for (const document of this.#documents.values()) {
      const at = document.text.indexOf(name);
      if (at < 0) continue;
      const member = `${document.id}#${id}`;
      const sentence = document.sentences.findIndex((one) => one.start <= at && at < one.end);
      const mention = {
        id: `${document.id}:${at}-${at + name.length}:${type}`,
        start: at,
        end: at + name.length,
        type: "Agency" as const,
        role: "body" as const,
        sentence,
        name,
        key: null,
        country: null,
        rule: "hand.mention",
        score: 0.9,
        form: "name" as const,
      };
      members.push(member);
      this.#mentions.set(member, {
        id: member,
        document: document.id,
        type,
        role: narcoticsPack.schema.roleOf(type) ?? "organization",
        name,
        aliases: [],
        mentions: [mention],
        key: null,
        attributes,
      });
    }
    const documents = members.map((member) => member.slice(0, member.indexOf("#")));
    this.#entities.set(id, { id, type, name, aliases: [], members, documents, attributes });
    return this;
  }

  relate(document: string, subject: string, type: RelationType, object: string, told: Told): this {
    this.#claims.push({
      kind: "relation",
      type,
      object,
      ...this.#claim(document, subject, `${type} ${object}`, told),
    });
    return this;
  }

  tell(document: string, subject: string, property: string, value: ClaimValue, told: Told): this {
    this.#claims.push({
      kind: "property",
      property,
      value,
      ...this.#claim(document, subject, `${property} ${value}`, told),
    });
    return this;
  }

  get claims(): readonly Claim[] {
    return [...this.#claims].sort((a, b) => compareText(a.id, b.id));
  }

  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#documents].map(([id, document]) => [id, document.text]));
  }

  build(): PropertyGraph {
    const documents = [...this.#documents.values()].map((document) => ({
      document,
      paths: [document.path],
    }));
    const entities = [...this.#entities.values()].map((entity) => ({
      ...entity,
      documents: this.#documentsOf(entity),
    }));
    const resolution = { entities, claims: this.claims, decisions: [] };
    const extractions = documents.map(({ document }) => ({
      document,
      entities: [...this.#mentions.values()].filter((one) => one.document === document.id),
      claims: [],
    }));
    const pack = smallPack();
    return buildGraph(resolution, createCaseContext(documents, extractions, resolution, pack));
  }

  /** Reports that mention it or make claims about it. */
  #documentsOf(entity: Entity): readonly string[] {
    const claimed = this.#claims
      .filter((claim) => claim.subject === entity.id)
      .map((claim) => claim.document);
    return [...new Set([...entity.documents, ...claimed])].sort();
  }

  #claim(id: string, subject: string, what: string, told: Told) {
    const [first, ...others] = [told.quote, ...(told.also ?? [])].map((quote) =>
      this.#quote(id, quote),
    );
    if (first === undefined) throw new TypeError(`nothing of ${id} is quoted`);
    return {
      id: `claim:${id} ${subject} ${what} ${told.modality ?? ""} ${first.span.start} ${others.length}`,
      document: id,
      subject,
      modality: told.modality ?? ("asserted" as const),
      attributedTo: told.attributedTo ?? null,
      extractor: "by-hand",
      rule: "hand.rule",
      confidence: told.confidence ?? 0.8,
      confidenceRule: told.confidence ?? 0.8,
      confidenceWording: 1,
      qualifiers: told.qualifiers ?? {},
      evidence: [first, ...others] as const,
    };
  }

  #quote(id: string, quote: string) {
    const document = this.#documents.get(id);
    const start = document?.text.indexOf(quote) ?? -1;
    if (document === undefined || start < 0) throw new TypeError(`${id} has no "${quote}"`);
    const sentence = document.sentences.findIndex((one) => one.start <= start && start < one.end);
    return quoteEvidence(document, sentence, { start, end: start + quote.length });
  }
}

/** A relationship's properties by key, floats as plain numbers. */
export function relationships(
  graph: PropertyGraph,
  type: string,
): readonly Readonly<Record<string, unknown>>[] {
  const found: Record<string, unknown>[] = [];
  graph.forEachRelationship(type, (relationship) => {
    const properties = graph
      .relationshipPropertyKeys(relationship)
      .map((key) => [key, plain(graph.relationshipProperty(relationship, key))]);
    const ends = {
      start: graph.nodeProperty(graph.startOf(relationship), "id"),
      end: graph.nodeProperty(graph.endOf(relationship), "id"),
    };
    found.push({ ...ends, ...Object.fromEntries(properties) });
    return true;
  });
  return found;
}

/** A node's properties by key, floats as plain numbers. */
export function node(graph: PropertyGraph, id: string): Readonly<Record<string, unknown>> {
  let found: Record<string, unknown> = {};
  graph.forEachNode(null, (slot) => {
    if (graph.nodeProperty(slot, "id") !== id) return true;
    const keys = graph.nodePropertyKeys(slot);
    found = Object.fromEntries(keys.map((key) => [key, plain(graph.nodeProperty(slot, key))]));
    found["labels"] = graph.labelsOf(slot);
    return false;
  });
  return found;
}

const plain = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "value" in value ? value.value : value;
