import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { compileRule } from '../engine/compileRule';
import { EvaluationContext } from '../engine/EvaluationContext';
import { FactReader } from '../engine/FactReader';
import { OUTCOME } from '../engine/outcome';
import { readRule } from '../rule/readRule';

/**
 * Makes the filter of a campaign ready for many entities, with the bounds that those of scorecards have.
 *
 * @throws InputError naming the first problem when the filter is not valid.
 * @public
 */
export function compileCampaignFilter(
  appliesTo: FilterPredicate | undefined,
): (entity: Entity) => boolean {
  if (appliesTo === undefined) {
    return () => true;
  }
  const context = new EvaluationContext();
  const rule = compileRule(
    readRule(appliesTo, 'appliesTo', { dialect: 'filter' }),
    { context, factReader: id => new FactReader(id) },
  );
  return entity => {
    context.start(new Map(), 0);
    return rule.evaluate(entity) === OUTCOME.true;
  };
}
