import { RootConfigService } from '@backstage/backend-plugin-api';

/** What one principal may send as. @public */
export interface Sender {
  /** A user, a group whose members are meant, or the subject of a token, as Backstage names it. */
  subject: string;
  sources: readonly string[];
}

/** Reads the list of senders at a key of the configuration. Undefined where there is none. @public */
export function readSendersFromConfig(
  config: RootConfigService,
  key: string,
): Sender[] | undefined {
  return config.getOptionalConfigArray(key)?.map(sender => ({
    subject: sender.getString('subject'),
    sources: sender.getStringArray('sources'),
  }));
}
