import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, project } from './payload';
import { personsOf } from './people';

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
    const author = request?.author_id;
    // Where it is not told who opened it or who wrote, it may be the author's own comment, which is no review.
    const mayBeOwn =
      author === undefined || user?.id === undefined || user.id === author;
    const reviews = personsOf([user], context)?.map(by => ({
      by,
      at: note.created_at,
    }));
    if (
      !request ||
      !reviews ||
      mayBeOwn ||
      note.system ||
      note.noteable_type !== 'MergeRequest'
    ) {
      return [];
    }
    const repo = of.path_with_namespace;
    return [
      observationOf(repo, note.created_at, {
        kind: 'change',
        source: SOURCE,
        repo,
        number: request.iid,
        reviews,
      }),
    ];
  },
);
