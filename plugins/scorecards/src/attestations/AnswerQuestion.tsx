import {
  AskedQuestion,
  CheckResult,
  teamsOfActor,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { AnswerDialog } from './AnswerDialog';
import { TeamNames } from './TeamNames';
import { useAnswerActor } from './useAnswerActor';

/** The way to the form for those who may answer; to others, who may. */
export function AnswerQuestion(props: {
  check: Pick<CheckResult, 'id' | 'answers'>;
  question: AskedQuestion;
  entityRef: string;
  entityName: string;
  scorecardRef: string;
}) {
  const { check, question, ...entity } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { answering, isPending } = useAnswerActor();
  const [isOpen, setIsOpen] = useState(false);
  const mine = answering ? teamsOfActor(question.teams, answering) : [];
  if (question.teams.length === 0) {
    return <p>{t('attestations.mayAnswerNobody')}</p>;
  }
  if (isPending) {
    return null;
  }
  if (mine.length === 0) {
    return (
      <p>
        {t('attestations.mayAnswer', {
          teams: (
            <TeamNames
              teamRefs={question.teams.map(({ teamRef }) => teamRef)}
            />
          ),
        })}
      </p>
    );
  }
  const hasAnswered = check.answers?.some(({ teamRef }) =>
    mine.some(team => team.teamRef === teamRef),
  );
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        onClick={() => setIsOpen(true)}
      >
        {hasAnswered ? t('attestations.answerAgain') : t('attestations.answer')}
      </Button>
      {isOpen && (
        <AnswerDialog
          {...entity}
          question={question}
          teams={mine}
          checkId={check.id}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
