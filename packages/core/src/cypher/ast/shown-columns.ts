/** What SHOW can list: by which procedure, with which columns, and how many of them without YIELD. */
export interface ShownColumns {
  readonly procedure: string;
  readonly columns: readonly string[];
  readonly brief: number;
}

const words = (text: string): readonly string[] => text.split(" ");

/** The columns of Neo4j 5.26. */
export const SHOWN = {
  INDEXES: {
    procedure: "show indexes",
    columns: words(
      "id name state populationPercent type entityType labelsOrTypes properties indexProvider owningConstraint lastRead readCount trackedSince options failureMessage createStatement",
    ),
    brief: 12,
  },
  CONSTRAINTS: {
    procedure: "show constraints",
    columns: words(
      "id name type entityType labelsOrTypes properties ownedIndex propertyType options createStatement",
    ),
    brief: 8,
  },
  FUNCTIONS: {
    procedure: "show functions",
    columns: words(
      "name category description signature isBuiltIn argumentDescription returnDescription aggregating rolesExecution rolesBoostedExecution isDeprecated deprecatedBy",
    ),
    brief: 3,
  },
  PROCEDURES: {
    procedure: "show procedures",
    columns: words(
      "name description mode worksOnSystem signature argumentDescription returnDescription admin rolesExecution rolesBoostedExecution isDeprecated deprecatedBy option",
    ),
    brief: 4,
  },
} as const satisfies Readonly<Record<string, ShownColumns>>;
