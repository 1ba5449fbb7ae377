import { CheckResult } from '../api';
import { formatQuestionBrief } from './formatQuestionBrief';
import { code, DATA, joinParts, section } from './markdown';

/**
 * What an agent is to know of a failing check.
 *
 * @public
 */
export interface AgentBrief {
  entityRef: string;
  /** Where its source is, if the catalog knows. */
  sourceUrl?: string;
  scorecardRef: string;
  check: Pick<
    CheckResult,
    | 'id'
    | 'title'
    | 'status'
    | 'reason'
    | 'evidence'
    | 'why'
    | 'fix'
    | 'question'
    | 'answers'
  >;
  /** The rule in words; see `describeRule`. */
  rule?: string;
  /** What is to be written into the file that declares the entity, as lines of YAML. */
  edit?: string;
}

/**
 * A failing check as a task for an agent, in Markdown: what is wrong, what was found, what is wanted, how it is mended and how
 * to see that it is.
 *
 * @remarks
 *
 * What people and systems wrote stands in quotes, line by line, so that no text of the catalog or of a fact passes for a
 * sentence of the task. What the scorecard's owners wrote for agents (`fix.prompt`) is quoted as well, and named as theirs.
 * Of a check that is a question the task is to gather what an answer rests on: answering is for people.
 *
 * @public
 */
export function formatAgentBrief(brief: AgentBrief): string {
  const { entityRef, sourceUrl, scorecardRef, check, rule, edit } = brief;
  const { fix, question, why } = check;
  if (question) {
    return formatQuestionBrief({ ...brief, question });
  }
  const parts = [
    `Make the check \`${code(check.id)}\` of the scorecard \`${code(
      scorecardRef,
    )}\` pass for \`${code(entityRef)}\`.`,
    DATA,
    section('The check', [
      check.title,
      `Its status is ${check.status}: ${check.reason}`,
    ]),
    section('What is wanted', rule),
    section(
      'What was found',
      check.evidence.map(
        ({ path, value, unit, observedAt }) =>
          `${path}: ${JSON.stringify(value)}${unit ? ` ${unit}` : ''}${
            observedAt ? `, observed at ${observedAt}` : ''
          }`,
      ),
    ),
    section('Why it matters', why),
    section('How it is mended', [fix?.text ?? [], fix?.url ?? []].flat()),
    section('What is to be written into the file that declares it', edit),
    section('What its owners say to agents', fix?.prompt),
    section('Where the source is', sourceUrl),
    section('How to see that it is mended', fix?.verify),
    'Change as little as the check needs, and propose the change for review by the owner of the entity. A waiver is asked for by a person or approved by one, never by you. Once the change is merged and the portal has observed it, the check says pass.',
  ];
  return joinParts(parts);
}
