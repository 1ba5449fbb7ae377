import { WaitingResponse } from '@fairlead/backstage-plugin-delivery-common';

/** What waits of a user and of the teams that the user belongs to. */
export interface Waiting<TScope> {
  /** Changes on their way that wait for anything but their author's coding, oldest wait first. */
  list(query: { limit: number }, scope: TScope): Promise<WaitingResponse>;
}
