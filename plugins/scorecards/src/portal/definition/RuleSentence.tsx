import {
  describeRule,
  FactDirectory,
  Rule,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FilterPredicate } from '@backstage/filter-predicates';

/** A rule or predicate in words, led in by a few. It calls facts by their titles; the YAML beside it has their ids. */
export function RuleSentence(props: {
  intro: string;
  rule: Rule | FilterPredicate;
  facts: FactDirectory;
}) {
  return (
    <>
      {props.intro}{' '}
      <strong>
        {describeRule(props.rule as Rule, {
          facts: props.facts,
          naming: 'titles',
        })}
      </strong>
      .
    </>
  );
}
