export { confidenceBand } from "../model/confidence.js";
export {
  confidenceWords,
  countWords,
  type FigureStyle,
  figureWords,
  numberWords,
  type ToldFigure,
} from "../model/figure-words.js";
export { type CaseSummary, type Count, summarizeCase } from "./answers/case-summary.js";
export { answerChains, bandsOfChains } from "./answers/chain-answer.js";
export type { SpeakerOf } from "./answers/comparison.js";
export { type DescribedStep, describeChain, type EvidenceChain } from "./answers/describe-chain.js";
export {
  type Disagreement,
  listDisagreements,
  type ToldValue,
} from "./answers/disagreements.js";
export {
  type Dossier,
  type DossierLink,
  type DossierSource,
  describeEntity,
} from "./answers/dossier.js";
export type {
  DossierIdentity,
  DossierMerge,
  DossierNamesake,
  IdentityRecord,
  ToldNaming,
} from "./answers/identity.js";
export { type RouteStop, routeStops } from "./answers/route-stops.js";
export {
  type ActiveIn,
  type Crosser,
  type CrosserOptions,
  whoCrosses,
} from "./answers/who-crosses.js";
export type { Chain, ChainHop } from "./chains/chain.js";
export type { Crossing } from "./chains/chain-borders.js";
export { type ChainKind, type ChainOptions, MOST_VIA } from "./chains/chain-filter.js";
export {
  type ChainRequest,
  type ReadChainRequest,
  readChainRequest,
} from "./chains/chain-request.js";
export type { DateWindow } from "./chains/date-window.js";
export { type ChainResult, findChains } from "./chains/find-chains.js";
export { type ChainVerdict, judgeChain, SURE_PRODUCT } from "./chains/judge-chain.js";
export { suggestChains } from "./chains/suggest-chains.js";
export { type CitedLink, citeLinks } from "./cite/citation.js";
export { CITATION_STYLES, type CitationStyle } from "./cite/styles.js";
export { type CaseChange, CHANGE_KINDS, type ChangeKind } from "./diff/case-change.js";
export { compareCases } from "./diff/compare-cases.js";
export { GAP_KINDS, type Gap, type GapKind } from "./gaps/gap.js";
export { listGaps } from "./gaps/list-gaps.js";
export type { OpenPair } from "./gaps/may-be-one.js";
export { plainSchema } from "./graph/plain-schema.js";
export {
  createTrace,
  createTraceGraph,
  type Trace,
  type TraceGraph,
  type TraceGraphLink,
  type TraceGraphNode,
} from "./graph/trace-graph.js";
export { findEntities, findEntity, namesOf } from "./names/find-entity.js";
export { type SearchName, searchNames } from "./names/search-names.js";
export { type NamedState, nameStates, stateName } from "./names/state-names.js";
export { traceProcedures } from "./procedures/trace-procedures.js";
export { createDescriber, describeNode, describeSlot, quotesOfNode } from "./read/describe-node.js";
export type { TraceQuote } from "./read/quotes.js";
export { readTraceLink, type TraceLink } from "./read/trace-link.js";
export type { TraceNode } from "./read/trace-node.js";
export { allBands, type BandWorth, bandsInWords, bandsOf } from "./words/band-words.js";
export { type DateStyle, dateWords, rangeWords } from "./words/date-words.js";
export { createReasonWords, type ReasonWords } from "./words/reason-words.js";
export { marksInWords, strengthInWords } from "./words/strength-words.js";
