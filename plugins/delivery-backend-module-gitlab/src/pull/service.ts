import { AskedService } from '@fairlead/rest-pull';
import { GitlabError } from './GitlabApi';

/** GitLab, as failures tell of it. */
export const GITLAB: AskedService = {
  title: 'GitLab',
  hints: {
    401: 'the token of the integration is not valid',
    403: 'the token of the integration does not allow it',
    404: 'it does not exist, or the token of the integration may not see it',
    429: 'the rate limit is used up',
  },
  statusOf: error => (error instanceof GitlabError ? error.status : undefined),
};
