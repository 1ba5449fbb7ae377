import {
  CheckFixResponse,
  editCatalogFile,
  fillPlaceholders,
  meetsPlaceholder,
  writeChanges,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useMemo, useState } from 'react';

/** An edit with what was typed into it. */
export interface FilledFix {
  typed: Readonly<Record<string, string>>;
  type: (marker: string, text: string) => void;
  /** Whether nothing is left to be filled in, and the check passes with all of it. */
  isFilled: boolean;
  /** The document as it would be; undefined where the file is not known. */
  after: string | undefined;
  lines: string;
}

/** Keeps what somebody types in place of the placeholders, and makes the edit of it. */
export function useFilledFix(
  fix: CheckFixResponse,
  entityRef: string,
): FilledFix {
  const { changes = [], placeholders = [], before } = fix;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const filled = useMemo(
    () =>
      fillPlaceholders(
        changes,
        placeholders,
        Object.fromEntries(
          Object.entries(typed).filter(([, text]) => text.trim() !== ''),
        ),
      ),
    [changes, placeholders, typed],
  );
  const edited = useMemo(
    () =>
      before === undefined
        ? undefined
        : editCatalogFile(before, { entityRef, changes: filled }),
    [before, entityRef, filled],
  );
  return {
    typed,
    type: (marker, text) => setTyped(old => ({ ...old, [marker]: text })),
    isFilled: placeholders.every(placeholder =>
      meetsPlaceholder(placeholder, typed[placeholder.marker] ?? ''),
    ),
    after: typeof edited === 'object' ? edited.after : undefined,
    lines: writeChanges(filled),
  };
}
