import { AskedService } from '@fairlead/rest-pull';

/** GitHub, as failures tell of it. */
export const GITHUB: AskedService = {
  title: 'GitHub',
  hints: {
    401: 'the credentials of the integration are not valid',
    403: 'the credentials of the integration do not allow it, or the rate limit is used up',
    404: 'it does not exist, or the credentials of the integration may not see it',
    429: 'the rate limit is used up',
  },
  statusOf(error) {
    const { status, response } = Object(error);
    // Octokit gives a failed connection the status 500, but no answer.
    return typeof status === 'number' && response ? status : undefined;
  },
};
