import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { GithubOptions } from '../GithubOptions';

/** What readers may use. */
export interface ReaderContext extends ReadContext {
  options: GithubOptions;
}
