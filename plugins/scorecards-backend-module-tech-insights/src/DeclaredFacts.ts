import { JsonObject, JsonValue } from '@backstage/types';
import {
  FactDeclaration,
  FactType,
  isFactId,
  techInsightsFactId,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { Retriever, TechInsightsFact } from './answers';

const DEFINITIONS =
  'https://github.com/fairlead/fairlead/tree/main/plugins/scorecards-backend-module-tech-insights#the-facts';

const TYPES: Record<Exclude<TechInsightsFact['type'], 'object'>, FactType> = {
  integer: 'number',
  float: 'number',
  string: 'string',
  boolean: 'boolean',
  datetime: 'date',
  set: 'string[]',
};

/** Values within an object are looked for so deep, and so many are declared of one. */
const MAX_DEPTH = 5;
const MAX_FIELDS = 100;

/** One value, under the fact that it is of. */
export interface NamedValue {
  declaration: FactDeclaration;
  value: JsonValue;
}

/**
 * The facts of tech-insights as facts of ours. Its schemas say all of them but what is in an object: these are declared
 * once they are seen, each under the names that lead to it, and keep the type that was seen first.
 */
export class DeclaredFacts {
  readonly #timeToLive: string;
  readonly #declared = new Map<string, FactDeclaration>();
  /** Why facts were left out, by id. */
  readonly #refused = new Map<string, string>();
  /** The ids that one fact of a retriever has come to. */
  readonly #idsOf = new Map<string, Set<string>>();
  #fresh: FactDeclaration[] = [];

  constructor(options: { timeToLive: string }) {
    this.#timeToLive = options.timeToLive;
  }

  /** Declares what a schema says. */
  declareAll({ id, facts }: Retriever): void {
    for (const [name, { type, description }] of facts) {
      if (type !== 'object') {
        this.#declare(id, {
          name,
          path: [],
          type: TYPES[type],
          isSaid: true,
          description,
        });
      }
    }
  }

  /** What was declared since it was last asked for. */
  takeFresh(): FactDeclaration[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Why facts are left out. */
  refusals(): string[] {
    return [...this.#refused.values()];
  }

  /** The ids of all facts of a retriever. */
  idsOf({ id, facts }: Retriever): string[] {
    return [...facts.keys()].flatMap(name => [
      ...(this.#idsOf.get(keyOf(id, name)) ?? []),
    ]);
  }

  /** The values that a fact of a retriever holds: one, or those within an object. */
  valuesOf(
    retrieverId: string,
    name: string,
    { type, description }: TechInsightsFact,
    value: JsonValue,
  ): NamedValue[] {
    return fieldsOf(value, type === 'object' ? MAX_DEPTH : 0)
      .slice(0, MAX_FIELDS)
      .flatMap(field => {
        const declaration = this.#declare(retrieverId, {
          name,
          path: field.path,
          type: type === 'object' ? typeOf(field.value) : TYPES[type],
          isSaid: type !== 'object',
          description,
        });
        return declaration ? [{ declaration, value: field.value }] : [];
      });
  }

  /** Answers the declaration, or undefined for what can be none. */
  #declare(
    retrieverId: string,
    fact: {
      name: string;
      path: readonly string[];
      type: FactType;
      /** The schema says the type. */
      isSaid: boolean;
      description: string | undefined;
    },
  ): FactDeclaration | undefined {
    const { name, path, type, isSaid, description } = fact;
    const id = techInsightsFactId(retrieverId, name, path);
    const key = keyOf(retrieverId, name);
    const ids = this.#idsOf.get(key) ?? new Set();
    const known = this.#declared.get(id);
    if (known && ids.has(id) && (known.type === type || !isSaid)) {
      return known;
    }
    if (!isFactId(id)) {
      this.#refused.set(
        id,
        isolated`'${id}' is no fact id, so this fact of tech-insights is left out`,
      );
      return undefined;
    }
    if (known && !ids.has(id)) {
      this.#refused.set(
        id,
        isolated`Two facts of tech-insights come to the id '${id}'; the second is left out`,
      );
      return undefined;
    }
    const declaration: FactDeclaration = {
      id,
      type,
      title: toTitle([name, ...path]),
      description: description?.trim() || `As ${retrieverId} observes it.`,
      definitionUrl: DEFINITIONS,
      timeToLive: this.#timeToLive,
    };
    this.#declared.set(id, declaration);
    this.#idsOf.set(key, ids.add(id));
    this.#fresh.push(declaration);
    return declaration;
  }
}

function keyOf(retrieverId: string, name: string): string {
  return JSON.stringify([retrieverId, name]);
}

function toTitle(names: readonly string[]): string {
  const words = names
    .join(' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLocaleLowerCase('en-US');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

/** The values within a value, each with the names that lead to it; itself where it is no object. Null is none. */
function fieldsOf(
  value: JsonValue,
  depth: number,
  path: readonly string[] = [],
): { path: readonly string[]; value: JsonValue }[] {
  if (value === null) {
    return [];
  }
  if (!isObject(value)) {
    return [{ path, value }];
  }
  return depth === 0
    ? []
    : Object.keys(value).flatMap(name =>
        fieldsOf(value[name] ?? null, depth - 1, [...path, name]),
      );
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: JsonValue): FactType {
  if (Array.isArray(value)) {
    return 'string[]';
  }
  return typeof value === 'boolean' || typeof value === 'number'
    ? (typeof value as 'boolean' | 'number')
    : 'string';
}
