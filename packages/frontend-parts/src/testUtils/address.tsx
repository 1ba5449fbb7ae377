import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { useLocation } from 'react-router-dom';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{decodeURIComponent(pathname + search)}</output>;
}

/** Writes the address into the page of a test app, for {@link address} to read. @public */
export const addressElement = AppRootElementBlueprint.make({
  name: 'address',
  params: { element: <Address /> },
});

/** The address at which a test app with the {@link addressElement} is. @public */
export function address(): string {
  return [...document.querySelectorAll('output')].at(-1)!.textContent!;
}
