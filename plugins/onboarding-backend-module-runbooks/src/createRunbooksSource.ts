import {
  Contribution,
  ContributionSource,
} from '@fairlead/backstage-plugin-onboarding-node';
import { FinishedDrill } from '@fairlead/backstage-plugin-runbooks-common';
import { RunbooksService } from '@fairlead/backstage-plugin-runbooks-node';

const PAGE_SIZE = 200;

/** Reads the drills that persons finished. Whose each was is told by the ref of the user, so there is nobody to identify. */
export function createRunbooksSource(options: {
  runbooks: Pick<RunbooksService, 'readFinishedDrills'>;
}): ContributionSource {
  const { runbooks } = options;
  return {
    id: 'runbooks',
    async *observe({ cursor, signal }) {
      let after = cursor;
      for (let isBehind = true; isBehind; ) {
        signal.throwIfAborted();
        const page = await runbooks.readFinishedDrills({
          after,
          limit: PAGE_SIZE,
        });
        isBehind = page.items.length > 0;
        if (isBehind) {
          yield {
            contributions: page.items.map(toContribution),
            cursor: page.cursor,
          };
        }
        after = page.cursor;
      }
    },
  };
}

function toContribution(drill: FinishedDrill): Contribution {
  const { by, entityRef, finishedAt, id, title, url } = drill;
  return {
    kind: 'runbook-drill',
    key: `drill:${id}`,
    person: by,
    at: finishedAt,
    entityRefs: entityRef === undefined ? [] : [entityRef],
    title,
    url,
  };
}
