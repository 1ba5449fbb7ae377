import { CheckResult } from '../api';
import { AskedQuestion } from '../attestations';
import { code, DATA, joinParts, section } from './markdown';

/** A question as a task for an agent: to gather what an answer rests on, and to leave the answer to people. */
export function formatQuestionBrief(brief: {
  entityRef: string;
  sourceUrl?: string;
  scorecardRef: string;
  check: Pick<
    CheckResult,
    'id' | 'title' | 'status' | 'reason' | 'why' | 'fix' | 'answers'
  >;
  question: AskedQuestion;
}): string {
  const { entityRef, sourceUrl, scorecardRef, check, question } = brief;
  const { answers = [], fix, why } = check;
  return joinParts([
    `Gather what an answer to the question of the check \`${code(
      check.id,
    )}\` of the scorecard \`${code(scorecardRef)}\` about \`${code(
      entityRef,
    )}\` rests on.`,
    DATA,
    section('The question', [question.text, question.help ?? []].flat()),
    section(
      'What can be answered',
      question.choices.map(({ title }) => title),
    ),
    section('Who answers', [...question.teams.map(({ teamRef }) => teamRef)]),
    section(
      'What was answered',
      answers
        .flatMap(answer => [
          `${answer.teamRef}, ${answer.answeredAt}, ${answer.state}: ${answer.choiceTitle}`,
          answer.text ?? [],
          ...answer.evidence.map(({ url }) => url),
        ])
        .flat(),
    ),
    section(
      'How it stands',
      `${check.title}: ${check.status}. ${check.reason}`,
    ),
    section('Why it matters', why),
    section('How it is mended', [fix?.text ?? [], fix?.url ?? []].flat()),
    section('What its owners say to agents', fix?.prompt),
    section('Where the source is', sourceUrl),
    'Propose one of the choices to a member of a team that answers, with what speaks for it and against it and a link for each. Say what you could not find out. A person answers, in the portal; you never do.',
  ]);
}
