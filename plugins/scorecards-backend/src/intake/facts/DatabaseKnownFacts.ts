import {
  FactDeclaration,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { DbKnownFactRow } from '../../database/tables';
import { FactDeclarations } from './FactDeclarations';
import { KnownFacts } from './KnownFacts';

export class DatabaseKnownFacts implements KnownFacts {
  readonly #db: Knex;
  readonly #declarations: FactDeclarations;

  static create(options: {
    db: Knex;
    declarations: FactDeclarations;
  }): DatabaseKnownFacts {
    return new DatabaseKnownFacts(options.db, options.declarations);
  }

  private constructor(db: Knex, declarations: FactDeclarations) {
    this.#db = db;
    this.#declarations = declarations;
  }

  async list(): Promise<KnownFact[]> {
    const known = new Map<string, KnownFact>();
    for (const { declaration, source } of this.#declarations.list()) {
      known.set(declaration.id, {
        ...declaration,
        sources: source ? [source] : [],
        declared: true,
      });
    }
    const received = await this.#db<DbKnownFactRow>('known_facts')
      .select('fact_id', 'source', 'declaration')
      .orderBy(['fact_id', 'source']);
    for (const { fact_id: id, source, declaration } of received) {
      const fact: KnownFact = {
        ...(known.get(id) ?? { id, sources: [], declared: false }),
        // What is stored is the newest, whichever process ran the source: all have to tell the same of a fact.
        ...(declaration && this.#mayDeclare(source, id)
          ? { ...JSON.parse(declaration), declared: true }
          : {}),
      };
      if (!fact.sources.includes(source)) {
        fact.sources.push(source);
      }
      known.set(id, fact);
    }
    return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  declaration(factId: string): FactDeclaration | undefined {
    return this.#declarations.get(factId)?.declaration;
  }

  #mayDeclare(source: string, factId: string): boolean {
    const declared = this.#declarations.get(factId);
    return (
      this.#declarations.hasSource(source) &&
      (declared === undefined || declared.source === source)
    );
  }
}
