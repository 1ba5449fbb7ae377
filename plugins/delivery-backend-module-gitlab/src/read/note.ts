import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, project } from './payload';
import { readReview } from './readReview';

const schema = z.object({
  object_attributes: z.object({
    noteable_type: optional(z.string()),
    system: optional(z.boolean()),
    created_at: instant,
  }),
  merge_request: optional(
    z.object({ iid: count, author_id: optional(z.number()) }),
  ),
  user: actor,
  project,
});

/** That somebody commented on a change. What is written is not read, and what GitLab notes down by itself is none. */
export const noteReader = createPayloadReader(
  schema,
  ({ object_attributes: note, merge_request: request, ...told }, context) => {
    const { user, project: of } = told;
    const { created_at: at, system, noteable_type: about } = note;
    const review = readReview(
      { by: user, authorId: request?.author_id, at },
      context,
    );
    if (!request || !review || system || about !== 'MergeRequest') {
      return [];
    }
    const repo = of.path_with_namespace;
    return [
      observationOf(repo, at, {
        kind: 'change',
        source: SOURCE,
        repo,
        number: request.iid,
        ...review,
      }),
    ];
  },
);
