import { readRunbookAddress } from '@fairlead/backstage-plugin-runbooks-common';

/** What the URL that an alert tells is known by in the registry; undefined where it is none. */
export function readToldKey(
  toldUrl: string | null,
  options: { portalUrl?: string },
): string | undefined {
  return toldUrl === null
    ? undefined
    : readRunbookAddress(toldUrl, options)?.key;
}
