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

/**
 * The facts that scheduled sources and the configuration declare: fixed once the backend has started, but for what sources
 * came to know of by asking.
 */
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

  /**
   * Adds what a source came to know of, in the place of what it said of the same facts before. Throws an error, and adds
   * nothing, when one of them is no good declaration, or is declared elsewhere.
   */
  discover(sourceId: string, facts: readonly FactDeclaration[]): void {
    facts.forEach(fact => this.#assertFree(fact, sourceId));
    facts.forEach(fact => this.#put(fact, sourceId));
  }

  /** The ids of all facts that a source declares. */
  factsOf(sourceId: string): string[] {
    return this.list()
      .filter(({ source }) => source === sourceId)
      .map(({ declaration }) => declaration.id);
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
    this.#assertFree(declaration, source);
    const taken = this.#facts.get(declaration.id);
    if (taken) {
      throw isTaken(declaration, source, taken.source);
    }
    this.#put(declaration, source);
  }

  /** Throws an error for what is no good declaration, or declared by anybody else. */
  #assertFree(declaration: FactDeclaration, source?: string): void {
    const problem = validateDeclaration(declaration);
    if (problem) {
      throw new InputError(
        `Invalid declaration by ${nameOf(source)}: ${problem}`,
      );
    }
    const taken = this.#facts.get(declaration.id);
    if (taken && taken.source !== source) {
      throw isTaken(declaration, source, taken.source);
    }
  }

  #put(declaration: FactDeclaration, source?: string): void {
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

function nameOf(source: string | undefined): string {
  return source ? `fact source '${source}'` : 'the configuration';
}

function isTaken(
  { id }: FactDeclaration,
  source: string | undefined,
  by: string | undefined,
): ConflictError {
  return new ConflictError(
    `Fact '${id}' is declared by ${nameOf(source)}, and by ${nameOf(
      by,
    )} already`,
  );
}
