import {
  FactDeclaration,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';

/** Which fact ids scorecards may name: those declared, and those ever received. */
export interface KnownFacts {
  /** All of them, by id. */
  list(): Promise<KnownFact[]>;

  /** What a source or the configuration declares under an id. Needs no database. */
  declaration(factId: string): FactDeclaration | undefined;
}
