import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { BitbucketOptions } from '../BitbucketOptions';

/** What readers may use. */
export interface ReaderContext extends ReadContext {
  options: BitbucketOptions;
}
