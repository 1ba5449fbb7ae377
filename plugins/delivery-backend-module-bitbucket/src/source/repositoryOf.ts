import { JsonValue } from '@backstage/types';
import { NamedRepository } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { optional } from '../read/payload';

const schema = z.object({
  repository: z.object({
    uuid: z.string().min(1),
    full_name: z.string().min(1),
  }),
  changes: optional(
    z.object({
      full_name: optional(z.object({ old: optional(z.string().min(1)) })),
    }),
  ).catch(undefined),
});

/** The repository of an event; one that was renamed says what it was called. */
export function repositoryOf(payload: JsonValue): NamedRepository | undefined {
  const { data } = schema.safeParse(payload);
  if (!data) {
    return undefined;
  }
  const { changes, repository } = data;
  const before = changes?.full_name?.old;
  return {
    id: repository.uuid,
    name: repository.full_name,
    ...(before && { formerNames: [before] }),
  };
}
