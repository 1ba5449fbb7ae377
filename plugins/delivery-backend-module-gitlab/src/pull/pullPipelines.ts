import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject } from '@fairlead/rest-pull';
import { asEvent, ProjectPull } from './ProjectPull';

/** How often a job of this name was tried before. */
const retriesOf = ({ id, name }: ApiObject, jobs: readonly ApiObject[]) =>
  jobs.filter(job => job.name === name && Number(job.id) < Number(id)).length;

async function eventOf(
  pull: ProjectPull,
  id: JsonValue | undefined,
  parentId?: JsonValue,
): Promise<JsonValue> {
  const [pipeline, jobs] = await Promise.all([
    pull.api.get(`/pipelines/${id}`),
    pull.api.all(`/pipelines/${id}/jobs?include_retried=true`),
  ]);
  return asEvent('pipeline', pull, {
    object_attributes: { ...pipeline, url: pipeline.web_url },
    user: pipeline.user,
    builds: jobs.map(job => ({
      ...job,
      // The API tells of a manual job only as long as nobody set it off.
      manual: job.status === 'manual',
      retries_count: retriesOf(job, jobs),
    })),
    source_pipeline:
      parentId === undefined ? undefined : { pipeline_id: parentId },
  });
}

const newest = (pull: ProjectPull, filter = '') =>
  pull.api.newest(`/pipelines?${filter}order_by=updated_at&sort=desc`, {
    ...pull,
    timeOf: item => item.updated_at,
  });

/** Which pipeline set off which, by the id of the one that was set off. */
async function parentsOf(
  pull: ProjectPull,
  ids: readonly (JsonValue | undefined)[],
): Promise<Map<JsonValue | undefined, JsonValue | undefined>> {
  const downstream = await pull.api.each(ids, async id => {
    const bridges = await pull.api.all(`/pipelines/${id}/bridges`);
    return bridges
      .map(bridge => (bridge.downstream_pipeline ?? {}) as JsonObject)
      .map(child => [child.id, id] as const);
  });
  return new Map(downstream.flat());
}

/**
 * The pipelines that changed with all their jobs, those that were retried included, as events. Child pipelines stand in
 * a list of their own; only if one of them changed is it asked which pipeline set it off.
 */
export async function* pullPipelines(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const ids: (JsonValue | undefined)[] = [];
  for await (const pipelines of newest(pull)) {
    ids.push(...pipelines.map(({ id }) => id));
    yield await pull.api.each(pipelines, ({ id }) => eventOf(pull, id));
  }
  const children: ApiObject[] = [];
  for await (const page of newest(pull, 'source=parent_pipeline&')) {
    children.push(...page);
  }
  if (children.length > 0) {
    const childIds = children.map(({ id }) => id);
    const parents = await parentsOf(pull, [...ids, ...childIds]);
    yield await pull.api.each(childIds, id =>
      eventOf(pull, id, parents.get(id)),
    );
  }
}
