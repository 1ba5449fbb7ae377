import { Entity } from '@backstage/catalog-model';
import { starterScorecard } from './starterScorecard';

/** Whether what agents are given to read, such as skills and rules, has an owner, can be found, and is kept up. */
export function createAiResources(options: {
  owner: string;
  /** Whether the files of repositories are read for facts. */
  readsFiles: boolean;
}): Entity {
  const { owner, readsFiles } = options;
  return starterScorecard(
    {
      name: 'starter-ai-resources',
      title: 'AI resources',
      description:
        'What agents are given to read says what it is for, has a team behind it, leads to its source and is kept up.',
    },
    {
      owner,
      appliesTo: { kind: 'AiResource' },
      levels: ['bronze', 'silver', 'gold'],
      checks: [
        {
          id: 'described',
          title: 'Says in a sentence what it is for',
          level: 'bronze',
          rule: { 'facts.catalog.description.length': { $gte: 20 } },
          why: 'People and agents decide by this sentence whether to use it.',
          fix: { text: 'Write one sentence into `metadata.description`.' },
        },
        {
          id: 'owner-exists',
          title: 'A team answers for it',
          level: 'bronze',
          weight: 2,
          rule: { 'facts.ownership.ownerIsGroup': true },
          why: 'A rule that nobody answers for is followed long after it stopped being right.',
          fix: { text: 'Set `spec.owner` to a group of the catalog.' },
        },
        {
          id: 'source-given',
          title: 'Names its source',
          level: 'silver',
          rule: { 'facts.catalog.source.present': true },
          why: 'The entity holds no text: an agent reads what its source says.',
          fix: {
            text: 'Add the annotation `backstage.io/source-location` with the address of the folder or file.',
          },
        },
        ...(readsFiles
          ? [
              {
                id: 'source-resolves',
                title: 'Its source is there',
                level: 'silver',
                weight: 2,
                rule: { 'facts.scmFiles.source.resolves': true },
                why: 'An address that leads nowhere gives an agent nothing to go by, and it goes on regardless.',
                fix: {
                  text: 'Correct `backstage.io/source-location`, or let the integrations of the portal read that repository.',
                },
              },
            ]
          : []),
        {
          id: 'relations-hold',
          title: 'Builds on nothing that is not there',
          level: 'gold',
          rule: { 'facts.catalog.relations.dangling': 0 },
          why: 'A skill that depends on one which is gone teaches half of it.',
          fix: {
            text: 'Correct or remove what `spec.dependsOn` and the like name and the catalog does not have.',
          },
        },
        {
          id: 'fresh',
          title: 'Looked after within half a year',
          level: 'gold',
          rule: { 'facts.catalog.entity.lastChanged': { $newerThan: '180d' } },
          why: 'Tools and models change faster than what they were once told.',
          fix: {
            text: 'Read it again, and say in its entity what changed, for example in `metadata.description` or `spec.lifecycle`.',
          },
        },
      ],
    },
  );
}
