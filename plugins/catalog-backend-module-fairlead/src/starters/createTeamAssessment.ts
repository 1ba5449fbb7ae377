import { Entity } from '@backstage/catalog-model';
import { starterScorecard } from './starterScorecard';

/** What a team asks itself, with a link to where that can be seen. */
function ask(text: string, help: string) {
  return { question: { text, help, evidence: 'required' } };
}

/**
 * How far a team leads its own work, as the team itself sees it: from assigning work to connecting it with the business.
 * It describes teams: no question is about a person, and an answer is that of the team.
 */
export function createTeamAssessment(options: { owner: string }): Entity {
  const { owner } = options;
  return starterScorecard(
    {
      name: 'starter-team-assessment',
      title: 'Team self-assessment',
      description:
        'How a team leads its own work, by its own account and with something to look at. It describes the team and no person in it.',
    },
    {
      owner,
      appliesTo: { kind: 'Group', 'spec.type': 'team' },
      levels: [
        'assigns-work',
        'guides-architecture',
        'designs-together',
        'connects-to-the-business',
      ],
      checks: [
        {
          id: 'work-is-visible',
          title: 'All work stands in one place',
          level: 'assigns-work',
          ...ask(
            'Does everything the team works on stand in one place that others can see?',
            'Link to the board or the list.',
          ),
          why: 'Work that nobody sees can be neither helped nor stopped.',
          fix: { text: 'Put all that is under way on one list.' },
        },
        {
          id: 'few-things-at-once',
          title: 'Three initiatives at most are under way',
          level: 'assigns-work',
          ...ask(
            'Are at most three initiatives under way?',
            'Link to what is under way, and to what was put off for it.',
          ),
          why: 'What is begun and not finished has cost something and brings nothing.',
          fix: { text: 'Put off all but three, and say which and why.' },
        },
        {
          id: 'decisions-are-written',
          title: 'Decisions on architecture are written down by the team',
          level: 'guides-architecture',
          ...ask(
            'Are decisions on architecture written down, with what else was considered and what follows?',
            'Link to the latest of them.',
          ),
          why: 'What is not written is decided again by whoever comes next.',
          fix: {
            text: 'Write the last decision down: what else was possible, and what follows from it.',
          },
        },
        {
          id: 'trade-offs-are-asked',
          title: 'Trade-offs are asked for before answers are given',
          level: 'guides-architecture',
          ...ask(
            'Are designs discussed by their trade-offs, and decided by those who will build them?',
            'Link to a design that changed by a review.',
          ),
          why: 'A team that is given answers waits for the next one.',
          fix: {
            text: 'In the next review ask for two other ways, and let those who build choose.',
          },
        },
        {
          id: 'boundaries-agree',
          title: 'The team and what it owns have the same boundaries',
          level: 'designs-together',
          ...ask(
            'Can the team ship what it owns without waiting for another team?',
            'Link to a change that needed nobody else, and to the last one that did.',
          ),
          why: 'Software takes the shape of the organisation, so both are designed at once.',
          fix: {
            text: 'Name the team that changes wait for most, and move one boundary between the two.',
          },
        },
        {
          id: 'debt-has-its-share',
          title: 'The health of its systems has a share of the time',
          level: 'designs-together',
          ...ask(
            'Has the health of the systems a fixed share of the time, and is it used for that?',
            'Link to the plan, and to what came of the last quarter.',
          ),
          why: 'What has no share gets what is left over, and nothing is.',
          fix: {
            text: 'Agree on a share, a fifth to begin with, and say what it was used for.',
          },
        },
        {
          id: 'outcomes-are-named',
          title: 'Each initiative names its outcome',
          level: 'connects-to-the-business',
          ...ask(
            'Does each initiative say what it will change for those who use the product, and how that will be seen?',
            'Link to one that is under way.',
          ),
          why: 'Who knows what a thing is for finds a cheaper one.',
          fix: {
            text: 'Write beside each initiative what will be different, and where that can be seen.',
          },
        },
        {
          id: 'outcomes-are-looked-at',
          title: 'What came of it is looked at',
          level: 'connects-to-the-business',
          ...ask(
            'Does the team look at what came of its work, and change what it does next by that?',
            'Link to something that was stopped or changed by it.',
          ),
          why: 'Without looking back, a plan is only a wish.',
          fix: {
            text: 'A month after each release look at what it was for, and write one sentence.',
          },
        },
      ],
    },
  );
}
