import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { MarkdownContent } from '@backstage/core-components';
import {
  AskedQuestion,
  CheckResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import { AnswerList, AnswerQuestion, CopyQuestion } from '../attestations';
import { scorecardsTranslationRef } from '../translation';
import { Part } from './Part';
import { readSourceUrl } from './readSourceUrl';

/** What a check asks, the answers of the teams, and the way to answer. To stand within a `dl`. */
export function QuestionParts(props: {
  check: CheckResult;
  question: AskedQuestion;
  entity: Entity;
  scorecardRef: string;
}) {
  const { check, question, entity, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const entityRef = stringifyEntityRef(entity);
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
        <Box display="flex" flexWrap="wrap" gridGap={8}>
          <AnswerQuestion
            check={check}
            question={question}
            entityRef={entityRef}
            entityName={entity.metadata.title ?? entity.metadata.name}
            scorecardRef={scorecardRef}
          />
          <CopyQuestion
            check={check}
            entityRef={entityRef}
            scorecardRef={scorecardRef}
            sourceUrl={readSourceUrl(entity)}
          />
        </Box>
      </Part>
    </>
  );
}
