import { JsonValue } from '@backstage/types';
import { ApiObject } from '@fairlead/rest-pull';
import { asEvent, ProjectPull } from './ProjectPull';

async function eventOf(
  pull: ProjectPull,
  { id }: ApiObject,
): Promise<JsonValue> {
  const [pipeline, jobs] = await Promise.all([
    pull.api.get(`/pipelines/${id}`),
    pull.api.all(`/pipelines/${id}/jobs?include_retried=true`),
  ]);
  return asEvent('pipeline', pull, {
    object_attributes: { ...pipeline, url: pipeline.web_url },
    builds: jobs.map(job => ({
      ...job,
      // The API tells of a manual job only as long as nobody set it off.
      manual: job.status === 'manual',
    })),
  });
}

/** The pipelines that changed with all their jobs, those that were retried included, as events. */
export async function* pullPipelines(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest('/pipelines?order_by=updated_at&sort=desc', {
    ...pull,
    timeOf: item => item.updated_at,
  });
  for await (const pipelines of pages) {
    yield await pull.api.each(pipelines, pipeline => eventOf(pull, pipeline));
  }
}
