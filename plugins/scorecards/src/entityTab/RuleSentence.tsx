import {
  createFactDirectory,
  KnownFact,
  Rule,
} from '@fairlead/backstage-plugin-scorecards-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { describeOwnRule } from './describeOwnRule';

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
  const sentence = describeOwnRule(rule, { facts, naming: 'titles' });
  const exactly = describeOwnRule(rule, { facts });
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
