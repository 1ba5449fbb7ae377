import {
  DeliveryRecord,
  NameRepository,
  RecordFields,
  recordKeyOf,
  renameRepositoriesInFields,
} from '../records';
import { mergeRecords } from './mergeRecords';

/**
 * A record under other names of repositories, to be merged with what is known under its new key. The key that it had is
 * kept among the former ones.
 *
 * @public
 */
export function renameRepositories<R extends DeliveryRecord>(
  record: R,
  nameOf: NameRepository,
): R {
  const fields = renameRepositoriesInFields(
    record as RecordFields<DeliveryRecord>,
    nameOf,
  );
  const key = recordKeyOf(fields);
  const formerKeys = (record.formerKeys ?? []).filter(former => former !== key);
  if (key !== record.key) {
    formerKeys.push(record.key);
  }
  const renamed = {
    ...fields,
    key,
    formerKeys: formerKeys.length > 0 ? formerKeys : undefined,
  } as unknown as R;
  return mergeRecords(renamed, renamed);
}
