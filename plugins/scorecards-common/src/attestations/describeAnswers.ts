import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { isolate, isolated } from '@fairlead/bidi-text';
import { Evidence } from '../results';
import { AnswersStanding, StandingAnswer } from './judgeAnswers';
import { ReadQuestion } from './readQuestion';
import { AnsweringTeam } from './types';

const WHERE = 'on the scorecards tab of its page in the portal';

const NOBODY =
  'Nobody may answer: teams answer, and no team owns it; set its owner to a group';

/**
 * What the answers came to, in plain words. Nothing in them depends on the time of the evaluation, so that a result that
 * did not change is not written again.
 */
export function describeAnswers(
  { verdict, answers }: AnswersStanding,
  options: { question: ReadQuestion; teams: readonly AnsweringTeam[] },
): { reason: string; evidence: Evidence[] } {
  const { question, teams } = options;
  const shown = answers.filter(
    ({ state }) => state === (verdict === 'expired' ? 'expired' : 'in-force'),
  );
  const said = shown
    .map(
      ({ answer }) =>
        isolated`${nameOf(answer.teamRef)} answered: ${titleOf(
          answer.choice,
          question,
        )}`,
    )
    .join('; ');
  return {
    reason: describe(),
    evidence: shown.map(({ answer }) => ({
      path: `answers.${answer.teamRef}`,
      value: titleOf(answer.choice, question),
      observedAt: new Date(answer.answeredAt).toISOString(),
    })),
  };

  function describe(): string {
    switch (verdict) {
      case 'contradicts':
        return `The answers contradict each other. ${said}. ${describeSettling(
          teams,
        )}`;
      case 'expired':
        return `${said}, which held until ${lastDay(shown)}. ${describeAsking(
          teams,
          'again',
        )}`;
      case 'unanswered':
        return `Not answered. ${describeAsking(teams)}`;
      default:
        return said;
    }
  }
}

function describeAsking(
  teams: readonly AnsweringTeam[],
  again?: 'again',
): string {
  if (teams.length === 0) {
    return NOBODY;
  }
  const names = teams.map(({ side, teamRef }) =>
    side === 'entity-owner'
      ? `${nameOf(teamRef)}, which owns it,`
      : nameOf(teamRef),
  );
  return `${names.join(' or ')} answers ${again ? `${again} ` : ''}${WHERE}`;
}

function describeSettling(teams: readonly AnsweringTeam[]): string {
  const owner = teams.find(({ side }) => side === 'entity-owner');
  return owner
    ? `${nameOf(
        owner.teamRef,
      )}, which owns it, settles which of them holds, ${WHERE}`
    : 'Nobody may settle which of them holds: no team owns it; set its owner to a group';
}

function lastDay(shown: readonly StandingAnswer[]): string {
  return new Date(
    Math.max(...shown.map(({ expiresAt }) => expiresAt)),
  ).toISOString();
}

/** A choice that an expired answer made may be there no more; its answer is outdated then and not told here. */
function titleOf(choice: string, { choices }: ReadQuestion): string {
  return choices.find(({ id }) => id === choice)?.title ?? choice;
}

/** A team by its name, with its namespace where that is not the usual one. */
function nameOf(teamRef: string): string {
  const { namespace, name } = parseEntityRef(teamRef);
  return isolate(
    namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`,
  );
}
