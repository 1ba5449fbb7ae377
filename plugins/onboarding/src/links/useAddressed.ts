import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** Whether the address of the page means a part of it, by its anchor. */
export function useIsAddressed(): (anchor: string) => boolean {
  const { hash } = useLocation();
  return anchor => anchor !== '' && hash === `#${anchor}`;
}

/** Of a part of a page that the address may mean: it gets the focus then, which brings it into view. */
export function useAddressed<T extends HTMLElement>(anchor: string) {
  const isAddressed = useIsAddressed()(anchor);
  const ref = useRef<T>(null);
  useEffect(() => {
    if (isAddressed) {
      ref.current?.focus();
    }
  }, [isAddressed]);
  return { ref, isAddressed };
}
