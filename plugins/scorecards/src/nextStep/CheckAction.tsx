import { Link } from '@backstage/core-components';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';

/**
 * The next step of a check that does not pass: straight to the fix where it has an address, else to the place that
 * tells how, why nothing is known, or what is asked.
 */
export function CheckAction(props: {
  check: Pick<CheckResult, 'title' | 'status' | 'fix' | 'question'>;
  detailsLink: string;
}) {
  const { check, detailsLink } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (check.question && check.status !== 'fail') {
    return (
      <Link
        to={detailsLink}
        aria-label={t('nextStep.answerLabel', { title: check.title })}
      >
        {t('nextStep.answer')}
      </Link>
    );
  }
  if (check.status !== 'fail') {
    return (
      <Link
        to={detailsLink}
        aria-label={t('nextStep.whyLabel', { title: check.title })}
      >
        {t('nextStep.why')}
      </Link>
    );
  }
  if (check.fix?.url && isWebLink(check.fix.url)) {
    return (
      <Link
        to={check.fix.url}
        aria-label={t('nextStep.fixLabel', { title: check.title })}
      >
        {t('nextStep.fix')}
      </Link>
    );
  }
  return (
    <Link
      to={detailsLink}
      aria-label={t('nextStep.howLabel', { title: check.title })}
    >
      {check.fix?.text ? t('nextStep.how') : t('nextStep.details')}
    </Link>
  );
}
