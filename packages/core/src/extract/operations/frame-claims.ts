import type { Claim, ClaimQualifiers } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RuleId } from "../../packs/engine-rules.js";
import type { ClaimGround, ClaimMaker } from "../claims/claim-maker.js";
import type { DocumentView } from "../view/document-view.js";
import type { PeopleCount } from "./count-people.js";
import type { OperationFrame, Seized, Told } from "./operation-frame.js";

/** An action as a thing of the report, with the group it singled out, and its claims. */
export interface OperationFindings {
  readonly frame: OperationFrame;
  readonly operation: DocumentEntity;
  /** Named groups it hit, and the unnamed one where there is one. */
  readonly networks: readonly Told<DocumentEntity>[];
  readonly entities: readonly DocumentEntity[];
  readonly claims: readonly Claim[];
}

/** Who takes part in an action, and what it is aimed at or lies in. */
type AgentRole = "conducted" | "supported";
type EndRole = "place-of-action" | "targeted";

export function frameClaims(
  view: DocumentView,
  frame: OperationFrame,
  unnamedGoods: DocumentEntity | null,
  maker: ClaimMaker,
): OperationFindings {
  const operation = operationOf(view, frame);
  const unnamed = unnamedNetwork(view, frame, operation);
  const networks = unnamed === null ? frame.networks : [...frame.networks, unnamed];
  const from = (role: AgentRole, told: Told<DocumentEntity>): readonly Claim[] =>
    maker.relation(told.value, role, operation, groundOf(`operation.${role}`, told.sentence));
  const to = (role: EndRole, told: Told<DocumentEntity>): readonly Claim[] =>
    maker.relation(operation, role, told.value, groundOf(`operation.${role}`, told.sentence));
  const claims: Claim[] = [
    maker.property(operation, "kind", frame.kind, groundOf("operation.kind", frame.lead.sentence)),
    ...dateClaims(operation, frame, maker),
    ...countClaims(operation, "arrested", frame.arrested, maker),
    ...countClaims(operation, "killed", frame.killed, maker),
    ...frame.agencies.flatMap((told) => from("conducted", told)),
    ...frame.partners.flatMap((told) => from("supported", told)),
    ...frame.places.flatMap((told) => to("place-of-action", told)),
    ...networks.flatMap((told) => to("targeted", told)),
    ...frame.targets.flatMap(({ value, sentence, also, role }) =>
      maker.relation(
        operation,
        "targeted",
        value,
        { rule: "operation.targeted", sentences: [sentence, ...also] },
        { role },
      ),
    ),
    ...frame.seized.flatMap((told) => seizedClaim(operation, told, unnamedGoods, maker)),
  ];
  return {
    frame,
    operation,
    networks,
    entities: unnamed === null ? [operation] : [operation, unnamed.value],
    claims,
  };
}

const groundOf = (rule: RuleId, sentence: number): ClaimGround => ({ rule, sentences: [sentence] });

function operationOf(view: DocumentView, frame: OperationFrame): DocumentEntity {
  const { lead } = frame;
  const start = lead.view.items[lead.range.from]?.start ?? lead.view.sentence.start;
  const place = frame.places[0]?.value.name;
  const date = frame.date?.value.value;
  const name = [
    frame.kind,
    place === undefined ? "" : `in ${place}`,
    date == null ? "" : `(${date})`,
  ];
  return {
    id: `${view.document.id}#Operation:${start}`,
    document: view.document.id,
    type: "Operation",
    role: "operation",
    name: name.filter((part) => part !== "").join(" "),
    aliases: [],
    mentions: [],
    key: null,
    attributes: {},
  };
}

/** The group without a name, known by the action alone; its id never depends on its wording. */
function unnamedNetwork(
  view: DocumentView,
  frame: OperationFrame,
  operation: DocumentEntity,
): Told<DocumentEntity> | null {
  const type = view.book.schema.typeOf("group");
  if (type === null || frame.unnamed === null || frame.networks.length > 0) return null;
  const { phrases } = frame.unnamed.value;
  const head = phrases.find((phrase) => !phrase.includes(" ")) ?? "network";
  const place = frame.places[0]?.value.name;
  const verb = frame.kind === "dismantling" ? "dismantled" : "targeted";
  const name = place === undefined ? `${head} ${verb}` : `${head} ${verb} in ${place}`;
  const aliases = new Set(
    phrases.flatMap((phrase) => [phrase, phrase.split(" ").at(-1) ?? phrase]),
  );
  if (place !== undefined) aliases.add(`network ${verb} in ${place}`);
  aliases.delete(name);
  const value: DocumentEntity = {
    id: operation.id.replace("#Operation:", `#${type}:`),
    document: view.document.id,
    type,
    role: "group",
    name,
    aliases: [...aliases].sort(),
    mentions: [],
    key: null,
    attributes: { unnamed: true },
  };
  return { value, sentence: frame.unnamed.sentence };
}

function dateClaims(
  operation: DocumentEntity,
  { date }: OperationFrame,
  maker: ClaimMaker,
): Claim[] {
  if (date === null) return [];
  const { value, from, to } = date.value;
  const ground = groundOf("operation.date", date.sentence);
  const bounds = { dateFrom: from, dateTo: to };
  if (value !== null) return [maker.property(operation, "date", value, ground, bounds)];
  return [
    maker.property(operation, "dateFrom", from, ground),
    maker.property(operation, "dateTo", to, ground),
  ];
}

function countClaims(
  operation: DocumentEntity,
  property: "arrested" | "killed",
  count: Told<PeopleCount> | null,
  maker: ClaimMaker,
): Claim[] {
  if (count === null) return [];
  const { value, low, high, qualifier } = count.value;
  const ground = groundOf(`operation.${property}`, count.sentence);
  return [maker.property(operation, property, value, ground, { low, high, qualifier })];
}

function seizedClaim(
  operation: DocumentEntity,
  told: Told<Seized>,
  unnamed: DocumentEntity | null,
  maker: ClaimMaker,
): readonly Claim[] {
  const { goods, amount } = told.value;
  const qualifiers: ClaimQualifiers =
    amount === null
      ? { amount: null, unit: "other" }
      : {
          amount: amount.value,
          low: amount.low,
          high: amount.high,
          qualifier: amount.qualifier,
          unit: amount.unit,
          kilograms: amount.kilograms,
        };
  const ground = groundOf("operation.seized", told.sentence);
  const what = goods ?? unnamed;
  return what === null ? [] : maker.relation(operation, "seized", what, ground, qualifiers);
}
