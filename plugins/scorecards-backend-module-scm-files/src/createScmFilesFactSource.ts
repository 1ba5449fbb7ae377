import { CacheService, UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  FactSource,
  FactSourceContext,
  ObservedFacts,
} from '@fairlead/backstage-plugin-scorecards-node';
import { observeFolder, RESOLVES, SCM_FACTS } from './facts/scmFacts';
import { locate, Place } from './repository/locate';
import { RepositoryReader } from './repository/RepositoryReader';

/** Repositories that are read at once: an archive is held by the disk and the host, not by this process. */
const AT_ONCE = 4;

const FACT_IDS = SCM_FACTS.map(({ id }) => id);

/** What has files: components, and what agents are given to read. */
const KINDS = ['Component', 'AiResource'];

/** Reads the repository of each entity, those first that no run has come to yet. */
export function createScmFilesFactSource(options: {
  cache: CacheService;
  integrations: ScmIntegrationRegistry;
  urlReader: UrlReaderService;
}): FactSource {
  const { integrations } = options;
  const reader = new RepositoryReader(options);
  return {
    id: 'scm-files',
    title: 'Files of repositories',
    facts: [...SCM_FACTS],
    schedule: { frequency: { hours: 6 }, timeout: { hours: 2 } },
    async *observe(context) {
      const repositories = await findRepositories(context, integrations);
      const roots = [...repositories.keys()].sort();
      const after = context.cursor ?? '';
      let left = roots.filter(root => root > after);
      // The run before came to the end.
      left = left.length > 0 ? left : roots;
      while (left.length > 0) {
        context.signal.throwIfAborted();
        const now = left.slice(0, AT_ONCE);
        left = left.slice(AT_ONCE);
        const items = await Promise.all(
          now.map(root =>
            observeRepository(root, repositories.get(root)!, {
              context,
              reader,
            }),
          ),
        );
        yield {
          items: items.flat(),
          cursor: left.length > 0 ? now[now.length - 1] : '',
        };
      }
    },
  };
}

/** The entities of each repository, by the address of its top. */
async function findRepositories(
  context: FactSourceContext,
  integrations: ScmIntegrationRegistry,
): Promise<Map<string, Place[]>> {
  const repositories = new Map<string, Place[]>();
  for await (const page of context.entities({
    filter: { kind: { $in: KINDS } },
  })) {
    for (const entity of page) {
      const place = locate(entity, integrations);
      if (place) {
        const own = repositories.get(place.root) ?? [];
        own.push(place);
        repositories.set(place.root, own);
      }
    }
  }
  return repositories;
}

async function observeRepository(
  root: string,
  places: readonly Place[],
  options: { context: FactSourceContext; reader: RepositoryReader },
): Promise<ObservedFacts[]> {
  const { context, reader } = options;
  try {
    const known = await reader.read(root, {
      folders: [...new Set(places.map(({ folder }) => folder))],
      paths: [...new Set(places.map(({ path }) => path))],
      observe: observeFolder,
      signal: context.signal,
    });
    return places.map(({ entityRef, folder, path }) => {
      const values = { ...known.values[folder], [RESOLVES]: known.paths[path] };
      return {
        entityRef,
        values,
        absent: FACT_IDS.filter(id => !(id in values)),
      };
    });
  } catch (error) {
    context.signal.throwIfAborted();
    const failure = { error: tellFailure(error, root) };
    // A host that asks for patience says nothing about the repository.
    if (/rate limit/i.test(failure.error)) {
      throw error;
    }
    const isGone = error instanceof Error && error.name === 'NotFoundError';
    const values: ObservedFacts['values'] = isGone ? { [RESOLVES]: false } : {};
    const failed = FACT_IDS.filter(id => !(id in values));
    return places.map(({ entityRef }) => ({
      entityRef,
      values,
      failures: Object.fromEntries(failed.map(id => [id, failure])),
    }));
  }
}

function tellFailure(error: unknown, root: string): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The files of ${root} could not be read: ${reason}`;
}
