import { PeopleResponse } from '@fairlead/backstage-plugin-delivery-common';

export interface PeopleQuery {
  userRefs: readonly string[];
}

/** What stands for users in records. */
export interface People {
  /** Of each user once: of one that nothing is known of, the ref alone. */
  read(query: PeopleQuery): Promise<PeopleResponse>;
}
