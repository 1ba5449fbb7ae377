import { MarkdownContent } from '@backstage/core-components';
import {
  AskedQuestion,
  CheckResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { AnswerList, AnswerQuestion } from '../attestations';
import { scorecardsTranslationRef } from '../translation';
import { Part } from './Part';

/** What a check asks, the answers of the teams, and the way to answer. To stand within a `dl`. */
export function QuestionParts(props: {
  check: CheckResult;
  question: AskedQuestion;
  entityRef: string;
  entityName: string;
  scorecardRef: string;
}) {
  const { check, question, entityRef } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <>
      <Part label={t('attestations.asked')}>
        <p>{question.text}</p>
        {question.help && <MarkdownContent content={question.help} />}
      </Part>
      <Part label={t('attestations.answers')}>
        <AnswerList
          answers={check.answers ?? []}
          question={question}
          entityRef={entityRef}
        />
        <AnswerQuestion {...props} />
      </Part>
    </>
  );
}
