// What formats outside of core, which need a library, are written with.
export { caseElements, linksByNode, numberOf, textOf, textsOf } from "./case-elements.js";
export { displayName } from "./display-name.js";
export { elementsOf } from "./graph-elements.js";
export { textOfValue, typeOfValue } from "./typed-text.js";
export { fitForXml } from "./xml-text.js";
