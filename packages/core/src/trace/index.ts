export { confidenceBand } from "../model/confidence.js";
export {
  confidenceWords,
  countWords,
  type FigureStyle,
  figureWords,
  numberWords,
  type ToldFigure,
} from "../model/figure-words.js";
export { type CaseSummary, type Count, summarizeCase } from "./case-summary.js";
export type { Chain, ChainHop } from "./chain.js";
export { answerChains } from "./chain-answer.js";
export type { Crossing } from "./chain-borders.js";
export { type ChainKind, type ChainOptions, MOST_VIA } from "./chain-filter.js";
export {
  type ChainRequest,
  type ReadChainRequest,
  readChainRequest,
} from "./chain-request.js";
export type { DateWindow } from "./date-window.js";
export { type DateStyle, dateWords, rangeWords } from "./date-words.js";
export { type DescribedStep, describeChain, type EvidenceChain } from "./describe-chain.js";
export { type Disagreement, listDisagreements, type ToldValue } from "./disagreements.js";
export { type Dossier, type DossierLink, type DossierSource, describeEntity } from "./dossier.js";
export { type ChainResult, findChains } from "./find-chains.js";
export { findEntities, findEntity, namesOf } from "./find-entity.js";
export { type ChainVerdict, judgeChain, SURE_PRODUCT } from "./judge-chain.js";
export { plainSchema } from "./plain-schema.js";
export { traceProcedures } from "./procedures/trace-procedures.js";
export type { TraceQuote } from "./quotes.js";
export { type RouteStop, routeStops } from "./route-stops.js";
export { type SearchName, searchNames } from "./search-names.js";
export { type NamedState, nameStates, stateName } from "./state-names.js";
export { suggestChains } from "./suggest-chains.js";
export {
  createTrace,
  createTraceGraph,
  type Trace,
  type TraceGraph,
  type TraceGraphLink,
  type TraceGraphNode,
} from "./trace-graph.js";
export { strengthInWords, type TraceLink } from "./trace-link.js";
export type { TraceNode } from "./trace-node.js";
