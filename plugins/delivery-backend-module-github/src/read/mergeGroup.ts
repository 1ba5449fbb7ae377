import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { instant, optional, repository } from './payload';

const schema = z.object({
  action: z.string(),
  reason: optional(z.string()),
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

/** Why a group can be gone while its change is in the queue all the same, or merged. */
const STAYS = ['invalidated', 'merged'];

/**
 * That a change is in the merge queue, or left it. It joined before a group was made for it: what its pull request tells
 * of that begins earlier, and the two are one stay.
 */
export const mergeGroupReader = createPayloadReader(schema, payload => {
  const { action, merge_group: group, reason = '', repository: of } = payload;
  const number = REQUEST_IN_REF.exec(group.head_ref)?.[1];
  const from = group.head_commit?.timestamp;
  if (!number || !from) {
    return [];
  }
  const hasLeft = action === 'destroyed' && !STAYS.includes(reason);
  // The last push to the repository of a group that is gone is the removal of its branch.
  const left =
    hasLeft && typeof of.pushed_at === 'string' && of.pushed_at >= from
      ? [{ from: of.pushed_at, to: of.pushed_at }]
      : [];
  return [
    observationOf(of.full_name, from, {
      kind: 'change',
      source: SOURCE,
      repo: of.full_name,
      number: Number(number),
      mergeQueue: [{ from }, ...left],
    }),
  ];
});
