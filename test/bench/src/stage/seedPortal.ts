import {
  PostFactsResponse,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { createFacts } from '../workload';

const BATCH = 500;

/** A large portal takes minutes. */
const PATIENT = { timeoutMs: 900_000, intervalMs: 500 };

/** Waits until the catalog serves all components. */
export async function waitForCatalog(
  { url }: Server,
  entities: number,
): Promise<void> {
  await waitFor(
    'the catalog',
    async () => {
      const response = await fetch(
        `${url}/api/catalog/entities/by-query?filter=kind=component&limit=0`,
        { headers: serviceHeaders() },
      );
      return response.ok && (await response.json()).totalItems === entities;
    },
    PATIENT,
  );
}

/** Sends the facts of all components over HTTP and waits until their results stand. */
export async function seedPortal(
  { url }: Server,
  entities: number,
): Promise<void> {
  // Otherwise it would follow the catalog up to a minute later
  await fetch(
    `${url}/api/scorecards/.backstage/scheduler/v1/tasks/sync-catalog/trigger`,
    { method: 'POST', headers: serviceHeaders() },
  );

  const facts = createFacts(entities);
  for (let start = 0; start < facts.length; start += BATCH) {
    const body = JSON.stringify({
      facts: facts
        .slice(start, start + BATCH)
        .map(entry => ({ ...entry, source: 'bench' })),
    });
    // An entity is refused until scorecards has heard of it from the catalog
    await waitFor('the facts to be taken', async () => {
      const response = await fetch(`${url}/api/scorecards/facts`, {
        method: 'POST',
        headers: serviceHeaders(),
        body,
      });
      const answer: PostFactsResponse = await response.json();
      return response.ok && answer.rejected.length === 0;
    });
  }

  await waitFor(
    'the results',
    async () => {
      const response = await fetch(
        `${url}/api/scorecards/scorecards/default/readiness`,
        { headers: serviceHeaders() },
      );
      if (!response.ok) {
        return false;
      }
      const { totals }: ScorecardSummary = await response.json();
      return totals.entities === entities && totals.statuses['no-data'] === 0;
    },
    PATIENT,
  );
}
