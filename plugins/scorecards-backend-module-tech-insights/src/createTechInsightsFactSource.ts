import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  FactSource,
  ObservedFacts,
} from '@fairlead/backstage-plugin-scorecards-node';
import { Retriever } from './answers';
import { DeclaredFacts } from './DeclaredFacts';
import { failAll, observeRow } from './observeRow';
import { TechInsightsOptions } from './readOptions';
import { TechInsightsClient } from './TechInsightsClient';

/** Refusals that say something of the entity that was asked for, and nothing of those that come after. */
const OF_THE_ENTITY = [400, 404, 422, 500];

/** Reads the newest facts of each entity. A run that tech-insights does not answer ends, and all values stay as they were. */
export function createTechInsightsFactSource(
  options: TechInsightsOptions & { client: TechInsightsClient },
): FactSource {
  const { client, concurrency, retrievers: wanted, timeToLive } = options;
  const declared = new DeclaredFacts({ timeToLive });
  return {
    id: 'tech-insights',
    title: 'Tech Insights',
    facts: [],
    schedule: {
      frequency: { hours: 1 },
      timeout: { minutes: 50 },
      // It often runs in the same process, and answers once that is up.
      initialDelay: { seconds: 30 },
    },
    async *observe({ entities, logger, signal }) {
      const retrievers = (await client.readRetrievers(signal)).filter(
        ({ id }) => wanted?.has(id) ?? true,
      );
      retrievers.forEach(retriever => declared.declareAll(retriever));
      yield { items: [], declares: declared.takeFresh() };

      for await (const page of entities()) {
        const items: ObservedFacts[] = [];
        for (let from = 0; from < page.length; from += concurrency) {
          signal.throwIfAborted();
          const seen = await Promise.all(
            page
              .slice(from, from + concurrency)
              .map(entity =>
                observeEntity(entity, { client, declared, retrievers, signal }),
              ),
          );
          items.push(...seen.flat());
        }
        yield { items, declares: declared.takeFresh() };
      }
      declared.refusals().forEach(reason => logger.warn(reason));
    },
  };
}

async function observeEntity(
  entity: Entity,
  options: {
    client: TechInsightsClient;
    declared: DeclaredFacts;
    retrievers: readonly Retriever[];
    signal: AbortSignal;
  },
): Promise<ObservedFacts[]> {
  const { client, declared, signal } = options;
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const retrievers = options.retrievers.filter(
    ({ kinds }) => kinds?.has(kind) ?? true,
  );
  if (retrievers.length === 0) {
    return [];
  }
  const entityRef = stringifyEntityRef(entity);
  try {
    const rows = await client.readLatest(entityRef, {
      retrieverIds: retrievers.map(({ id }) => id),
      signal,
    });
    return retrievers.map(retriever =>
      observeRow(entityRef, rows[retriever.id], { declared, retriever }),
    );
  } catch (error) {
    if (
      error instanceof ResponseError &&
      OF_THE_ENTITY.includes(error.statusCode)
    ) {
      const message = `tech-insights answered ${error.statusCode}: ${error.cause.message}`;
      return retrievers.map(retriever =>
        failAll(entityRef, message, { declared, retriever }),
      );
    }
    throw error;
  }
}
