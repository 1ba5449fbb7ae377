import {
  AskedQuestion,
  Attestation,
  teamsOfActor,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { AnswerItem } from './AnswerItem';
import { findContradiction } from './findContradiction';
import { SettleDialog } from './SettleDialog';
import { TeamNames } from './TeamNames';
import { useAnswerActor } from './useAnswerActor';
import { useAnswerMutations } from './useAnswerMutations';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: 0,
    },
  }),
  { name: 'FairleadAnswerList' },
);

/** The answers of all teams side by side. Where they contradict each other, the owner of the entity settles it. */
export function AnswerList(props: {
  answers: readonly Attestation[];
  question: AskedQuestion;
  entityRef: string;
}) {
  const { answers, question, entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { settling } = useAnswerActor();
  const { settle } = useAnswerMutations(entityRef);
  const [chosen, setChosen] = useState<Attestation>();
  const contradicting = findContradiction(answers, question);
  const owner = question.teams.find(({ side }) => side === 'entity-owner');
  const maySettle =
    settling !== undefined &&
    teamsOfActor(question.teams, settling).some(
      ({ side }) => side === 'entity-owner',
    );
  if (answers.length === 0) {
    return <p>{t('attestations.noAnswer')}</p>;
  }
  return (
    <>
      {contradicting.length > 0 && (
        <p>
          {owner
            ? t('attestations.maySettle', {
                team: <TeamNames teamRefs={[owner.teamRef]} />,
              })
            : t('attestations.maySettleNobody')}
        </p>
      )}
      <ul className={classes.root}>
        {answers.map(answer => (
          <AnswerItem key={answer.id} answer={answer} question={question.text}>
            {maySettle && contradicting.includes(answer) && (
              <Button
                size="small"
                variant="outlined"
                disabled={settle.isPending}
                aria-label={t('attestations.settleLabel', {
                  choice: answer.choiceTitle,
                  team: answer.teamRef,
                })}
                onClick={() => setChosen(answer)}
              >
                {t('attestations.settle')}
              </Button>
            )}
          </AnswerItem>
        ))}
      </ul>
      {settle.error && <ErrorPanel error={settle.error} />}
      {chosen && (
        <SettleDialog
          answer={chosen}
          onClose={() => setChosen(undefined)}
          onSend={reason => {
            setChosen(undefined);
            settle.mutate({ id: chosen.id, reason });
          }}
        />
      )}
    </>
  );
}
