import { z } from 'zod';

/** Backstage's error response. @public */
export const ErrorSchema = z
  .looseObject({
    error: z.looseObject({ name: z.string(), message: z.string() }),
    response: z.looseObject({ statusCode: z.int() }),
  })
  .meta({ id: 'Error' });

/** What the statuses of errors mean, for whoever reads the OpenAPI document. @public */
export const ERROR_DESCRIPTIONS = {
  400: 'The request cannot be read; the message names the field',
  401: 'No credentials, or bad ones',
  403: 'The caller lacks the permission that the message names',
  404: 'Unknown, or hidden from the caller',
  409: 'Does not fit the present state',
  413: 'The body is too large',
  429: 'More than the caller may; the message says when to go on',
  503: 'The database or another backend does not answer; the header Retry-After says when to ask again',
} as const;

export type ErrorStatus = keyof typeof ERROR_DESCRIPTIONS;
