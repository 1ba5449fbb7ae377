import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { Names } from '../Names';
import { pages } from '../pages';
import { Digest, DIGEST_PARTS, DigestLine, DigestPart } from './Digest';

/** People may mute what has this topic, and nothing else of scorecards with it. */
const TOPIC = 'digest';

const TITLES: Record<DigestPart, (count: number) => string> = {
  lost: count => isolated`${count} ${plural('level', count)} lost`,
  gained: count => isolated`${count} ${plural('level', count)} gained`,
  failing: count =>
    isolated`${count} ${plural('check', count)} ${
      count === 1 ? 'fails' : 'fail'
    } newly`,
  due: count =>
    isolated`${count} ${
      count === 1 ? 'announced check counts' : 'announced checks count'
    } soon`,
  ending: count =>
    isolated`${count} ${plural('waiver', count)} ${
      count === 1 ? 'ends' : 'end'
    } soon`,
  waiting: count =>
    isolated`${count} ${plural('waiver', count)} ${
      count === 1 ? 'waits' : 'wait'
    } for your decision`,
};

/** Where the entities of a line are found. */
const LINKS: Record<
  DigestPart,
  (scorecardRef: string, ownerRef: string) => string
> = {
  lost: (scorecardRef, owner) => pages.matrix(scorecardRef, { owner }),
  gained: (scorecardRef, owner) => pages.matrix(scorecardRef, { owner }),
  failing: (scorecardRef, owner) =>
    pages.matrix(scorecardRef, { owner, status: 'fail' }),
  due: (scorecardRef, owner) =>
    pages.matrix(scorecardRef, { owner, status: 'fail' }),
  ending: scorecard => pages.waivers({ scorecard, state: 'approved' }),
  waiting: scorecard => pages.waivers({ scorecard, waitingFor: 'me' }),
};

/**
 * The digest of a team as it is read. A notification has one link of its own, so each line ends with the address of what
 * it tells of.
 */
export function describeDigest(options: {
  /** Where the portal is reached, without a slash at the end. */
  baseUrl: string;
  digest: Digest;
  names: Names;
  ownerRef: string;
  week: string;
}): NotificationPayload {
  const { baseUrl, digest, names, ownerRef, week } = options;
  const parts = DIGEST_PARTS.filter(part => digest[part]?.length);
  const team = parseEntityRef(ownerRef).name;
  return {
    title: isolated`Scorecards of ${team}, week of ${week}: ${summarize(
      digest,
      parts,
    )}`,
    description: parts
      .flatMap(part =>
        (digest[part] ?? []).map(line => {
          const scorecard = names.scorecard(line.scorecardRef);
          const link = LINKS[part](line.scorecardRef, ownerRef);
          return `${isolated`${scorecard}: ${TITLES[part](
            line.count,
          )}${describeExamples(line)}`}\n${baseUrl}${link}`;
        }),
      )
      .join('\n'),
    link: pages.entity(ownerRef),
    severity: 'low',
    topic: TOPIC,
    // The next week's takes the place of one that nobody has read.
    scope: `digest:${ownerRef}`,
  };
}

function summarize(digest: Digest, parts: readonly DigestPart[]): string {
  return parts
    .map(part =>
      TITLES[part](
        (digest[part] ?? []).reduce((sum, { count }) => sum + count, 0),
      ),
    )
    .join(', ');
}

function describeExamples({ count, examples }: DigestLine): string {
  if (examples.length === 0) {
    return '';
  }
  const others = count - examples.length;
  return `: ${examples.join('; ')}${others > 0 ? `; and ${others} more` : ''}`;
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}
