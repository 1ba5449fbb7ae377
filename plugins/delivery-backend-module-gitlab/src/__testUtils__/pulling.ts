import { mockServices } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import {
  PullCache,
  PulledPage,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { GitlabPull } from '../pull/GitlabPull';

/** Keeps validators as long as a test runs. */
export function createCache(): PullCache {
  const known = new Map<string, { etag: string }>();
  return {
    get: async url => known.get(url),
    set: async (url, answer) => void known.set(url, answer),
  };
}

/** Names a project by its slug. */
export const slug = (value: string): Subject => ({
  annotation: 'gitlab.com/project-slug',
  value,
});

/** Pulls from GitLab with an integration that has a token. */
export async function pullAll(
  options: {
    subjects?: Subject[];
    cache?: PullCache;
    since?: string;
    integrations?: Record<string, any>;
    signal?: AbortSignal;
  } = {},
): Promise<{
  pages: number;
  payloads: JsonValue[];
  failed: NonNullable<PulledPage['failed']>;
}> {
  const {
    integrations = { gitlab: [{ host: 'gitlab.com', token: 'glpat-secret' }] },
  } = options;
  const pull = GitlabPull.create({
    config: mockServices.rootConfig({ data: { integrations } }),
    logger: mockServices.logger.mock(),
    options: { incidentLabels: ['bug'], releaseEnvironment: 'production' },
    second: 1,
  });
  const result: Awaited<ReturnType<typeof pullAll>> = {
    pages: 0,
    payloads: [],
    failed: [],
  };
  const pages = pull.pull({
    since: options.since ?? '2026-03-01T00:00:00.000Z',
    until: '2026-03-04T00:00:00.000Z',
    subjects: options.subjects ?? [slug('acme/tools/shop')],
    signal: options.signal ?? new AbortController().signal,
    cache: options.cache ?? createCache(),
  });
  for await (const { payloads, failed = [] } of pages) {
    result.pages += 1;
    result.payloads.push(...payloads);
    result.failed.push(...failed);
  }
  return result;
}
