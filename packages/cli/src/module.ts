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
    },
  });
}

/** For the program `fairlead`: `fairlead runbooks lint`. @public */
export const fairleadCommands = createModule([]);

/** For the Backstage CLI, beside other modules: `backstage-cli fairlead runbooks lint`. @public */
export default createModule(['fairlead']);
