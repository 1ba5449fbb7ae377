import { createCliModule } from '@backstage/cli-node';
import packageJson from '../package.json';

/** The commands of all families, below a path. */
function createModule(path: string[]) {
  return createCliModule({
    packageJson,
    init: async registry => {
      registry.addCommand({
        path: [...path, 'runbooks', 'lint'],
        description: 'Lint runbooks, and the alerts that lead to them',
        execute: { loader: () => import('./commands/runbooks/lint') },
      });
      registry.addCommand({
        path: [...path, 'onboarding', 'lint'],
        description: 'Lint onboarding tracks',
        execute: { loader: () => import('./commands/onboarding/lint') },
      });
      registry.addCommand({
        path: [...path, 'onboarding', 'import'],
        description: 'Turn a checklist in Markdown into an onboarding track',
        execute: { loader: () => import('./commands/onboarding/import') },
      });
      registry.addCommand({
        path: [...path, 'onboarding', 'preview'],
        description: 'Show an onboarding track as a user would see it',
        execute: { loader: () => import('./commands/onboarding/preview') },
      });
      registry.addCommand({
        path: [...path, 'scorecards', 'lint'],
        description: 'Lint scorecards',
        execute: { loader: () => import('./commands/scorecards/lint') },
      });
      registry.addCommand({
        path: [...path, 'scorecards', 'preview'],
        description: 'Show which levels a changed scorecard gives and takes',
        execute: { loader: () => import('./commands/scorecards/preview') },
      });
      registry.addCommand({
        path: [...path, 'scorecards', 'import'],
        description: 'Turn the checks of another product into scorecards',
        execute: { loader: () => import('./commands/scorecards/import') },
      });
    },
  });
}

/** For the program `fairlead`: `fairlead runbooks lint`. @public */
export const fairleadCommands = createModule([]);

/** For the Backstage CLI, beside other modules: `backstage-cli fairlead runbooks lint`. @public */
export default createModule(['fairlead']);
