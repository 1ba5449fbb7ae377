import {
  CheckQuestion,
  formatDuration,
  readQuestion,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../translation';

/** What a check asks, which answers pass, and for how long. */
export function QuestionExplanation(props: { question: CheckQuestion }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { text, choices, evidence, holdsFor } = readQuestion(props.question);
  const passing = choices.filter(({ passes }) => passes);
  return (
    <p>
      {t('portal.definition.asks')} <strong>{text}</strong>{' '}
      {t('portal.definition.passingAnswers', {
        choices: passing.map(({ title }) => `“${title}”`).join(', '),
      })}{' '}
      {evidence === 'required' && t('portal.definition.evidenceRequired')}{' '}
      {t('portal.definition.answersHold', { time: formatDuration(holdsFor) })}
    </p>
  );
}
