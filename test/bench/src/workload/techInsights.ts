import { JsonObject } from '@backstage/types';
import { CHECKS, FACTS } from './checks';

const OPERATORS = {
  equal: 'equal',
  atLeast: 'greaterThanInclusive',
  atMost: 'lessThanInclusive',
  in: 'in',
} as const;

const SCHEMA_TYPES = {
  boolean: 'boolean',
  number: 'float',
  string: 'string',
} as const;

/** The id of the one fact retriever that serves all facts. */
export const RETRIEVER_ID = 'benchFactRetriever';

/** The checks as tech-insights is configured with them. */
export function createTechInsightsChecks(): JsonObject {
  return Object.fromEntries(
    CHECKS.map(({ id, title, conditions, why, fix }) => [
      id,
      {
        type: 'json-rules-engine',
        name: title,
        description: why,
        factIds: [RETRIEVER_ID],
        links: [{ title: fix.text, url: fix.url }],
        rule: {
          conditions: {
            all: conditions.map(({ fact, operator, value }) => ({
              fact,
              operator: OPERATORS[operator],
              value,
            })),
          },
        },
      },
    ]),
  );
}

/** The schema of the facts as the retriever declares it. */
export function createTechInsightsSchema(): JsonObject {
  return Object.fromEntries(
    FACTS.map(({ id, type, title }) => [
      id,
      { type: SCHEMA_TYPES[type], description: title },
    ]),
  );
}
