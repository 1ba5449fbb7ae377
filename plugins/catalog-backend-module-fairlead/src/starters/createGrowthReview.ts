import { Entity } from '@backstage/catalog-model';
import { starterScorecard } from './starterScorecard';

/** What a team is asked of its own system, and whoever owns the scorecard may answer as well: two see more than one. */
function ask(text: string, help: string) {
  return {
    question: { text, help, alsoAnsweredBy: ['scorecard-owner'] },
  };
}

/**
 * Whether a system can grow: five questions that nothing measures, and four ways to look at an architecture, by facts
 * where there are any.
 */
export function createGrowthReview(options: {
  owner: string;
  /** The families that run: what these know is not asked. */
  families: ReadonlySet<string>;
}): Entity {
  const { owner, families } = options;
  return starterScorecard(
    {
      name: 'starter-growth-review',
      title: 'Growth review',
      description:
        'Twice a year a team asks itself whether what it runs can grow, and says what the answer rests on.',
    },
    {
      owner,
      appliesTo: { kind: 'Component', 'spec.lifecycle': 'production' },
      levels: ['bronze', 'silver', 'gold'],
      checks: [
        {
          id: 'evolves',
          title: 'Can evolve with the product',
          level: 'bronze',
          ...ask(
            'Can it evolve with the product?',
            'Take the last three things that the product asked for. Did each have one place to go to, or did it go through everything?',
          ),
          why: 'What cannot follow the product is worked around, and then there are two of it.',
          fix: {
            text: 'Draw where the next change would go. Where that is everywhere, move one boundary.',
          },
        },
        {
          id: 'security-early',
          title: 'Security and compliance are answered early',
          level: 'bronze',
          ...ask(
            'Are security and compliance answered before something is built?',
            'Look for a threat model, for who may see which data, and for when these were last asked.',
          ),
          why: 'Asked last, they stop a release; asked first, they are a line in the design.',
          fix: {
            text: 'Write down what data it holds, who may see it, and what would harm most if it got out.',
          },
        },
        {
          id: 'team-alignment',
          title: 'One team owns it whole',
          level: 'bronze',
          rule: {
            'facts.ownership.ownerIsLeafTeam': true,
            'facts.ownership.ownerHasMembers': true,
          },
          why: 'What a department owns is changed by whoever has time, and decided by nobody.',
          fix: {
            text: 'Put the team that does the work into `spec.owner`, and not the department above it.',
          },
        },
        {
          id: 'debt',
          title: 'Takes on no debt that will slow the team',
          level: 'silver',
          ...ask(
            'Are we free of debt that will slow us?',
            'Debt that is written down, with a day on which it is paid, is a decision. What of it is not?',
          ),
          why: 'Debt surfaces slowly, and all at once.',
          fix: {
            text: 'List what slows each change, and pay back the first of the list within the quarter.',
          },
        },
        {
          id: 'cost',
          title: 'Its cost stays sustainable',
          level: 'silver',
          ...ask(
            'Will its cost stay sustainable while it grows?',
            'Compare the bill of today with that of a year ago, each divided by what it served.',
          ),
          why: 'A cost that grows faster than its use ends what it pays for.',
          fix: {
            text: 'Find the largest line of the bill, and what it grows with.',
          },
        },
        {
          id: 'changeability',
          title: 'Changes reach production within a week, and hold',
          level: 'silver',
          ...(families.has('delivery')
            ? {
                rule: {
                  'facts.delivery.leadTime.p50': { $lte: '7d' },
                  'facts.delivery.changeFailRate.ratio': { $lte: 0.15 },
                },
              }
            : ask(
                'Does a change reach production within a week, and hold?',
                'Take the last ten changes: how long did each take, and which had to be mended?',
              )),
          why: 'An architecture is as good as the next change to it is cheap.',
          fix: {
            text: 'Look where changes wait longest, and take that wait away first.',
          },
        },
        {
          id: 'ten-times',
          title: 'Carries ten times the users',
          level: 'gold',
          question: {
            ...ask(
              'Will this architecture carry ten times the users?',
              'Name the part that gives way first, and at how many. A load test says more than an opinion.',
            ).question,
            evidence: 'required',
          },
          why: 'Success comes faster than a rewrite.',
          fix: {
            text: 'Test it with ten times the load of its busiest hour, and mend what gives way first.',
          },
        },
        {
          id: 'scalability',
          title: 'Its data can grow from thousands to millions',
          level: 'gold',
          ...ask(
            'Does the data model hold for a thousand times the rows?',
            'Look at the largest table: what reads all of it, and what locks it?',
          ),
          why: 'What is fast on thousands of rows can stand still on millions.',
          fix: {
            text: 'Fill a copy with a thousand times the rows, and look at the slowest query.',
          },
        },
        {
          id: 'observability',
          title: 'Says itself what is wrong with it',
          level: 'gold',
          ...(families.has('runbooks')
            ? {
                rule: {
                  'facts.runbooks.incidents.foundByAlert': { $gte: 0.8 },
                },
              }
            : ask(
                'Does it say itself what is wrong with it?',
                'Take the last three incidents: who noticed first, an alert or a customer?',
              )),
          why: 'What a customer finds first has harmed one already.',
          fix: {
            text: 'For the last incident that a person found, add the alert that would have.',
          },
        },
      ],
    },
  );
}
