import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { sectionId } from './Section';
import { TextSection } from './types';

/** From so many sections on a text begins folded, but for what is wanted at night. */
const MANY = 25;

/** Which sections are open. What the address names behind its `#` is opened, and scrolled to. */
export function useOpenSections(
  sections: readonly TextSection[],
  wanted: readonly TextSection[],
) {
  const { hash, key } = useLocation();
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const anchor = decodeAnchor(hash);
  const target = anchor
    ? sections.find(({ anchors }) => anchors.includes(anchor))
    : undefined;
  const targetId = target && sectionId(target);

  useEffect(() => {
    if (targetId && anchor) {
      setToggled(before => ({ ...before, [targetId]: true }));
      // Drawn first, scrolled to then.
      const frame = requestAnimationFrame(() => {
        const section = document.getElementById(targetId);
        section?.scrollIntoView?.({ block: 'start' });
        section?.querySelector('button')?.focus({ preventScroll: true });
      });
      return () => cancelAnimationFrame(frame);
    }
    return undefined;
    // A second tap on the same link has another key.
  }, [anchor, targetId, key]);

  function isOpen(section: TextSection): boolean {
    return (
      toggled[sectionId(section)] ??
      (sections.length <= MANY || wanted.includes(section))
    );
  }

  return {
    isOpen,
    toggle: (section: TextSection) =>
      setToggled(before => ({
        ...before,
        [sectionId(section)]: !isOpen(section),
      })),
  };
}

function decodeAnchor(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}
