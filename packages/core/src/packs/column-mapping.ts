import { z } from "zod";
import type { DomainPack } from "./domain-pack.js";
import { packInvalid } from "./pack-table.js";
import { parsePackYaml } from "./pack-yaml.js";

const mappingSchema = z.strictObject({
  /** Headings of the user's tables, by the name of the column in the pack. */
  columns: z.record(z.string(), z.array(z.string().min(1).max(200)).min(1)),
});

/**
 * A pack that knows more headings of tables: `columns: { amount: [Kilos], place: [Where found] }`.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function withColumns(pack: DomainPack, file: string, content: string): DomainPack {
  const { value, fault } = parsePackYaml(file, content, mappingSchema);
  const { columns } = pack.tables;
  const unknown = Object.keys(value.columns).find((name) => columns[name] === undefined);
  if (unknown !== undefined)
    throw fault(
      ["columns", unknown],
      `maps to a column \`${unknown}\`; there are ${Object.keys(columns).sort().join(", ")}`,
    );
  if (Object.keys(value.columns).length === 0) throw packInvalid(file, null, "maps no column");
  const merged = Object.entries(columns).map(([name, words]) => {
    const own = value.columns[name] ?? [];
    const others = words.filter((word) => !isTaken(word, name, value.columns));
    return [name, [...own, ...others]] as [string, string[]];
  });
  return { ...pack, tables: { ...pack.tables, columns: Object.fromEntries(merged) } };
}

/** A heading that the user gives to another column is no word for this one any more. */
const isTaken = (
  word: string,
  name: string,
  columns: Readonly<Record<string, readonly string[]>>,
): boolean =>
  Object.entries(columns).some(
    ([other, words]) =>
      other !== name && words.some((one) => one.toLowerCase() === word.toLowerCase()),
  );
