/** Rooms of packages/core/src and what each may import: nothing points down this list. */
const CORE = {
  errors: [],
  text: ["errors"],
  model: ["errors", "text"],
  packs: ["errors", "text", "model"],
  graph: ["errors"],
  read: ["errors", "text", "model", "packs"],
  extract: ["errors", "text", "model", "packs"],
  resolve: ["errors", "text", "model", "packs"],
  origins: ["errors", "text", "model", "packs"],
  cypher: ["errors", "text", "graph"],
  stores: ["errors", "graph", "cypher", "text"],
  trace: ["errors", "text", "model", "graph", "cypher"],
  build: [
    "errors",
    "text",
    "model",
    "packs",
    "graph",
    "read",
    "extract",
    "resolve",
    "origins",
    "trace",
  ],
};

/** The stages of a query, in order. */
const CYPHER = {
  source: [],
  ast: ["source"],
  lexer: ["source"],
  parser: ["source", "lexer", "ast"],
  values: ["source"],
  functions: ["source", "values"],
  semantics: ["source", "ast", "values", "functions"],
  plan: ["source", "ast", "values", "functions", "semantics"],
  optimize: ["source", "ast", "plan"],
  evaluate: ["source", "ast", "values", "functions", "plan"],
  execute: ["source", "ast", "values", "functions", "semantics", "plan", "evaluate"],
};

/** From mentions to claims: what a room reads is found by those above it. */
const EXTRACT = {
  words: [],
  quantities: ["words"],
  mentions: ["words"],
  entities: ["words", "mentions"],
  dates: ["words", "quantities"],
  stream: ["words", "quantities", "dates"],
  clauses: ["words", "stream"],
  cues: ["words", "stream"],
  syntax: ["words", "stream"],
  view: ["words", "quantities", "dates", "stream", "clauses", "cues", "syntax"],
  claims: ["words", "view", "testing"],
  weights: ["words", "stream", "syntax", "view", "testing"],
  testing: ["words", "view"],
  predicates: ["words", "stream", "cues", "syntax", "view", "claims", "testing"],
  operations: [
    "words",
    "quantities",
    "stream",
    "cues",
    "syntax",
    "view",
    "claims",
    "predicates",
    "testing",
  ],
  routes: ["words", "stream", "cues", "view", "claims", "operations", "testing"],
  statistics: ["words", "quantities", "stream", "cues", "view", "claims", "operations"],
  relations: [
    "words",
    "stream",
    "cues",
    "syntax",
    "view",
    "claims",
    "predicates",
    "operations",
    "routes",
    "testing",
  ],
  explain: ["words", "mentions", "entities", "stream", "cues", "syntax", "view", "operations"],
};

/** From document entities to entities, a step a room. */
const RESOLVE = {
  identify: [],
  compare: ["identify"],
  block: ["identify", "compare"],
  judge: ["identify"],
  cluster: ["identify", "compare", "judge"],
  merge: ["identify"],
};

/** From a graph to an answer: what is read, where it is at home, how it is linked, how that is told. */
const TRACE = {
  read: [],
  homes: ["read"],
  graph: ["read", "homes"],
  names: ["read", "graph"],
  words: ["read"],
  chains: ["read", "graph", "names"],
  answers: ["read", "graph", "names", "words", "chains"],
  gaps: ["read", "graph", "chains"],
  diff: ["read", "graph"],
  cite: ["read", "graph", "words"],
  procedures: ["read", "graph", "names", "chains", "answers"],
};

/** The command line: commands on top, each a stranger to the others; the terminal knows of nothing. */
const CLI = {
  terminal: [],
  case: ["terminal"],
  input: ["terminal", "case"],
  extractor: ["terminal"],
  report: ["terminal", "case", "input"],
  export: ["terminal", "case"],
  path: ["terminal", "case", "report"],
  explain: ["terminal", "input", "report"],
  review: ["terminal", "case"],
  answers: ["terminal", "case", "report"],
  commands: [
    "terminal",
    "case",
    "input",
    "extractor",
    "report",
    "export",
    "path",
    "explain",
    "review",
    "answers",
  ],
};

/** The viewer: a scene is computed once, every painter draws the same one. */
const VIEWER = {
  theme: [],
  scene: ["theme"],
  labels: ["scene", "theme"],
  layout: ["scene", "labels", "theme"],
  render: ["scene", "theme"],
  panel: ["scene", "theme"],
  interact: ["scene", "theme"],
  report: ["scene", "render", "panel", "theme"],
  explain: ["report", "render", "theme"],
  app: ["scene", "labels", "render", "panel", "interact", "theme"],
};

const rooms = (base, table) =>
  Object.entries(table).map(([room, may]) => ({
    name: `room:${base.replace("packages/", "").replace("/src", "")}:${room}`,
    severity: "error",
    comment: `${base}/${room} may import ${may.join(", ") || "no other room"}: the pipeline points one way.`,
    from: { path: `^${base}/${room}/` },
    to: { path: `^${base}/[^/]+/`, pathNot: [room, ...may].map((name) => `^${base}/${name}/`) },
  }));

const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });
const FRONT_DOORS = [
  "^packages/[^/]+/src/index[.]ts$",
  "^packages/[^/]+/src/[^/]+/index[.]ts$",
  "^packages/core/src/stores/neo4j/index[.]ts$",
];
const TEST = "[.]test[.]ts$";

export default {
  forbidden: [
    ...rooms("packages/core/src", CORE),
    ...rooms("packages/core/src/cypher", CYPHER),
    ...rooms("packages/core/src/extract", EXTRACT),
    ...rooms("packages/core/src/resolve", RESOLVE),
    ...rooms("packages/core/src/trace", TRACE),
    ...rooms("packages/viewer/src", VIEWER),
    ...rooms("packages/cli/src", CLI),
    rule(
      "no-cycles",
      "Two files that need each other at run time are one file, or hide a third.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule(
      "no-unresolved",
      "An import that resolves to nothing fails for the user.",
      {},
      { couldNotResolve: true },
    ),
    rule(
      "front-door",
      "Packages meet at their front doors, so that a room can change inside.",
      { path: "^packages/([^/]+)/" },
      { path: "^packages/[^/]+/src/", pathNot: ["^packages/$1/", ...FRONT_DOORS] },
    ),
    rule(
      "front-door-from-tests",
      "A test that needs an internal belongs beside that internal.",
      { path: "^(tests|benches|scripts)/" },
      { path: "^packages/[^/]+/src/", pathNot: FRONT_DOORS },
    ),
    rule(
      "barrels-face-outward",
      "Inside a package, import the file that defines the name.",
      { path: "^packages/([^/]+)/src/", pathNot: "/index[.]ts$" },
      { path: "^packages/$1/src/.*/index[.]ts$|^packages/$1/src/index[.]ts$" },
    ),
    rule(
      "core-does-no-io",
      "Core and viewer run in a browser: files, processes and clocks belong to the command line.",
      { path: "^packages/(core|viewer)/src/", pathNot: TEST },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "driver-in-one-place",
      "Only the Neo4j store knows the driver, so that nothing else loads it.",
      { path: "^packages/", pathNot: "^packages/core/src/stores/neo4j/" },
      { path: "node_modules/neo4j-driver" },
    ),
    rule(
      "stores-are-strangers",
      "A store that knows another one cannot be replaced.",
      { path: "^packages/core/src/stores/([^/]+)/" },
      { path: "^packages/core/src/stores/[^/]+/", pathNot: "^packages/core/src/stores/$1/" },
    ),
    rule(
      "commands-are-strangers",
      "A command that knows another one cannot be read alone; what two share lies outside both.",
      { path: "^packages/cli/src/commands/" },
      { path: "^packages/cli/src/(commands/|program[.]ts)" },
    ),
    rule(
      "exporters-and-readers-are-strangers",
      "A format is one file; only its registry knows it, so that one more changes no other.",
      { path: "^packages/", pathNot: "/registry[.]ts$|[.]test[.]ts$" },
      {
        path: "^packages/(cli/src/export/(html|svg)|core/src/read/formats/(html|markdown|plain-text))[.]ts$",
      },
    ),
    rule(
      "tests-stay-out",
      "Shipped code never imports a test.",
      { path: "^packages/", pathNot: TEST },
      { path: [TEST, "^tests/", "^benches/"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@redthread/source", "types", "import", "node", "default"],
    },
  },
};
