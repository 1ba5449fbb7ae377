import { resolve } from 'node:path';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  createFactDirectory,
  FactDirectory,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import * as z from 'zod';
import { readCatalog } from '../../files/readCatalog';
import { readYaml } from '../../files/readYaml';
import { Portal } from '../../portal/Portal';

const FactSchema = z
  .looseObject({ id: z.string() })
  .transform(
    fact => ({ sources: [], declared: true, ...fact } as unknown as KnownFact),
  );

const FactsSchema = z.object({ items: z.array(FactSchema) });

/** A list of facts as the portal answers it, or as people write one. */
const FactsFileSchema = z.union([
  FactsSchema,
  z
    .array(z.union([z.string().transform(id => ({ id })), FactSchema]))
    .transform(items => ({
      items: items.map(fact => FactSchema.parse(fact)),
    })),
]);

const SourcesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      facts: z.array(z.string()),
      lastOutcome: z.string().nullish(),
      lastFinishedAt: z.string().nullish(),
    }),
  ),
});

const EntitySchema = z.looseObject({ kind: z.string() });

/** What is known besides the files that are linted; what is undefined is not known, and nothing is said of it. */
export interface Knowledge {
  facts?: FactDirectory;
  /** Why a fact cannot be expected to be fresh; undefined where nothing speaks against it. */
  staleReason?(factId: string): string | undefined;
  hasEntity?(ref: string): Promise<boolean>;
}

/** Reads what the options of the command name. */
export async function gatherKnowledge(
  options: { facts?: string; catalog?: string; portal?: string },
  { cwd, env = {} }: { cwd: string; env?: Record<string, string | undefined> },
): Promise<Knowledge> {
  const knowledge: Knowledge = {};
  if (options.portal !== undefined) {
    Object.assign(
      knowledge,
      await askPortal(new Portal({ url: options.portal, env })),
    );
  }
  if (options.facts !== undefined) {
    const { value } = await readYaml(
      resolve(cwd, options.facts),
      options.facts,
      FactsFileSchema,
    );
    knowledge.facts = createFactDirectory(value.items);
  }
  if (options.catalog !== undefined) {
    const entities = await readCatalog(options.catalog, { cwd });
    knowledge.hasEntity = async ref => entities.has(ref);
  }
  return knowledge;
}

async function askPortal(portal: Portal): Promise<Knowledge> {
  const facts = await portal.ask('/api/scorecards/facts', FactsSchema);
  // Who may not see how sources are doing lints all the same.
  const sources = await portal
    .ask('/api/scorecards/sources', SourcesSchema)
    .catch(() => undefined);
  const failing = new Map(
    (sources?.items ?? [])
      .filter(({ lastOutcome }) => lastOutcome === 'failure')
      .flatMap(source => source.facts.map(fact => [fact, source] as const)),
  );
  return {
    facts: facts && createFactDirectory(facts.items),
    staleReason(factId) {
      const source = failing.get(factId);
      return (
        source &&
        isolated`the last run of its source '${source.id}' failed, so it turns stale`
      );
    },
    async hasEntity(ref) {
      const { kind, namespace, name } = parseEntityRef(ref);
      const path = [kind, namespace, name].map(encodeURIComponent).join('/');
      const found = await portal.ask(
        `/api/catalog/entities/by-name/${path}`,
        EntitySchema,
      );
      return found !== undefined;
    },
  };
}

/** The owner of a scorecard as the catalog reads it. */
export function ownerRefOf(owner: string, namespace?: string): string {
  return stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: namespace ?? DEFAULT_NAMESPACE,
    }),
  );
}
