import {
  FactFailure,
  ObservedFacts,
} from '@fairlead/backstage-plugin-scorecards-node';
import { JsonValue } from '@backstage/types';
import { validateFactValue } from '@fairlead/backstage-plugin-scorecards-common';
import { LatestRow, Retriever } from './answers';
import { DeclaredFacts } from './DeclaredFacts';

/** What a retriever last saw of an entity, as of when it saw it. What it does not tell, and what is not of its type, is no value. */
export function observeRow(
  entityRef: string,
  row: LatestRow | undefined,
  options: { declared: DeclaredFacts; retriever: Retriever },
): ObservedFacts {
  const { declared, retriever } = options;
  if (!row) {
    return { entityRef, values: {}, absent: declared.idsOf(retriever) };
  }
  const observedAt = Date.parse(row.timestamp ?? '');
  if (Number.isNaN(observedAt)) {
    return failAll(
      entityRef,
      'tech-insights does not say when it was observed',
      options,
    );
  }
  const values: Record<string, JsonValue> = {};
  const failures: Record<string, FactFailure> = {};
  for (const [name, fact] of retriever.facts) {
    const found = declared.valuesOf(
      retriever.id,
      name,
      fact,
      row.facts[name] ?? null,
    );
    for (const { declaration, value: told } of found) {
      const value = toTexts(told);
      const problem = validateFactValue(declaration, value);
      if (problem === undefined) {
        values[declaration.id] = value;
      } else {
        failures[declaration.id] = { error: problem };
      }
    }
  }
  const absent = declared
    .idsOf(retriever)
    .filter(id => !Object.hasOwn(values, id) && !Object.hasOwn(failures, id));
  return {
    entityRef,
    observedAt: new Date(observedAt).toISOString(),
    values,
    absent,
    failures,
  };
}

/** Says of all facts of a retriever why they could not be read. */
export function failAll(
  entityRef: string,
  error: string,
  options: { declared: DeclaredFacts; retriever: Retriever },
): ObservedFacts {
  const { declared, retriever } = options;
  return {
    entityRef,
    values: {},
    failures: Object.fromEntries(
      declared.idsOf(retriever).map(id => [id, { error }]),
    ),
  };
}

/** A set holds numbers and switches, too; lists of ours are of texts. */
function toTexts(value: JsonValue): JsonValue {
  return Array.isArray(value)
    ? value.map(item =>
        typeof item === 'number' || typeof item === 'boolean'
          ? String(item)
          : item,
      )
    : value;
}
