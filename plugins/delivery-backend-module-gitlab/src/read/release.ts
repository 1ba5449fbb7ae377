import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { instant, optional, project } from './payload';
import { ReaderContext } from './ReaderContext';

const schema = z.object({
  action: optional(z.string()),
  tag: z.string().min(1),
  url: optional(z.string()),
  released_at: instant,
  commit: optional(z.object({ id: z.string().min(1) })),
  project,
});

/** A release is a deployment where the configuration says to which environment. */
export const releaseReader = createPayloadReader(
  schema,
  (
    { action, tag, url, released_at, commit, project: of },
    { options }: ReaderContext,
  ) => {
    const { releaseEnvironment: environment } = options;
    if (!environment || action === 'delete') {
      return [];
    }
    return [
      observationOf(of.path_with_namespace, released_at, {
        kind: 'deployment',
        source: SOURCE,
        repo: of.path_with_namespace,
        externalId: `release-${tag}`,
        url,
        environment,
        sha: commit?.id,
        ref: tag,
        createdAt: released_at,
        statuses: [{ state: 'success', at: released_at }],
      }),
    ];
  },
);
