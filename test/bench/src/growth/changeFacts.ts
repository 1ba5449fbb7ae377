import { ScorecardEntitiesPage } from '@fairlead/backstage-plugin-scorecards-common';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { createFacts } from '../workload';

const BATCH = 500;

/** One in so many components changes. */
const SHARE = 4;
const FACT = 'bench.test.coveragePercent';

/** Gives a quarter of the components a history: a check of theirs comes to fail, and their last results with it. */
export async function changeFacts(
  { url }: Server,
  components: number,
): Promise<void> {
  const changing = createFacts(components).filter(
    (_, index) => index % SHARE === 0,
  );
  for (let start = 0; start < changing.length; start += BATCH) {
    const response = await fetch(`${url}/api/scorecards/facts`, {
      method: 'POST',
      headers: serviceHeaders(),
      body: JSON.stringify({
        facts: changing.slice(start, start + BATCH).map(({ entityRef }) => ({
          entityRef,
          source: 'bench',
          values: { [FACT]: 1 },
        })),
      }),
    });
    if (!response.ok) {
      throw new Error(`Facts were answered with ${response.status}`);
    }
  }
  await waitFor('the results of what changed', async () => {
    const response = await fetch(
      `${url}/api/scorecards/scorecards/default/readiness/entities?check=tested&status=fail&limit=1`,
      { headers: serviceHeaders() },
    );
    const { totalItems }: ScorecardEntitiesPage = await response.json();
    // Before, half of all fail; afterwards a quarter, and half of the others.
    return totalItems >= components * 0.6;
  });
}
