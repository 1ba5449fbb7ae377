import { isWebLink } from '@fairlead/frontend-parts';

/** Whether somebody has typed a full web address; a path of this portal says nothing to others. */
export function isWebAddress(text: string): boolean {
  const address = text.trim();
  return !address.startsWith('/') && isWebLink(address);
}
