import { parseEntityRef } from '@backstage/catalog-model';
import { entityRef } from '@fairlead/backend-routes';
import { PeopleResponse } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

const MAX_USERS = 200;

const UserRef = entityRef({ defaultKind: 'user' }).refine(
  ref => parseEntityRef(ref).kind === 'user',
  "must be the ref of a user such as 'user:default/ann'",
);

export const PeopleBody = z
  .strictObject({
    userRefs: z.array(UserRef).max(MAX_USERS).meta({
      description: 'Refs of users; the kind and the namespace may be left out',
    }),
  })
  .meta({ id: 'PeopleRequest' });

export const PeopleSchema = z
  .object({
    items: z.array(
      z.object({
        userRef: z.string(),
        persons: z.array(z.string()).meta({
          description:
            "The ref itself, and a keyed hash of each login that the user's annotations name",
        }),
      }),
    ),
  })
  .meta({ id: 'People' }) satisfies z.ZodType<PeopleResponse>;
