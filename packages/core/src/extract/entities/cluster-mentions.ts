import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import { slug } from "../../packs/compile-lexicon.js";
import type { DomainPack } from "../../packs/domain-pack.js";

/**
 * The things one report tells of: its mentions clustered by identity, name, acronym and
 * description. Sorted by id.
 */
export function clusterMentions(
  document: ReportDocument,
  mentions: readonly Mention[],
  pack: DomainPack,
): readonly DocumentEntity[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const id = `${document.id}#${mention.type}:${mention.key ?? slug(mention.name)}`;
    groups.set(id, [...(groups.get(id) ?? []), mention]);
  }
  return [...groups]
    .map(([id, group]) => toEntity(document, id, group, pack))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toEntity(
  document: ReportDocument,
  id: string,
  mentions: readonly Mention[],
  pack: DomainPack,
): DocumentEntity {
  const first = mentions[0];
  const entry = first?.key == null ? undefined : pack.entries.get(first.key);
  const name = entry?.name ?? first?.name ?? "";
  return {
    id,
    document: document.id,
    type: first?.type ?? "Person",
    name,
    aliases: [...new Set(mentions.map((m) => m.name))].filter((n) => n !== name).sort(),
    mentions,
    key: first?.key ?? null,
    attributes: {
      ...(entry?.country == null ? {} : { country: entry.country }),
      ...(entry?.unspecified ? { unspecified: true as const } : {}),
    },
  };
}
