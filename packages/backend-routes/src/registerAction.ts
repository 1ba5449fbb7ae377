import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AnyZodObject, z } from 'zod/v3';

/** What the schemas of actions are made with: the registry takes those of this generation of zod. @public */
export const actionZod = z;

/** What calling an action does to the world, as clients are told before they call it. */
const ATTRIBUTES = {
  /** Changes nothing. */
  reads: { readOnly: true, destructive: false, idempotent: true },
  /** Adds something each time that it is called, and takes nothing away. */
  adds: { readOnly: false, destructive: false, idempotent: false },
  /** Brings something to a state, once, however often it is called. */
  changes: { readOnly: false, destructive: false, idempotent: true },
  /** Puts a value in the place of another; called twice, the second time changes nothing. */
  replaces: { readOnly: false, destructive: true, idempotent: true },
};

/**
 * Offers an action to assistants. The one place that knows how the registry takes schemas and attributes.
 *
 * @param options - `does`: what calling it comes to
 * @public
 */
export function registerAction<
  TInput extends AnyZodObject,
  TOutput extends AnyZodObject,
>(
  actionsRegistry: ActionsRegistryService,
  options: {
    name: string;
    title: string;
    description: string;
    does: 'reads' | 'adds' | 'changes' | 'replaces';
    input: TInput;
    output: TOutput;
    action(context: {
      input: z.infer<TInput>;
      credentials: BackstageCredentials;
      logger: LoggerService;
    }): Promise<z.infer<TOutput>>;
  },
): void {
  const { does, input, output, action, ...texts } = options;
  actionsRegistry.register<AnyZodObject, AnyZodObject>({
    ...texts,
    attributes: ATTRIBUTES[does],
    schema: { input: () => input, output: () => output },
    action: async context => ({
      output: await action({
        ...context,
        input: context.input as z.infer<TInput>,
      }),
    }),
  });
}
