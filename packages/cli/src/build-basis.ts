import {
  type BuildOptions,
  linesInForce,
  parseExternalClaims,
  readJudgements,
} from "@redthread/core/build";
import { PEOPLES_FILES } from "./case/case-layout.js";
import { type AnchoredJudgements, anchorJudgements } from "./case/judgement-anchors.js";
import { judgementTexts, type PeoplesWords, readPeoplesFiles } from "./case/peoples-files.js";
import { type ChosenPack, choosePack } from "./choose-pack.js";

/** What a build goes by beside its documents. */
export interface BuildBasis {
  readonly chosen: ChosenPack;
  readonly people: PeoplesWords;
  readonly anchored: AnchoredJudgements;
  readonly options: BuildOptions;
}

/**
 * Reads the pack and what people wrote into a case folder.
 * @throws RedthreadError `PACK_INVALID`, `CLAIM_INVALID`.
 */
export function readBasis(folder: string, pack: string | undefined, cwd: string): BuildBasis {
  const chosen = choosePack(pack, folder, cwd);
  const people = readPeoplesFiles(folder);
  const { judgements, others } = linesInForce(readJudgements(judgementTexts(people)));
  const anchored = anchorJudgements(judgements, folder);
  const external = people.texts.get(PEOPLES_FILES.externalClaims) ?? "";
  return {
    chosen,
    people,
    anchored,
    options: {
      pack: chosen.pack,
      judgements: anchored.judgements,
      otherLines: others,
      external: parseExternalClaims(external, chosen.pack.schema),
    },
  };
}
