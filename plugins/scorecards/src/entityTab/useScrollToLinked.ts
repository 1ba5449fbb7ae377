import { RefObject, useEffect, useRef } from 'react';

/** Brings what the URL pointed at into view, once, when it first appears. */
export function useScrollToLinked(linked: boolean): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  const wasLinked = useRef(linked);
  useEffect(() => {
    if (wasLinked.current) {
      ref.current?.scrollIntoView?.({ block: 'center' });
    }
  }, []);
  return ref;
}
