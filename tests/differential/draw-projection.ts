import type { Draw } from "./draw.js";
import { gathered, placeOf } from "./draw-aggregate.js";
import { extra, type Phrase, phrase } from "./phrase.js";
import { expression } from "./place.js";
import type { Meant, Scope, Variable } from "./scope.js";

const VALUES = ["int", "float", "text", "truth", "day", "ints", "texts", "map", "mixed"] as const;

/** A column, and what rows are ordered by to order them by it; null where nothing would do. */
interface Column {
  readonly item: Phrase;
  readonly key: string | null;
}

/** What the columns of a UNION hold, so that both halves have the same ones. */
export function drawColumns(draw: Draw): readonly Meant[] {
  return draw.times(1, 3, () => draw.one(VALUES));
}

/**
 * RETURN. With a limit the rows are ordered by every column, so that any two orders that are right give
 * the same rows.
 */
export function drawReturn(draw: Draw, scope: Scope, meants: readonly Meant[] | null): Phrase {
  const columns = meants === null ? free(draw, scope) : computed(draw, scope, meants);
  const list = columns.flatMap(({ item }, at) => (at === 0 ? [item] : [", ", item]));
  const keys = columns.flatMap(({ key }) => (key === null ? [] : [key]));
  const isTotal = meants === null && keys.length === columns.length;
  return phrase("clause", [
    `RETURN ${draw.chance(0.15) ? "DISTINCT " : ""}`,
    ...list,
    ...(isTotal && draw.chance(0.5) ? [sorted(draw, keys)] : []),
  ]);
}

function free(draw: Draw, scope: Scope): readonly Column[] {
  const shown = scope.variables.filter(() => draw.chance(0.5)).map(shownAs);
  const meants = draw.times(shown.length === 0 ? 1 : 0, 2, () => draw.one(VALUES));
  const made = [...shown, ...computed(draw, scope, meants)];
  return draw.chance(0.2) ? [...made, aggregated(draw, scope)] : made;
}

function shownAs({ name, meant }: Variable): Column {
  if (meant === "bag") return { item: phrase("item", [`${name} AS bag_${name}`]), key: null };
  const key = meant === "node" || meant === "rel" ? `${name}.k` : name;
  return { item: phrase("item", [name]), key: meant === "path" ? null : key };
}

function computed(draw: Draw, scope: Scope, meants: readonly Meant[]): readonly Column[] {
  return meants.map((meant, at) => ({
    item: phrase("item", [expression(placeOf(draw, scope), meant), ` AS x${at}`]),
    key: `x${at}`,
  }));
}

function aggregated(draw: Draw, scope: Scope): Column {
  const { parts, meant } = gathered(draw, scope);
  const name = meant === "bag" ? "bag_y" : "y";
  return { item: phrase("item", [...parts, ` AS ${name}`]), key: meant === "bag" ? null : name };
}

function sorted(draw: Draw, by: readonly string[]): Phrase {
  const keys = by.map((key) => `${key}${draw.one(["", "", " DESC", " ASC"])}`);
  return extra("order", [
    ` ORDER BY ${keys.join(", ")}`,
    ...(draw.chance(0.3) ? [extra("skip", [` SKIP ${draw.whole(0, 3)}`])] : []),
    ...(draw.chance(0.5) ? [extra("limit", [` LIMIT ${draw.whole(0, 5)}`])] : []),
  ]);
}
