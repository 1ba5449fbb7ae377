import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';
import { ReaderContext } from './ReaderContext';

const schema = z.object({
  action: z.string(),
  release: z.object({
    id: count,
    tag_name: z.string().min(1),
    target_commitish: optional(z.string()),
    draft: optional(z.boolean()),
    prerelease: optional(z.boolean()),
    published_at: optional(instant),
    html_url: optional(z.string()),
  }),
  repository,
});

const SHA = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** A published release is a deployment where the configuration says to which environment. */
export const releaseReader = createPayloadReader(
  schema,
  (
    { action, release, repository: { full_name: repo } },
    { options }: ReaderContext,
  ) => {
    const { releaseEnvironment: environment } = options;
    const at = release.published_at;
    const isOut = !release.draft && !release.prerelease;
    if (!environment || !isOut || !at || action === 'deleted') {
      return [];
    }
    const target = release.target_commitish ?? '';
    return [
      observationOf(repo, at, {
        kind: 'deployment',
        source: SOURCE,
        repo,
        externalId: `release-${release.id}`,
        url: release.html_url,
        environment,
        sha: SHA.test(target) ? target : undefined,
        ref: release.tag_name,
        createdAt: at,
        statuses: [{ state: 'success', at }],
      }),
    ];
  },
);
