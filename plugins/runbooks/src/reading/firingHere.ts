import {
  FiringAlert,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Occasion } from '../links';

/** What fires now and is a matter of the runbook. */
export interface FiringHere {
  all: FiringAlert[];
  /** The one whose labels fill the placeholders; absent where it is not clear which. */
  subject?: FiringAlert;
}

/** Picks what leads to a runbook of all that fires, the one that the page was opened for first. */
export function firingHere(
  firing: readonly FiringAlert[],
  runbook: Pick<RunbookSummary, 'id'>,
  occasion: Occasion,
): FiringHere {
  const isAskedFor = ({ alert, entityRef }: FiringAlert) =>
    alert === occasion.alert &&
    (occasion.entity === undefined || entityRef === occasion.entity);
  const asked = firing.filter(isAskedFor);
  const others = firing.filter(
    one => one.runbook?.id === runbook.id && !isAskedFor(one),
  );
  const all = [...asked, ...others];
  return {
    all,
    subject: asked[0] ?? (all.length === 1 ? all[0] : undefined),
  };
}
