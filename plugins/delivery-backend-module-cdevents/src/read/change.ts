import {
  Change,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';
import { CdEvent, EventReader, referenceSchema, SOURCE_ID } from '../event';
import {
  parseRepository,
  readRepository,
  Repository,
  repositoryOf,
  scopeOf,
  subjectsOf,
} from '../names';

const contentSchema = z.object({
  description: z.string().nullish(),
  repository: referenceSchema.nullish(),
});

type ChangeEvent = CdEvent<z.output<typeof contentSchema>>;

const NUMBER = /^[#!]?([1-9]\d{0,14})$/;
const URL_WITH_NUMBER =
  /^https?:.*\/(?:pull|pulls|pull-requests|merge_requests)\/([1-9]\d{0,14})(?:[/?#].*)?$/;

/**
 * What identifies a change in its repository: its number if the id is one, or the address of a pull or merge request.
 * CDEvents have no field for a commit, and any other id stands in its place.
 */
export function parseChangeId(
  id: string,
): { number: number; sha?: undefined } | { sha: string; number?: undefined } {
  const number = (NUMBER.exec(id) ?? URL_WITH_NUMBER.exec(id))?.[1];
  return number ? { number: Number(number) } : { sha: id };
}

function repositoryOfChange(event: ChangeEvent): Repository | undefined {
  const { id, content } = event.subject;
  if (event.customData.repository) {
    return repositoryOf(event);
  }
  return content.repository
    ? readRepository(content.repository)
    : (URL_WITH_NUMBER.test(id) && parseRepository(id)) || repositoryOf(event);
}

function createReader(
  tell: (event: ChangeEvent) => Partial<RecordFields<Change>>,
): EventReader<z.output<typeof contentSchema>> {
  return {
    content: contentSchema,
    read(event) {
      const { id } = event.subject;
      const { origin, changeSource } = event.customData;
      const repository = repositoryOfChange(event);
      const change = {
        kind: 'change' as const,
        source: SOURCE_ID,
        repo: repository?.slug ?? scopeOf(event),
        ...parseChangeId(id),
        reportedOrigin: origin,
      };
      const { timestamp: occurredAt } = event.context;
      const subjects = subjectsOf(event, { repository });
      // The change itself is reported by its own source.
      if (origin && changeSource && changeSource !== SOURCE_ID) {
        const record = { ...change, source: changeSource };
        return [{ record, occurredAt, subjects }];
      }
      return [
        {
          record: {
            ...change,
            url: URL_WITH_NUMBER.test(id) ? id : undefined,
            firstCommitAt: event.customData.firstCommitAt,
            ...tell(event),
          },
          occurredAt,
          subjects,
        },
      ];
    },
  };
}

/** The commit that became the head of a change, where the sender adds it. */
function head({
  context,
  customData: { commit },
}: ChangeEvent): Partial<RecordFields<Change>> {
  return commit
    ? { headSha: commit, pushes: [{ sha: commit, at: context.timestamp }] }
    : {};
}

/** What is read of changes. */
export const changeReaders = {
  'change.created': createReader(event => ({
    openedAt: event.context.timestamp,
    title: event.subject.content.description ?? undefined,
    ...head(event),
  })),
  'change.updated': createReader(head),
  'change.reviewed': createReader(({ context }) => ({
    firstReviewAt: context.timestamp,
  })),
  'change.merged': createReader(({ context, customData }) => ({
    mergedAt: context.timestamp,
    mergeSha: customData.commit,
  })),
  'change.abandoned': createReader(({ context }) => ({
    closedAt: context.timestamp,
  })),
};
