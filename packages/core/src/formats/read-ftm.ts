import { EDGES } from "./ftm-schema.js";
import {
  graphOfElements,
  type LinkElement,
  type NodeElement,
  type Property,
  unusable,
} from "./graph-elements.js";
import type { ReadFiles } from "./graph-format.js";
import { isObject, type JsonObject, readJsonObject } from "./read-json.js";

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** FollowTheMoney of any program: its schemata are labels, its links relationships, and so are ids in properties. */
export const readFtm: ReadFiles = (files) => {
  const entities = ([...files.values()][0] ?? "")
    .split("\n")
    .filter((line) => /\S/.test(line))
    .map((line, at) => entityOf(readJsonObject(line), at + 1));
  const things = entities.filter(({ schema }) => !EDGES.has(schema));
  const known = new Set(things.map(({ id }) => id));
  const read = entities.map((entity) => linksOf(entity, known));
  const links = read.flatMap(({ found }) => found);
  const lost = read.reduce((sum, { missing }) => sum + missing, 0);
  const nodes = things.map((thing) => nodeOf(thing, known));
  return {
    graph: graphOfElements({ nodes, links }),
    notes: lost === 0 ? [] : [`${lost} links left out: the file does not hold what they lead to.`],
  };
};

function entityOf(value: JsonObject, line: number): Entity {
  const { id, schema, properties } = value;
  if (typeof id !== "string" || typeof schema !== "string")
    throw unusable(`line ${line} has no \`id\` and \`schema\`, as FollowTheMoney's entities have`);
  const told = Object.entries(isObject(properties) ? properties : {}).map(([key, values]) => {
    const list = Array.isArray(values) ? values : [values];
    return [key, list.filter((one) => typeof one === "string")] as const;
  });
  return { id, schema, properties: new Map(told) };
}

/** Properties as values: one as itself, several as a list; a first name stands alone. */
function nodeOf({ id, schema, properties }: Entity, known: ReadonlySet<string>): NodeElement {
  const told = [...properties].flatMap(([key, values]): readonly Property[] => {
    const plain = values.filter((value) => !known.has(value));
    const [first, ...others] = plain;
    if (first === undefined) return [];
    if (key !== "name" || others.length === 0)
      return [[key === "id" ? "ftmId" : key, others.length === 0 ? first : plain]];
    return [
      ["name", first],
      ["otherNames", others],
    ];
  });
  return { id, labels: [schema], properties: told };
}

interface FoundLinks {
  readonly found: readonly LinkElement[];
  readonly missing: number;
}

function linksOf(entity: Entity, known: ReadonlySet<string>): FoundLinks {
  const ends = EDGES.get(entity.schema);
  if (ends === undefined) return { found: referencesOf(entity, known), missing: 0 };
  const [sources = [], targets = []] = ends.map((end) => entity.properties.get(end) ?? []);
  const pairs = sources.flatMap((start) => targets.map((end) => ({ start, end })));
  const whole = pairs.filter(({ start, end }) => known.has(start) && known.has(end));
  const told = nodeOf(entity, new Set()).properties.filter(([key]) => !ends.includes(key));
  const found = whole.map(({ start, end }, at): LinkElement => {
    const id = at === 0 ? entity.id : `${entity.id}#${at}`;
    return { id, type: upperSnake(entity.schema), start, end, properties: told };
  });
  return { found, missing: Math.max(1, pairs.length) - whole.length };
}

/** Other things that a thing names by id, such as an event its organizer. */
function referencesOf(
  { id, properties }: Entity,
  known: ReadonlySet<string>,
): readonly LinkElement[] {
  return [...properties].flatMap(([key, values]) =>
    values
      .filter((value) => known.has(value))
      .map((end): LinkElement => {
        return { id: `${id}:${key}:${end}`, type: upperSnake(key), start: id, end, properties: [] };
      }),
  );
}

const upperSnake = (name: string): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
