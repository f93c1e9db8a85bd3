import type { Claim } from "../../model/claim.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { OperationFindings } from "../operations/frame-claims.js";

/** What an action tells of the groups it hit: where they are active, and which drugs they move. */
export function findNetworkLinks(
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  return operations.flatMap((found) => linksOf(found, maker));
}

function linksOf({ frame, networks }: OperationFindings, maker: ClaimMaker): Claim[] {
  const local = frame.places.filter((place) => place.value.type === "Place");
  const places = local.length > 0 ? local : frame.places;
  return networks.flatMap((network) => [
    ...places.map((place) =>
      maker.relation(network.value, "OPERATES_IN", place.value, {
        rule: "network.frame-place",
        sentences: [network.sentence, place.sentence],
      }),
    ),
    ...frame.seized.flatMap(({ value, sentence }) =>
      value.drug === null
        ? []
        : [
            maker.relation(network.value, "TRAFFICS", value.drug, {
              rule: "network.frame-drug",
              sentences: [network.sentence, sentence],
            }),
          ],
    ),
  ]);
}
