import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** The refs of the groups that the reader belongs to; undefined until they are known. */
export function useOwnGroups(): string[] | undefined {
  const identityApi = useApi(identityApiRef);
  const { value } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  return value?.ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
}
