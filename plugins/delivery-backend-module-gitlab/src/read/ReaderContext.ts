import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { GitlabOptions } from '../GitlabOptions';

/** What readers may use. */
export interface ReaderContext extends ReadContext {
  options: GitlabOptions;
}
