import type { FunctionCall } from "../ast/expression.js";
import { assertType } from "./rules/invalid-argument-type.js";
import { semanticError } from "./rules/semantic-error.js";
import {
  ANY,
  BOOLEAN,
  DURATION,
  FLOAT,
  INTEGER,
  join,
  listOf,
  MAP,
  NODE,
  NULL,
  POINT,
  RELATIONSHIP,
  STRING,
  type StaticType,
  TEMPORAL,
  type TypeKind,
} from "./static-type.js";

/** What the first argument has to be, for functions that make no sense of anything else. */
const FIRST_ARGUMENT: ReadonlyMap<string, readonly TypeKind[]> = new Map([
  ["labels", ["node"]],
  ["type", ["relationship"]],
  ["startnode", ["relationship"]],
  ["endnode", ["relationship"]],
  ["length", ["path"]],
  ["nodes", ["path"]],
  ["relationships", ["path"]],
  ["size", ["list", "string"]],
  ["properties", ["node", "relationship", "map"]],
  ["keys", ["node", "relationship", "map"]],
  ["id", ["node", "relationship"]],
  ["elementid", ["node", "relationship"]],
  ["toboolean", ["boolean", "integer", "string"]],
  ["sum", ["number", "duration"]],
  ["avg", ["number", "duration"]],
  ...each<readonly TypeKind[]>(
    ["list"],
    "vector.similarity.cosine vector.similarity.euclidean head last tail tostringlist tointegerlist tofloatlist tobooleanlist",
  ),
  ["isempty", ["list", "string", "map"]],
  ["reverse", ["list", "string"]],
  ["tofloat", ["number", "string"]],
  ...each<readonly TypeKind[]>(
    ["number"],
    "abs ceil floor round sign sqrt exp log log10 sin cos tan isnan",
  ),
  ...each<readonly TypeKind[]>(
    ["string"],
    "toupper tolower upper lower trim ltrim rtrim btrim replace substring left right split char_length character_length normalize",
  ),
]);

/** What the arguments behind the first have to be. */
const LATER_ARGUMENTS: ReadonlyMap<string, readonly (readonly TypeKind[])[]> = new Map([
  ["replace", [["string"], ["string"]]],
  ["split", [["string", "list"]]],
  ["substring", [["integer"], ["integer"]]],
  ["left", [["integer"]]],
  ["right", [["integer"]]],
  ["round", [["integer"], ["string"]]],
]);

/** The same for each of some names. */
function each<T>(of: T, names: string): [string, T][] {
  return names.split(" ").map((name) => [name, of]);
}

const RESULTS: ReadonlyMap<string, StaticType> = new Map([
  ...each<StaticType>(
    STRING,
    "ltrim rtrim btrim upper lower tostringornull valuetype randomuuid normalize",
  ),
  ...each<StaticType>(INTEGER, "char_length character_length tointegerornull sign"),
  ...each<StaticType>(
    FLOAT,
    "ceil floor round sqrt exp log log10 sin cos tan pi e tofloatornull percentilecont",
  ),
  ...each<StaticType>(BOOLEAN, "tobooleanornull isempty isnan"),
  ...each<StaticType>(TEMPORAL, "date datetime localdatetime time localtime"),
  ...each<StaticType>(
    TEMPORAL,
    "date.truncate datetime.truncate localdatetime.truncate time.truncate localtime.truncate",
  ),
  ...each<StaticType>(
    DURATION,
    "duration duration.between duration.inmonths duration.indays duration.inseconds",
  ),
  ["point", POINT],
  ["tostringlist", listOf(STRING)],
  ["tointegerlist", listOf(INTEGER)],
  ["tofloatlist", listOf(FLOAT)],
  ["tobooleanlist", listOf(BOOLEAN)],
  ["labels", listOf(STRING)],
  ["type", STRING],
  ["startnode", NODE],
  ["endnode", NODE],
  ["length", INTEGER],
  ["size", INTEGER],
  ["nodes", listOf(NODE)],
  ["relationships", listOf(RELATIONSHIP)],
  ["properties", MAP],
  ["keys", listOf(STRING)],
  ["id", INTEGER],
  ["elementid", STRING],
  ["count", INTEGER],
  ["range", listOf(INTEGER)],
  ["split", listOf(STRING)],
  ["tostring", STRING],
  ["toupper", STRING],
  ["tolower", STRING],
  ["trim", STRING],
  ["replace", STRING],
  ["substring", STRING],
  ["left", STRING],
  ["right", STRING],
  ["tointeger", INTEGER],
  ["tofloat", FLOAT],
  ["toboolean", BOOLEAN],
  ["rand", FLOAT],
  ["timestamp", INTEGER],
  ["avg", ANY],
  ["stdev", FLOAT],
  ["stdevp", FLOAT],
]);

/** What the older form of `IS NOT NULL` may ask for. */
const LOOK_UPS: ReadonlySet<string> = new Set(["PropertyAccess", "IndexAccess"]);

const HINTS: ReadonlyMap<string, string> = new Map([
  ["length", "Use `size()` for lists and texts."],
  ["size", "Use `length()` for paths."],
]);

/** The type a call gives. @throws CypherError `InvalidArgumentType` for an argument that can never do */
export function checkCallTypes(
  call: FunctionCall,
  argumentTypes: readonly StaticType[],
): StaticType {
  const name = call.name.toLowerCase();
  const kinds = FIRST_ARGUMENT.get(name);
  const [first] = argumentTypes;
  const [argument] = call.arguments;
  if (name === "exists" && argument !== undefined && !LOOK_UPS.has(argument.kind)) {
    throw semanticError(
      "InvalidArgumentType",
      "`exists()` asks for something that is neither a property nor a pattern.",
      argument.span,
      "Write `IS NOT NULL` for other values.",
    );
  }
  if (kinds !== undefined && first !== undefined && argument !== undefined) {
    const hint = HINTS.get(name) ?? null;
    assertType(first, kinds, `The argument of \`${call.name}()\``, argument.span, hint);
  }
  for (const [at, later] of (LATER_ARGUMENTS.get(name) ?? []).entries()) {
    const [type, given] = [argumentTypes[at + 1], call.arguments[at + 1]];
    if (type === undefined || given === undefined) break;
    assertType(type, later, `Argument ${at + 2} of \`${call.name}()\``, given.span);
  }
  if (name === "coalesce") return argumentTypes.reduce(join, NULL);
  return resultType(name, first ?? ANY);
}

function resultType(name: string, first: StaticType): StaticType {
  switch (name) {
    case "collect":
      return listOf(first);
    case "head":
    case "last":
      return first.kind === "list" ? first.item : ANY;
    case "tail":
    case "reverse":
      return first.kind === "list" || first.kind === "string" ? first : ANY;
    case "min":
    case "max":
      return first;
    case "abs":
    case "sum":
      return first.kind === "integer" || first.kind === "float" ? first : ANY;
    default:
      return RESULTS.get(name) ?? ANY;
  }
}
