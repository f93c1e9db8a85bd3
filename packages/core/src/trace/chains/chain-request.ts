import { RedthreadError } from "../../errors/redthread-error.js";
import { didYouMean } from "../../text/did-you-mean.js";
import type { Trace } from "../graph/trace-graph.js";
import { findEntity } from "../names/find-entity.js";
import type { TraceNode } from "../read/trace-node.js";
import { type ChainOptions, MOST_VIA } from "./chain-filter.js";
import type { DateWindow } from "./date-window.js";

/** Which chains are wanted, in the words of whoever asks; names, aliases or ids for entities. */
export interface ChainRequest {
  readonly types?: readonly string[];
  /** Entities, or relationship or entity types, left out. */
  readonly not?: readonly string[];
  readonly via?: readonly string[];
  /** A day, month or year: `2025-12-14`, `2025-12`, `2025`. */
  readonly at?: string;
  /** Two of them: `2025-12/2026-02`. */
  readonly between?: string;
  readonly minConfidence?: number;
  readonly modality?: readonly string[];
  readonly crossBorder?: boolean;
  readonly maxHops?: number;
  readonly limit?: number;
  readonly commonGround?: boolean;
}

/** A request resolved: indexes of the ends, and what a search takes. */
export interface ReadChainRequest {
  readonly from: TraceNode;
  readonly to: TraceNode;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly options: ChainOptions;
}

/** Ways of putting it of which a link may be wanted. */
const MODALITIES: readonly string[] = ["asserted", "attempted", "planned", "alleged"];
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** Hops beyond which everything is joined to everything and a search finds no end. */
const MOST_HOPS = 12;

/**
 * What is asked for, checked against the case.
 * @param find How a name is resolved; {@link findEntity} when absent.
 * @throws RedthreadError `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, `USAGE` for two names of one thing,
 * an unknown type or way of putting it, and a date or number that is none.
 */
export function readChainRequest(
  trace: Trace,
  fromName: string,
  toName: string,
  request: ChainRequest,
  find: (wanted: string) => TraceNode = (wanted) => findEntity(trace, wanted),
): ReadChainRequest {
  const [from, to] = [find(fromName), find(toName)];
  if (from.node === to.node) {
    throw usage(
      `\`${fromName}\` and \`${toName}\` both mean \`${from.id}\`. Name two different entities.`,
    );
  }
  const indexOf = ({ node }: TraceNode): number => trace.nodeAt.get(node) ?? -1;
  const via = (request.via ?? []).map((name) => indexOf(find(name)));
  if (via.length > MOST_VIA) {
    throw usage(`A chain can be led over at most ${MOST_VIA} stops; ${via.length} are named.`);
  }
  const { types, nodes } = readNot(trace, request.not ?? [], (name) => indexOf(find(name)));
  const during = readWindow(request);
  return {
    from,
    to,
    fromIndex: indexOf(from),
    toIndex: indexOf(to),
    options: {
      ...readFigures(request),
      types: (request.types ?? []).map((type) => knownType(trace, type)),
      notTypes: types,
      notNodes: nodes,
      via,
      modality: (request.modality ?? []).map(knownModality),
      crossBorder: request.crossBorder === true,
      commonGround: request.commonGround === true,
      ...(during === null ? {} : { during }),
    },
  };
}

function readFigures({ minConfidence, maxHops, limit }: ChainRequest): ChainOptions {
  if (minConfidence !== undefined && !(minConfidence >= 0 && minConfidence <= 1)) {
    throw usage(`A confidence lies between 0 and 1; ${minConfidence} does not.`);
  }
  if (maxHops !== undefined && !(Number.isInteger(maxHops) && maxHops > 0)) {
    throw usage(`A chain has a whole number of hops above 0; ${maxHops} is none.`);
  }
  if (maxHops !== undefined && maxHops > MOST_HOPS) {
    throw usage(`A chain of more than ${MOST_HOPS} hops joins anything; ask for at most so many.`);
  }
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) {
    throw usage(`The chains to show are a whole number above 0; ${limit} is none.`);
  }
  return {
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(maxHops === undefined ? {} : { maxHops }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Whatever is no type is an entity. */
function readNot(
  trace: Trace,
  not: readonly string[],
  indexOf: (name: string) => number,
): { readonly types: readonly string[]; readonly nodes: readonly number[] } {
  const known = new Set([...relationTypes(trace), ...entityTypes(trace)]);
  return {
    types: not.filter((one) => known.has(one)),
    nodes: not.filter((one) => !known.has(one)).map(indexOf),
  };
}

const relationTypes = ({ reader, schema }: Trace): readonly string[] => [
  ...new Set([...reader.relationshipTypes(), ...schema.data.relations.map(({ name }) => name)]),
];

const entityTypes = ({ reader, schema }: Trace): readonly string[] => [
  ...new Set([...reader.labels(), ...schema.data.entities.map(({ name }) => name)]),
];

function knownType(trace: Trace, type: string): string {
  const known = relationTypes(trace);
  if (known.includes(type)) return type;
  const meant = didYouMean(type, known);
  const hint =
    meant === null
      ? `This case has ${[...known].sort().join(", ")}.`
      : `Did you mean \`${meant}\`?`;
  throw usage(`\`${type}\` is no relationship type. ${hint}`);
}

function knownModality(modality: string): string {
  if (MODALITIES.includes(modality)) return modality;
  throw usage(`A link is ${MODALITIES.join(", ")}; \`${modality}\` is none of these.`);
}

function readWindow({ at, between }: ChainRequest): DateWindow | null {
  if (at !== undefined && between !== undefined) {
    throw usage("`at` and `between` both name a time. Give one of them.");
  }
  if (at !== undefined) return { from: readDate(at), to: readDate(at) };
  if (between === undefined) return null;
  const parts = between.split(/\/|\.\./);
  const [from = "", to = ""] = parts.map((part) => part.trim());
  if (parts.length !== 2) {
    throw usage(`\`${between}\` is no span of time. Write two dates such as 2025-12-01/2026-02.`);
  }
  const window = { from: readDate(from), to: readDate(to) };
  if (window.from > window.to && !window.from.startsWith(window.to)) {
    throw usage(`\`${between}\` ends before it begins. Write the earlier date first.`);
  }
  return window;
}

function readDate(text: string): string {
  if (DATE.test(text)) return text;
  throw usage(`\`${text}\` is no date. Write 2025-12-14, 2025-12 or 2025.`);
}

const usage = (message: string): RedthreadError => new RedthreadError("USAGE", message);
