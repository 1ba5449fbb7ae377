/**
 * What the screens of several families have in common: how they read an API, what they say of a request, and how times,
 * numbers and parts of a whole look.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './BackLink';
export * from './ClampedText';
export * from './FilterSelect';
export * from './FilterText';
export * from './FormDialog';
export * from './InfoButton';
export * from './isWebLink';
export * from './PageContrast';
export * from './PageTabs';
export * from './panels';
export * from './saveFile';
export * from './segments';
export * from './states';
export * from './time';
export * from './useLocale';
export * from './useNumberFormat';
export * from './useTranslationRef';
