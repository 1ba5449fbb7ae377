import { JsonValue } from '@backstage/types';
import { NamedRepository } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { instant, optional, repository } from '../read/payload';

const login = optional(z.object({ login: z.string().min(1) }));

/** What events about repositories themselves say that they were called. */
const changes = z.object({
  repository: optional(
    z.object({ name: optional(z.object({ from: z.string().min(1) })) }),
  ),
  owner: optional(
    z.object({
      from: optional(z.object({ organization: login, user: login })),
    }),
  ),
});

const schema = z.object({
  changes: optional(changes).catch(undefined),
  repository: repository.extend({
    id: z.number(),
    updated_at: optional(instant).catch(undefined),
  }),
});

/** The names that a repository was renamed from, or transferred from. */
function formerNamesOf({
  changes: told,
  repository: of,
}: z.output<typeof schema>) {
  const [owner, name] = of.full_name.split('/');
  const { organization, user } = told?.owner?.from ?? {};
  const formerName = told?.repository?.name?.from;
  const formerOwner = organization?.login ?? user?.login;
  return [
    ...(formerName ? [`${owner}/${formerName}`] : []),
    ...(formerOwner ? [`${formerOwner}/${name}`] : []),
  ];
}

/**
 * The repository of an event. Its id is that of one server: two of them may be sources of one portal.
 *
 * @remarks
 * That an organization was renamed is told of no repository; the next event of each has its new name.
 */
export function repositoryOf(payload: JsonValue): NamedRepository | undefined {
  const { data } = schema.safeParse(payload);
  if (!data) {
    return undefined;
  }
  const {
    full_name: name,
    html_url: url = '',
    id,
    updated_at,
  } = data.repository;
  const server = URL.canParse(url) ? `${new URL(url).host}/` : '';
  const formerNames = formerNamesOf(data);
  return {
    id: `${server}${id}`,
    name,
    ...(formerNames.length > 0 && { formerNames, at: updated_at }),
  };
}
