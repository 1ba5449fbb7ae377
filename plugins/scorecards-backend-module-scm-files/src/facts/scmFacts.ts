import { JsonValue } from '@backstage/types';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import { Repository } from '../repository/RepositoryReader';
import { findCommands } from './findCommands';
import { findInstructions } from './findInstructions';

/** Four missed runs of the source make its facts stale. */
const TIME_TO_LIVE = '26h';

const DEFINITIONS =
  'https://github.com/fairlead/fairlead/tree/main/plugins/scorecards-backend-module-scm-files#the-facts';

/** The fact that says whether the source of an entity is there at all. */
export const RESOLVES = 'scmFiles.source.resolves';

/** All facts that the files of a repository make. */
export const SCM_FACTS: readonly FactDeclaration[] = (
  [
    {
      id: RESOLVES,
      type: 'boolean',
      title: 'Source can be found',
      description:
        'What the source location of the entity names is there, as the integrations of the portal see it.',
    },
    {
      id: 'scmFiles.instructions.present',
      type: 'boolean',
      title: 'Instructions for agents',
      description:
        'A file tells agents how to work here: in the folder of the component, or in the nearest one above that has any.',
      explainedBy: ['scmFiles.instructions.files'],
    },
    {
      id: 'scmFiles.instructions.agree',
      type: 'boolean',
      title: 'Instructions agree',
      description:
        'All files that hold such instructions have the same text, or leave it to one of them. Without any, or where one is too large to be read, it is not known.',
      explainedBy: ['scmFiles.instructions.files'],
    },
    {
      id: 'scmFiles.instructions.files',
      type: 'string[]',
      title: 'Files with instructions',
      description: 'The paths of these files.',
    },
    {
      id: 'scmFiles.commands.build',
      type: 'boolean',
      title: 'Build command can be found',
      description:
        'Instructions, a script, a target or the program that builds the repository says how it is built.',
      explainedBy: ['scmFiles.commands.found'],
    },
    {
      id: 'scmFiles.commands.test',
      type: 'boolean',
      title: 'Test command can be found',
      description: 'The same of how it is tested.',
      explainedBy: ['scmFiles.commands.found'],
    },
    {
      id: 'scmFiles.commands.found',
      type: 'string[]',
      title: 'Commands that were found',
      description: 'How it is built and tested, as far as its files say so.',
    },
    {
      id: 'scmFiles.codeOwners.present',
      type: 'boolean',
      title: 'Code owners',
      description: 'The repository has a CODEOWNERS file.',
    },
    {
      id: 'scmFiles.license.present',
      type: 'boolean',
      title: 'Licence',
      description:
        'A licence stands in the folder of the component, or in one above.',
    },
    {
      id: 'scmFiles.source.largest',
      type: 'number',
      unit: 'kB',
      title: 'Largest source file',
      description:
        'The size of the largest source file below the folder of the component, in thousands of bytes. What is generated or comes from elsewhere does not count. Without source files, it is not known.',
      explainedBy: ['scmFiles.source.largestFile'],
    },
    {
      id: 'scmFiles.source.largestFile',
      type: 'string',
      title: 'Which source file is the largest',
      description: 'The path of that file.',
    },
  ] satisfies FactDeclaration[]
).map(fact => ({
  ...fact,
  definitionUrl: DEFINITIONS,
  timeToLive: TIME_TO_LIVE,
}));

/** The values of a folder; what is not known has no key. */
export function observeFolder(
  repository: Repository,
  folder: string,
): Record<string, JsonValue> {
  const instructions = findInstructions(repository, folder);
  const { build, test } = findCommands(repository, folder);
  const told = repository.scan.toldOf(folder);
  const { largest } = repository.scan.sizesOf(folder);
  return {
    'scmFiles.instructions.present': instructions.files.length > 0,
    'scmFiles.instructions.files': instructions.files,
    ...(instructions.agree !== undefined && {
      'scmFiles.instructions.agree': instructions.agree,
    }),
    'scmFiles.commands.build': build !== undefined,
    'scmFiles.commands.test': test !== undefined,
    'scmFiles.commands.found': [build ?? [], test ?? []].flat(),
    'scmFiles.codeOwners.present': told.some(
      ({ tells, folder: of }) => tells === 'codeOwners' && of === '',
    ),
    'scmFiles.license.present': told.some(({ tells }) => tells === 'license'),
    ...(largest && {
      'scmFiles.source.largest': Math.round(largest.bytes / 100) / 10,
      'scmFiles.source.largestFile': largest.path,
    }),
  };
}
