import {
  isLocationAnnotation,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { stringify } from 'yaml';

/** A definition as its author would write it: YAML, without what the catalog has added. */
export function definitionYaml(definition: ScorecardEntityV1alpha1): string {
  const { apiVersion, kind, metadata, spec } = definition;
  const { uid, etag, annotations, namespace, ...written } = metadata;
  const kept = Object.entries(annotations ?? {}).filter(
    ([name]) => !isLocationAnnotation(name),
  );
  return stringify(
    {
      apiVersion,
      kind,
      metadata: {
        ...written,
        ...(namespace && namespace !== 'default' && { namespace }),
        ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }),
      },
      spec,
    },
    { lineWidth: 100 },
  );
}
