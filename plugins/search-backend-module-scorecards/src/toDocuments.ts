import { stringifyEntityRef } from '@backstage/catalog-model';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';

/** How much of a text is indexed: PostgreSQL refuses to, beyond a megabyte of words, and with it all others of a batch. */
const MOST_CHARACTERS = 200_000;

/** What is found: a scorecard, or a check of one. */
interface ScorecardDocument extends IndexableDocument {
  part: 'scorecard' | 'check';
  /** The title of the scorecard. */
  scorecard: string;
  owner: string;
  /** Of a check. */
  level?: string;
}

/** A scorecard as it is found by its own words, and each of its checks by those of the check. */
export function toDocuments(
  scorecard: ScorecardEntityV1alpha1,
): ScorecardDocument[] {
  const { metadata, spec } = scorecard;
  const { namespace = 'default', name } = metadata;
  const title = metadata.title ?? name;
  const page = `/scorecards/${encodeURIComponent(
    namespace,
  )}/${encodeURIComponent(name)}`;
  const common = {
    authorization: { resourceRef: stringifyEntityRef(scorecard) },
    // Engines find by, and filter on, any field.
    scorecard: title,
    owner: spec.owner,
  };
  return [
    {
      ...common,
      title,
      text: join([
        metadata.description,
        ...spec.checks.map(check => check.title),
      ]),
      location: page,
      part: 'scorecard' as const,
    },
    ...spec.checks.map(check => ({
      ...common,
      title: check.title,
      text: join([
        check.description,
        check.question?.text,
        check.why,
        check.fix?.text,
      ]),
      // Engines take two documents of one location for the same.
      location: `${page}/definition#check-${check.id}`,
      part: 'check' as const,
      level: check.level,
    })),
  ];
}

function join(texts: (string | undefined)[]): string {
  // Half a surrogate pair is no text that a database takes.
  return texts
    .filter(text => text)
    .join('\n\n')
    .slice(0, MOST_CHARACTERS)
    .toWellFormed();
}
