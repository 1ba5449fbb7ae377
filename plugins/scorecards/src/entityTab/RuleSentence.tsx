import {
  createFactDirectory,
  describeRule,
  KnownFact,
  Rule,
} from '@fairlead/backstage-plugin-scorecards-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { scorecardsTranslationRef } from '../translation';

/**
 * Words a rule, with facts by their titles; which facts these are exactly stands behind an ⓘ. A file of its own, since
 * the rule language is only needed once a check is opened.
 */
export default function RuleSentence(props: {
  rule: Rule;
  facts: readonly KnownFact[];
}) {
  const { rule } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const facts = useMemo(() => createFactDirectory(props.facts), [props.facts]);
  const sentence = describe(rule, { facts, naming: 'titles' });
  const exactly = describe(rule, { facts });
  if (!sentence) {
    return <code>{JSON.stringify(rule)}</code>;
  }
  return (
    <>
      {sentence}{' '}
      {sentence !== exactly && (
        <InfoButton
          label={t('entityTab.ruleExactlyLabel')}
          title={t('entityTab.ruleExactly')}
        >
          <code>{exactly}</code>
        </InfoButton>
      )}
    </>
  );
}

/** Undefined for a rule that this version of the portal does not know, which a newer backend may serve. */
function describe(
  rule: Rule,
  options: Parameters<typeof describeRule>[1],
): string | undefined {
  try {
    return describeRule(rule, options);
  } catch {
    return undefined;
  }
}
