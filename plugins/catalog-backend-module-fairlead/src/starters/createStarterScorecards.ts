import { Entity } from '@backstage/catalog-model';
import { createAgentReadiness } from './createAgentReadiness';
import { createGrowthReview } from './createGrowthReview';
import { createTeamAssessment } from './createTeamAssessment';
import { createAiResources } from './createAiResources';
import { StarterOptions } from './readStarterOptions';
import { starterScorecard } from './starterScorecard';

/**
 * Scorecards that any catalog can be judged by: they ask for nothing that the catalog does not know by itself, and where
 * the files of repositories are read, one more asks for what these say. Another is about the kind `AiResource`, where the
 * catalog has it.
 * Two more ask the teams themselves, where that is wanted.
 *
 * Whoever outgrows them copies what is good into scorecards of their own, and switches these off.
 */
export function createStarterScorecards({
  owner,
  families,
  growthReview,
  teamAssessment,
  readsFiles,
  hasAiResources,
}: StarterOptions): Entity[] {
  return [
    starterScorecard(
      {
        name: 'starter-ownership',
        title: 'Ownership',
        description:
          'Everything in the catalog has a team that exists, has people in it and can be reached.',
      },
      {
        owner,
        appliesTo: {
          kind: { $in: ['Component', 'API', 'Resource', 'System', 'Domain'] },
        },
        levels: ['bronze', 'silver', 'gold'],
        checks: [
          {
            id: 'owner-exists',
            title: 'The owner exists',
            level: 'bronze',
            weight: 3,
            rule: { 'facts.ownership.ownerExists': true },
            why: 'An owner that nobody can look up answers no question and no page.',
            fix: { text: 'Set `spec.owner` to a group of the catalog.' },
          },
          {
            id: 'owned-by-a-team',
            title: 'Owned by a team, not by a person',
            level: 'bronze',
            weight: 2,
            rule: { 'facts.ownership.ownerIsGroup': true },
            why: 'People change teams and go on holiday. Teams stay.',
            fix: { text: 'Put the team of the person into `spec.owner`.' },
          },
          {
            id: 'owner-has-members',
            title: 'The owning team has members',
            level: 'silver',
            weight: 2,
            rule: { 'facts.ownership.ownerHasMembers': true },
            why: 'A team without people is a name in a file.',
            fix: {
              text: 'Hand it over to the team that would be asked anyway, or add people to the group.',
            },
          },
          {
            id: 'on-call',
            title: 'Somebody is on call',
            level: 'gold',
            appliesTo: { kind: 'Component', 'spec.lifecycle': 'production' },
            rule: { 'facts.ownership.ownerHasOnCall': true },
            why: 'An alert that reaches nobody is a log line.',
            fix: {
              text: 'Add the annotation of your on-call system, for example `pagerduty.com/service-id`, to the component or to the group that owns it.',
            },
          },
        ],
      },
    ),
    starterScorecard(
      {
        name: 'starter-findable',
        title: 'Findable',
        description:
          'Somebody who never heard of it can find out what it is, where its source is and where to read on.',
      },
      {
        owner,
        appliesTo: { kind: { $in: ['Component', 'API', 'Resource'] } },
        levels: ['bronze', 'silver', 'gold'],
        checks: [
          {
            id: 'described',
            title: 'Says in a sentence what it is for',
            level: 'bronze',
            rule: { 'facts.catalog.description.length': { $gte: 20 } },
            why: 'Somebody will find it by search, at night, without you.',
            fix: { text: 'Write one sentence into `metadata.description`.' },
          },
          {
            id: 'source-known',
            title: 'The source code can be found',
            level: 'bronze',
            appliesTo: { kind: 'Component' },
            rule: { 'facts.catalog.source.present': true },
            why: 'The first step of every fix is to open the repository.',
            fix: {
              text: 'Register it from its repository, or add the annotation `backstage.io/source-location`.',
            },
          },
          {
            id: 'relations-hold',
            title: 'Names nothing that is not there',
            level: 'silver',
            rule: { 'facts.catalog.relations.dangling': 0 },
            why: 'A dependency that leads nowhere hides the one that is meant.',
            fix: {
              text: 'Correct or remove what `dependsOn`, `providesApis`, `consumesApis` and the like name and the catalog does not have.',
            },
          },
          {
            id: 'part-of-a-system',
            title: 'Part of a system',
            level: 'silver',
            rule: { 'facts.catalog.system.present': true },
            why: 'A system tells what breaks together.',
            fix: {
              text: 'Set `spec.system` to the system that it belongs to.',
            },
          },
          {
            id: 'documented',
            title: 'Has documentation',
            level: 'gold',
            appliesTo: { kind: 'Component' },
            rule: { 'facts.catalog.docs.present': true },
            why: 'What only its authors know leaves with them.',
            fix: {
              text: 'Add the annotation `backstage.io/techdocs-ref`, and a first page.',
            },
          },
        ],
      },
    ),
    starterScorecard(
      {
        name: 'starter-teams',
        title: 'Teams',
        description:
          'Whether a team can be found, reached and understood by those who depend on it.',
      },
      {
        owner,
        appliesTo: { kind: 'Group', 'spec.type': 'team' },
        levels: ['reachable', 'understood'],
        checks: [
          {
            id: 'has-members',
            title: 'Has members',
            level: 'reachable',
            weight: 2,
            rule: { 'facts.team.members.total': { $gte: 1 } },
            why: 'What an empty team owns has nobody to answer for it.',
            fix: {
              text: 'Add people to the group, or hand over what it owns.',
            },
          },
          {
            id: 'mail-address',
            title: 'Can be written to',
            level: 'reachable',
            rule: { 'facts.team.email.present': true },
            why: 'Not everybody who needs you is in your chat.',
            fix: { text: 'Set `spec.profile.email`.' },
          },
          {
            id: 'described',
            title: 'Says what it does',
            level: 'understood',
            rule: { 'facts.catalog.description.present': true },
            why: 'Others decide by this sentence whether to ask you.',
            fix: { text: 'Write one sentence into `metadata.description`.' },
          },
        ],
      },
    ),
    ...(growthReview ? [createGrowthReview({ owner, families })] : []),
    ...(teamAssessment ? [createTeamAssessment({ owner })] : []),
    ...(readsFiles ? [createAgentReadiness({ owner, families })] : []),
    ...(hasAiResources ? [createAiResources({ owner, readsFiles })] : []),
  ];
}
