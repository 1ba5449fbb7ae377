import { parseEntityRef } from '@backstage/catalog-model';

/** A check within a URL: `production-readiness/fast-builds`, led by the namespace when it is not the default one. */
export function checkKey(scorecardRef: string, checkId: string): string {
  const { namespace, name } = parseEntityRef(scorecardRef);
  return namespace === 'default'
    ? `${name}/${checkId}`
    : `${namespace}/${name}/${checkId}`;
}
