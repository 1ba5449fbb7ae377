import { ConflictError, NotFoundError } from '@backstage/errors';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { UseChange } from './Uses';

/** More runs than these nobody starts from one page. */
const MAX_LINKS = 50;

/** Whether a change would change nothing. Throws a NotFoundError for a step that the use does not have. */
export function isSo(use: RunbookUse, change: UseChange): boolean {
  if ('link' in change) {
    return use.links.some(({ url }) => url === change.link.url);
  }
  const step = use.steps.find(({ id }) => id === change.step);
  if (!step) {
    throw new NotFoundError(
      isolated`The use '${use.id}' has no step '${change.step}'; read the use for its steps`,
    );
  }
  return step.done === change.done;
}

/** Throws a ConflictError for a use that is finished. */
export function assertUnderWay(use: RunbookUse): void {
  if (use.finishedAt) {
    throw new ConflictError(
      isolated`The use '${use.id}' is finished; start another one to go on`,
    );
  }
}

/** A use after a change. */
export function changeUse(
  use: RunbookUse,
  change: UseChange,
  at: string,
): RunbookUse {
  const revision = use.revision + 1;
  if ('step' in change) {
    const { step: id, done } = change;
    const steps = use.steps.map(step =>
      step.id === id ? { ...step, done, at } : step,
    );
    return { ...use, steps, revision };
  }
  if (use.links.length >= MAX_LINKS) {
    throw new ConflictError(`A use has at most ${MAX_LINKS} links`);
  }
  return { ...use, links: [...use.links, { ...change.link, at }], revision };
}
