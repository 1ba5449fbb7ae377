import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Occasion } from '../links';

/** For what the page was opened, as its address says. */
export function useOccasion(): Occasion {
  const [params] = useSearchParams();
  const alert = params.get('alert') ?? undefined;
  const entity = params.get('entity') ?? undefined;
  const use = params.get('use') ?? undefined;
  return useMemo(() => ({ alert, entity, use }), [alert, entity, use]);
}
