import { ConflictError, NotFoundError } from '@backstage/errors';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { UseChange } from './Uses';

/** More runs than these nobody starts from one page. */
const MAX_LINKS = 50;

/** A use after a change; undefined where it is so already. */
export function changeUse(
  use: RunbookUse,
  change: UseChange,
  at: string,
): RunbookUse | undefined {
  const changed =
    'link' in change ? addLink(use, change, at) : tick(use, change, at);
  if (changed && use.finishedAt) {
    throw new ConflictError(
      isolated`The use '${use.id}' is finished; start another one to go on`,
    );
  }
  return changed && { ...changed, revision: use.revision + 1 };
}

function tick(
  use: RunbookUse,
  { step: id, done }: { step: string; done: boolean },
  at: string,
): RunbookUse | undefined {
  const step = use.steps.find(one => one.id === id);
  if (!step) {
    throw new NotFoundError(
      isolated`The use '${use.id}' has no step '${id}'; read the use for its steps`,
    );
  }
  return step.done === done
    ? undefined
    : {
        ...use,
        steps: use.steps.map(one =>
          one === step ? { ...step, done, at } : one,
        ),
      };
}

function addLink(
  use: RunbookUse,
  { link }: { link: { url: string; title?: string } },
  at: string,
): RunbookUse | undefined {
  if (use.links.some(({ url }) => url === link.url)) {
    return undefined;
  }
  if (use.links.length >= MAX_LINKS) {
    throw new ConflictError(`A use has at most ${MAX_LINKS} links`);
  }
  return { ...use, links: [...use.links, { ...link, at }] };
}
