import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { instant, optional, repository } from './payload';

const schema = z.object({
  action: z.string(),
  merge_group: z.object({
    head_ref: z.string(),
    head_commit: optional(z.object({ timestamp: optional(instant) })),
  }),
  repository: repository.extend({
    pushed_at: optional(z.union([instant, z.number()])),
  }),
});

/** The branch of a group is named for the pull request it was made for. */
const REQUEST_IN_REF = /\/pr-(\d+)-[0-9a-f]+$/;

/** That a change joined the merge queue, or left it. */
export const mergeGroupReader = createPayloadReader(schema, payload => {
  const { merge_group: group, repository: of } = payload;
  const number = REQUEST_IN_REF.exec(group.head_ref)?.[1];
  const from = group.head_commit?.timestamp;
  if (!number || !from) {
    return [];
  }
  // The last push to the repository of a group that is gone is the removal of its branch.
  const to =
    payload.action === 'destroyed' && typeof of.pushed_at === 'string'
      ? of.pushed_at
      : undefined;
  return [
    observationOf(of.full_name, from, {
      kind: 'change',
      source: SOURCE,
      repo: of.full_name,
      number: Number(number),
      mergeQueue: [{ from, ...(to && to >= from && { to }) }],
    }),
  ];
});
