import { ConflictError, InputError } from '@backstage/errors';
import {
  FactDeclaration,
  tryParseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { validateDeclaration } from './validateDeclaration';

/** What is declared under a fact id, and by which source; by the configuration when there is no source. */
export interface DeclaredFact {
  declaration: FactDeclaration;
  source?: string;
  /** Milliseconds; undefined for a value that never turns stale. */
  timeToLive?: number;
}

/** The facts that scheduled sources and the configuration declare. Fixed once the backend has started. */
export class FactDeclarations {
  readonly #facts = new Map<string, DeclaredFact>();
  readonly #sources = new Map<string, FactSource>();

  /** Throws a ConflictError when the source's id, or one of its facts, is taken. */
  addSource(source: FactSource): void {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(source.id)) {
      throw new InputError(
        `'${source.id}' is not an id for a fact source; use lower-case letters, digits and '-'`,
      );
    }
    if (this.#sources.has(source.id)) {
      throw new ConflictError(`Fact source '${source.id}' already exists`);
    }
    source.facts.forEach(fact => this.#add(fact, source.id));
    this.#sources.set(source.id, source);
  }

  /** Adds what the configuration declares. */
  addConfigured(facts: readonly FactDeclaration[]): void {
    facts.forEach(fact => this.#add(fact));
  }

  get(factId: string): DeclaredFact | undefined {
    return this.#facts.get(factId);
  }

  list(): DeclaredFact[] {
    return [...this.#facts.values()];
  }

  sources(): FactSource[] {
    return [...this.#sources.values()];
  }

  hasSource(sourceId: string): boolean {
    return this.#sources.has(sourceId);
  }

  #add(declaration: FactDeclaration, source?: string): void {
    const by = (id: string | undefined) =>
      id ? `fact source '${id}'` : 'the configuration';
    const problem = validateDeclaration(declaration);
    if (problem) {
      throw new InputError(`Invalid declaration by ${by(source)}: ${problem}`);
    }
    const taken = this.#facts.get(declaration.id);
    if (taken) {
      throw new ConflictError(
        `Fact '${declaration.id}' is declared by ${by(source)}, and by ${by(
          taken.source,
        )} already`,
      );
    }
    this.#facts.set(declaration.id, {
      declaration,
      source,
      timeToLive:
        declaration.timeToLive === undefined
          ? undefined
          : tryParseDuration(declaration.timeToLive),
    });
  }
}
