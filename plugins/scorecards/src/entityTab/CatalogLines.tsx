import { CodeSnippet } from '@backstage/core-components';
import {
  Rule,
  wantedFields,
  WantedField,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { stringify } from 'yaml';
import { scorecardsTranslationRef } from '../translation';

/**
 * What is to stand in the catalog file for a rule to hold; nothing where the rule names no field. A file of its own,
 * since the rule language is only needed once a check is opened.
 */
export default function CatalogLines(props: {
  rule: Rule;
  /** The fields that decided. */
  paths: readonly string[];
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const fields = read(props.rule, props.paths);
  if (fields.length === 0) {
    return null;
  }
  return (
    <>
      <p>{t('entityTab.catalog.lines')}</p>
      <CodeSnippet
        text={toLines(fields, t('entityTab.catalog.yours'))}
        language="yaml"
        showCopyCodeButton
      />
    </>
  );
}

/** Nothing for a rule that this version of the portal does not know, which a newer backend may serve. */
function read(rule: Rule, paths: readonly string[]): WantedField[] {
  try {
    return wantedFields(rule, paths);
  } catch {
    return [];
  }
}

interface Lines {
  [key: string]: unknown;
}

function toLines(fields: readonly WantedField[], placeholder: string): string {
  const lines: Lines = {};
  for (const { keys, value } of fields) {
    let place = lines;
    for (const key of keys.slice(0, -1)) {
      const below = Object.hasOwn(place, key) ? place[key] : undefined;
      const next = isLines(below) ? below : {};
      place[key] = next;
      place = next;
    }
    place[keys[keys.length - 1]] = value ?? placeholder;
  }
  return stringify(lines).trimEnd();
}

function isLines(value: unknown): value is Lines {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
