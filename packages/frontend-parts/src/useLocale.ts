import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/**
 * The locale for dates and numbers: the reader's own variant of the portal's language, so that an English portal shows
 * a British reader British dates, and never German dates between English words.
 *
 * @public
 */
export function useLocale(): string {
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  return (
    navigator.languages.find(
      locale => locale === language || locale.startsWith(`${language}-`),
    ) ?? language
  );
}
