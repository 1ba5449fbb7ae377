import { RequestDetails } from '@backstage/plugin-events-node';

/** A header of a request; of a header sent several times, its values joined by commas. @public */
export function readHeader(
  request: Pick<RequestDetails, 'headers'>,
  name: string,
): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(',') : value;
}
