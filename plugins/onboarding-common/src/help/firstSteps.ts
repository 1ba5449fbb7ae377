import { Entity } from '@backstage/catalog-model';
import { EntityOnboarding } from '../api';
import {
  docsOf,
  linksOf,
  pageOf,
  sourceOf,
  titleOf,
} from '../generate/addresses';
import { TaskLink } from '../track';

/** How links are marked, as teams write it. */
const READ_TYPES = ['docs', 'documentation', 'guide', 'readme', 'runbook'];
const RUN_TYPES = ['run', 'local', 'dev', 'template'];
const TRY_TYPES = ['good-first-issue', 'good-first-issues'];

type Step = EntityOnboarding['read'][number];

/**
 * What somebody who is new to an entity reads, runs and tries first, as far as the catalog tells.
 *
 * @param runbooks - those that serve the entity
 * @public
 */
export function findFirstSteps(
  entity: Entity,
  runbooks: readonly Entity[],
): Pick<EntityOnboarding, 'read' | 'run' | 'firstTry'> {
  const docs = docsOf(entity);
  const source = sourceOf(entity);
  const issues = source && issuesOf(source);
  const run = toSteps(linksOf(entity, RUN_TYPES), 'How to run it');
  const firstTry = toSteps(linksOf(entity, TRY_TYPES), 'A good first issue');
  return {
    read: unique([
      ...(docs ? [{ title: 'Documentation', url: docs }] : []),
      ...toSteps(linksOf(entity, READ_TYPES), 'Documentation'),
      ...runbooks.map(runbook => ({
        title: titleOf(runbook),
        url: pageOf(runbook),
      })),
    ]),
    run: unique(
      run.length === 0 && source
        ? [{ title: 'The source, with its README', url: source }]
        : run,
    ),
    firstTry: unique(
      firstTry.length === 0 && issues
        ? [{ title: 'Good first issues', url: issues }]
        : firstTry,
    ),
  };
}

function toSteps(links: readonly TaskLink[], title: string): Step[] {
  return links.map(link => ({ title: link.title ?? title, url: link.url }));
}

function unique(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map(step => [step.url, step])).values()];
}

/** Where the issues of a source are that are good to begin with. Undefined for hosts whose addresses are not known. */
function issuesOf(source: string): string | undefined {
  const { host, origin, pathname } = new URL(source);
  const [owner, repository] = pathname.split('/').filter(Boolean);
  if (!owner || !repository) {
    return undefined;
  }
  if (/(^|\.)github\./.test(host)) {
    const query = new URLSearchParams({
      q: 'is:open is:issue label:"good first issue"',
    });
    return `${origin}/${owner}/${repository.replace(
      /\.git$/,
      '',
    )}/issues?${query}`;
  }
  if (/(^|\.)gitlab\./.test(host)) {
    const [project] = pathname.split('/-/');
    const query = new URLSearchParams({
      state: 'opened',
      'label_name[]': 'good first issue',
    });
    return `${origin}${project.replace(/(\.git)?\/?$/, '')}/-/issues?${query}`;
  }
  return undefined;
}
