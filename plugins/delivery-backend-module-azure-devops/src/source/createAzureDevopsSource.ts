import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { SOURCE } from '../read/observation';
import { nameOf, repository } from '../read/payload';
import { AZURE_DEVOPS_NAMING } from './naming';
import { isOfNoInterest, READERS } from './readers';

const typeSchema = z.object({ eventType: z.string().min(1) });

const named = z.object({ repository });

const repositorySchema = z.object({
  resource: z.union([
    named,
    z.object({ pullRequest: named }).transform(told => told.pullRequest),
  ]),
});

/** Azure DevOps as a source of deliveries. */
export function createAzureDevopsSource(options: {
  /** Set while service hooks are not taken. */
  off?: DeliverySource['off'];
}): DeliverySource {
  return {
    id: SOURCE,
    title: 'Azure DevOps',
    topics: [SOURCE],
    naming: AZURE_DEVOPS_NAMING,
    off: options.off,
    setup:
      'Add web hooks under the service hooks of the project, with basic authentication and the password that is configured here.',
    typeOf: payload => typeSchema.safeParse(payload).data?.eventType,
    repositoryOf(payload) {
      const { data } = repositorySchema.safeParse(payload);
      const id = data?.resource.repository.id;
      return data && id
        ? { id, name: nameOf(data.resource.repository) }
        : undefined;
    },
    read: ({ type, payload }, context) =>
      READERS.get(type)?.read(payload, context) ??
      (isOfNoInterest(type) ? [] : undefined),
  };
}
