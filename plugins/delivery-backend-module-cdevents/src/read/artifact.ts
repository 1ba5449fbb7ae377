import { recordKeyOf } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';
import { CdEvent, EventReader, referenceSchema, SOURCE_ID } from '../event';
import {
  isCommit,
  parseArtifact,
  parseRepository,
  Repository,
  repositoryOf,
  subjectsOf,
} from '../names';
import { parseChangeId } from './change';

const contentSchema = z.object({ change: referenceSchema.nullish() });

type Packaged = CdEvent<z.output<typeof contentSchema>>;

/**
 * What an artifact was made from: commits, and records of changes. A change of GitHub or GitLab may be known from there,
 * or from CDEvents; a link to what is not known does no harm.
 */
function contentsOf(
  { id }: { id: string },
  repository: Repository | undefined,
): string[] {
  if (isCommit(id) || !repository) {
    return [id];
  }
  const sources =
    repository.host === 'other' ? [SOURCE_ID] : [SOURCE_ID, repository.host];
  return sources.map(source =>
    recordKeyOf({
      kind: 'change',
      source,
      repo: repository.slug,
      ...parseChangeId(id),
    }),
  );
}

function repositoryOfChange(event: Packaged): Repository | undefined {
  const { source, id } = event.subject.content.change ?? {};
  return (
    repositoryOf(event) ??
    parseRepository(source ?? '') ??
    (id?.startsWith('http') ? parseRepository(id) : undefined) ??
    parseArtifact(event.subject.id).repository
  );
}

const packaged: EventReader<z.output<typeof contentSchema>> = {
  content: contentSchema,
  read(event) {
    const { id, content } = event.subject;
    const repository = repositoryOfChange(event);
    const contents = [
      ...(content.change ? contentsOf(content.change, repository) : []),
      ...(event.customData.commit ? [event.customData.commit] : []),
    ];
    return [...new Set(contents)].map(to => ({
      record: {
        kind: 'link',
        source: SOURCE_ID,
        type: 'contains',
        from: id,
        to,
        evidence: ['The pipeline says that it packaged the artifact from it.'],
      },
      occurredAt: event.context.timestamp,
      subjects: subjectsOf(event, { repository, artifact: parseArtifact(id) }),
    }));
  },
};

/** What is read of artifacts: from which change each was made. */
export const artifactReaders = { 'artifact.packaged': packaged };
