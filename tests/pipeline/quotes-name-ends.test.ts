import { buildCase } from "@redthread/core/build";
import { expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { readFolder } from "./read-folder.js";

const { extractions } = buildCase(readFolder("examples/captagon-route/reports"), {
  pack: narcoticsPack(),
});

it("quotes a sentence that names each end of each link", () => {
  const unnamed = extractions.flatMap(({ entities, claims }) => {
    const things = new Map(entities.map((entity) => [entity.id, entity]));
    return claims.flatMap((claim) => {
      if (claim.kind !== "relation") return [];
      return [claim.subject, claim.object].flatMap((id) => {
        const mentions = things.get(id)?.mentions ?? [];
        const isQuoted = mentions.some((mention) =>
          claim.evidence.some(({ span }) => span.start <= mention.start && mention.end <= span.end),
        );
        return mentions.length === 0 || isQuoted ? [] : [`${claim.rule}: ${things.get(id)?.name}`];
      });
    });
  });
  expect(unnamed).toEqual([]);
});
