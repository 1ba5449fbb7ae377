import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';
import { resolveTextLink } from './resolveTextLink';

/** What is put in the place of the links and images of a text; an empty one leaves only their words. */
export function useTextLinks(baseUrl: string | undefined) {
  const { pathname, search } = useLocation();
  const transformLinkUri = useCallback(
    (href: string) =>
      href.startsWith('#')
        ? // A bare anchor would lose for what the page was opened.
          `${pathname}${search}${href}`
        : resolveTextLink(href, baseUrl) ?? '',
    [baseUrl, pathname, search],
  );
  const transformImageUri = useCallback(
    (src: string) => resolveTextLink(src, baseUrl) ?? '',
    [baseUrl],
  );
  return { transformLinkUri, transformImageUri };
}
