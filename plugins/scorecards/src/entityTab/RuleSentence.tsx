import {
  createFactDirectory,
  describeRule,
  FactDirectory,
  KnownFact,
  Rule,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useMemo } from 'react';

/** Words a rule. A file of its own, since the rule language is only needed once a check is opened. */
export default function RuleSentence(props: {
  rule: Rule;
  facts: readonly KnownFact[];
}) {
  const { rule, facts } = props;
  const sentence = useMemo(
    () => describe(rule, createFactDirectory(facts)),
    [rule, facts],
  );
  return sentence ? <>{sentence}</> : <code>{JSON.stringify(rule)}</code>;
}

/** Undefined for a rule that this version of the portal does not know, which a newer backend may serve. */
function describe(rule: Rule, facts: FactDirectory): string | undefined {
  try {
    return describeRule(rule, { facts });
  } catch {
    return undefined;
  }
}
