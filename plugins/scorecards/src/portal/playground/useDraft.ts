import { useCallback, useState } from 'react';

const PREFIX = 'fairlead.scorecards.playground:';

/**
 * The text being worked on. What was typed outlives errors, reloads and visits to other pages, until the tab is
 * closed or the draft is discarded.
 *
 * @param key - what the draft is of
 * @param original - the text to begin with; undefined until it is known
 */
export function useDraft(key: string, original: string | undefined) {
  const [draft, setDraft] = useState(() => readDraft(key));

  const setText = useCallback(
    (text: string) => {
      const next = text === original ? undefined : text;
      setDraft(next);
      writeDraft(key, next);
    },
    [key, original],
  );
  const discard = useCallback(() => {
    setDraft(undefined);
    writeDraft(key, undefined);
  }, [key]);

  return {
    text: draft ?? original,
    isChanged: draft !== undefined,
    setText,
    discard,
  };
}

function readDraft(key: string): string | undefined {
  try {
    return window.sessionStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Storage can be full or forbidden; the draft then lives as long as the page. */
function writeDraft(key: string, text: string | undefined) {
  try {
    if (text === undefined) {
      window.sessionStorage.removeItem(PREFIX + key);
    } else {
      window.sessionStorage.setItem(PREFIX + key, text);
    }
  } catch {
    return;
  }
}
