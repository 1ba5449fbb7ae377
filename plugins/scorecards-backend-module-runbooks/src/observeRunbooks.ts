import { JsonValue } from '@backstage/types';
import { EntityRunbookValues } from '@fairlead/backstage-plugin-runbooks-common';
import { ObservedFacts } from '@fairlead/backstage-plugin-scorecards-node';
import { RUNBOOK_FACTS } from './runbookFacts';

/** The facts of an entity. What is not known of it is absent, never zero and never a pass. */
export function observeRunbooks(entity: EntityRunbookValues): ObservedFacts {
  const values: Record<string, JsonValue> = {};
  const absent: string[] = [];
  for (const { id, valueOf } of RUNBOOK_FACTS) {
    const value = valueOf(entity);
    if (value === undefined) {
      absent.push(id);
    } else {
      values[id] = value;
    }
  }
  return { entityRef: entity.entityRef, values, absent };
}
