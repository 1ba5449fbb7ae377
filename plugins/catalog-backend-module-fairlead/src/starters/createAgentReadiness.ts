import { Entity } from '@backstage/catalog-model';
import { starterScorecard } from './starterScorecard';

/** Whether an agent, or a person who comes new, can work on a component from its repository alone. */
export function createAgentReadiness(options: {
  owner: string;
  /** The families that run: what only these know is asked for where they do. */
  families: ReadonlySet<string>;
}): Entity {
  const { owner, families } = options;
  return starterScorecard(
    {
      name: 'starter-agent-readiness',
      title: 'Agent readiness',
      description:
        'An agent, or anybody who comes new, finds out from the repository alone how to work in it, and soon learns whether it worked.',
    },
    {
      owner,
      appliesTo: { kind: 'Component' },
      levels: ['bronze', 'silver', 'gold'],
      checks: [
        {
          id: 'owner-exists',
          title: 'A team answers for it',
          level: 'bronze',
          rule: { 'facts.ownership.ownerIsGroup': true },
          why: 'What an agent writes needs somebody who reviews it and answers for it.',
          fix: { text: 'Set `spec.owner` to a group of the catalog.' },
        },
        {
          id: 'build-command',
          title: 'Its files say how it is built',
          level: 'bronze',
          rule: { 'facts.scmFiles.commands.build': true },
          why: 'Whoever has to guess the command guesses wrong, each time anew.',
          fix: {
            text: 'Write the command into `AGENTS.md`, or offer it as a script or target named `build`.',
          },
        },
        {
          id: 'test-command',
          title: 'Its files say how it is tested',
          level: 'bronze',
          weight: 2,
          rule: { 'facts.scmFiles.commands.test': true },
          why: 'A change that cannot be tested before it is proposed is tested by its reviewer.',
          fix: {
            text: 'Write the command into `AGENTS.md`, or offer it as a script or target named `test`.',
          },
        },
        {
          id: 'instructions',
          title: 'Agents are told how to work here',
          level: 'silver',
          rule: { 'facts.scmFiles.instructions.present': true },
          why: 'What the team takes for granted is not in the code.',
          fix: {
            text: 'Add an `AGENTS.md`: how to build and test, what to leave alone, what a good change looks like here.',
          },
        },
        {
          id: 'instructions-agree',
          title: 'All agents are told the same',
          level: 'silver',
          rule: { 'facts.scmFiles.instructions.agree': true },
          why: 'Two files for two tools drift apart, and nobody notices which one was followed.',
          fix: {
            text: 'Keep one file, and let the others import or link it.',
          },
        },
        {
          id: 'code-owners',
          title: 'Reviewers are named in the repository',
          level: 'silver',
          rule: { 'facts.scmFiles.codeOwners.present': true },
          why: 'A change finds its reviewer by itself.',
          fix: { text: 'Add a `CODEOWNERS` file.' },
        },
        {
          id: 'license',
          title: 'Says under which licence it may be used',
          level: 'gold',
          rule: { 'facts.scmFiles.license.present': true },
          why: 'Without one nobody knows what may be copied in or out.',
          fix: { text: 'Add a `LICENSE` file.' },
        },
        {
          id: 'files-can-be-read',
          title: 'No source file is above 100 kB',
          level: 'gold',
          rule: { 'facts.scmFiles.source.largest': { $lte: 100 } },
          why: 'A file that does not fit into one reading is changed without having been read.',
          fix: { text: 'Split the largest source file by what it is about.' },
        },
        ...(families.has('delivery')
          ? [
              {
                id: 'fast-ci',
                title: 'CI answers within ten minutes',
                level: 'gold',
                weight: 2,
                rule: { 'facts.delivery.ci.feedback.p90': { $lte: '10m' } },
                why: 'Each attempt waits for this answer, and agents make many.',
                fix: {
                  text: 'Split or cache the slowest job; the delivery tab names it.',
                },
              },
            ]
          : []),
        ...(families.has('runbooks')
          ? [
              {
                id: 'runbook-resolves',
                title: 'Its runbooks can be opened',
                level: 'gold',
                rule: { 'facts.runbooks.health.resolves': true },
                why: 'Who is to help at night has to find what to do, and so has an agent that is asked to.',
                fix: {
                  text: 'Link a runbook from the component, or mend the address that does not open.',
                },
              },
            ]
          : []),
      ],
    },
  );
}
