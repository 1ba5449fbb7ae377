import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  FactDeclaration,
  FactType,
} from '@fairlead/backstage-plugin-scorecards-common';
import { validateDeclaration } from './validateDeclaration';

/** The facts declared under `scorecards.facts`: those that are sent and that no scheduled source declares. */
export function readDeclaredFactsFromConfig(
  config: RootConfigService,
): FactDeclaration[] {
  return (config.getOptionalConfigArray('scorecards.facts') ?? []).map(
    (fact, index) => {
      const declaration: FactDeclaration = {
        id: fact.getString('id'),
        type: fact.getString('type') as FactType,
        title: fact.getString('title'),
        description: fact.getString('description'),
        unit: fact.getOptionalString('unit'),
        definitionUrl: fact.getOptionalString('definitionUrl'),
        timeToLive: fact.getOptionalString('timeToLive'),
      };
      const problem = validateDeclaration(declaration);
      if (problem) {
        throw new InputError(
          `Invalid configuration at 'scorecards.facts[${index}]': ${problem}`,
        );
      }
      return declaration;
    },
  );
}
