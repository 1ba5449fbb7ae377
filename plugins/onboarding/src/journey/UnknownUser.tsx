import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { onboardingTranslationRef } from '../translation';

/** Somebody who is signed in and of whom the catalog has no entry: what that means and whom to ask. */
export function UnknownUser(props: { userRef: string }) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <EmptyPanel title={t('journey.unknown.title')}>
      {t('journey.unknown.text', { user: props.userRef })}
    </EmptyPanel>
  );
}
