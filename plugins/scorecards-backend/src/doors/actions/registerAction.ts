import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionSchema, ActionValues } from './schema';

/** What an action does to the world, as clients are told before they call it. */
const ATTRIBUTES = {
  /** Changes nothing. */
  reads: { readOnly: true, destructive: false, idempotent: true },
  /** Adds something each time that it is called, and takes nothing away. */
  adds: { readOnly: false, destructive: false, idempotent: false },
  /** Puts a value in the place of another; called twice, the second time changes nothing. */
  replaces: { readOnly: false, destructive: true, idempotent: true },
};

/**
 * Offers an action. The one place that knows how the registry takes schemas and attributes.
 *
 * @param options - `does`: what calling it comes to
 */
export function registerAction<
  TInput extends ActionSchema,
  TOutput extends ActionSchema,
>(
  actionsRegistry: ActionsRegistryService,
  options: {
    name: string;
    title: string;
    description: string;
    does: keyof typeof ATTRIBUTES;
    input: TInput;
    output: TOutput;
    action(context: {
      input: ActionValues<TInput>;
      credentials: BackstageCredentials;
      logger: LoggerService;
    }): Promise<ActionValues<TOutput>>;
  },
): void {
  const { does, input, output, action, ...texts } = options;
  actionsRegistry.register<ActionSchema, ActionSchema>({
    ...texts,
    attributes: ATTRIBUTES[does],
    schema: { input: () => input, output: () => output },
    action: async context => ({
      output: await action({
        ...context,
        input: context.input as ActionValues<TInput>,
      }),
    }),
  });
}
