import { JsonValue } from '@backstage/types';
import { NamedRepository } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { instant, optional } from '../read/payload';

const path = z.string().min(1);

/** Events about projects themselves tell of them outside of `project`. */
const schema = z.object({
  project: optional(
    z.object({
      id: optional(z.number()),
      path_with_namespace: path,
      web_url: optional(z.string()),
    }),
  ).catch(undefined),
  project_id: optional(z.number()).catch(undefined),
  path_with_namespace: optional(path).catch(undefined),
  old_path_with_namespace: optional(path).catch(undefined),
  updated_at: optional(instant).catch(undefined),
});

/**
 * The project of an event. Its id is that of one server, which may be one of several: events about projects themselves
 * do not name it, but the path that a project had before.
 *
 * @remarks
 * That a group was renamed is told of no project; the next event of each has its new path.
 */
export function repositoryOf(payload: JsonValue): NamedRepository | undefined {
  const { data } = schema.safeParse(payload);
  const id = data?.project?.id ?? data?.project_id;
  const name = data?.project?.path_with_namespace ?? data?.path_with_namespace;
  if (!data || id === undefined || name === undefined) {
    return undefined;
  }
  const { old_path_with_namespace: before, project, updated_at } = data;
  const url = project?.web_url ?? '';
  const server = URL.canParse(url) ? `${new URL(url).host}/` : '';
  return {
    id: `${server}${id}`,
    name,
    ...(before && { formerNames: [before], at: updated_at }),
  };
}
