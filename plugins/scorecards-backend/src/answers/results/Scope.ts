import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Visibility } from '../../catalog/visibility';

/** On whose behalf an `Authorized…` service answers. */
export interface ForCaller {
  credentials: BackstageCredentials;
}

/** What a `Database…` store may answer from. */
export interface ForVisible {
  visibility: Visibility;
}
