import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { createContext, useContext } from 'react';

/** What all parts of a text need to know. */
export interface TextContextValue {
  baseUrl?: string;
  /** The use that is on the page. */
  use?: RunbookUse;
  /** Absent where the reader may not tick. */
  onTick?: (step: string, done: boolean) => void;
}

const TextContext = createContext<TextContextValue>({});

export const TextContextProvider = TextContext.Provider;

export function useTextContext(): TextContextValue {
  return useContext(TextContext);
}
