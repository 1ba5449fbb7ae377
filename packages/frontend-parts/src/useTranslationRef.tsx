import {
  TranslationRef,
  useTranslationRef as useBackstageTranslationRef,
} from '@backstage/frontend-plugin-api';
import { isolate } from '@fairlead/bidi-text';
import { isValidElement, useMemo } from 'react';

/**
 * The texts of a plugin, as Backstage gives them. Names, titles and whatever else people wrote are put into them so that
 * they leave the words around them in order.
 *
 * @public
 */
export function useTranslationRef<
  TMessages extends { [key in string]: string },
>(translationRef: TranslationRef<string, TMessages>) {
  const { t } = useBackstageTranslationRef(translationRef);
  return useMemo(() => ({ t: isolatingValues(t) }), [t]);
}

function isolatingValues<T extends Function>(t: T): T {
  const translate = (key: string, values?: Record<string, unknown>) =>
    values
      ? t(
          key,
          Object.fromEntries(
            Object.entries(values).map(([name, value]) => [
              name,
              isolateValue(value),
            ]),
          ),
        )
      : t(key);
  return translate as unknown as T;
}

function isolateValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return isolate(value);
  }
  return isValidElement(value) ? <bdi>{value}</bdi> : value;
}
