import {
  DeliveryRecord,
  parseRecordKey,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';

const shortSha = (sha: string) => sha.slice(0, 8);
const fileName = (path: string) => path.split('/').at(-1) ?? path;

/** The last part of a record's key, for where the record itself is not at hand. */
export function nameOfKey(key: string): string {
  const { kind, parts } = parseRecordKey(key);
  const last = parts.at(-1) ?? key;
  return kind === 'change' && /^\d+$/.test(last) ? `#${last}` : last;
}

/** What a record is called. */
export function useRecordName(): (record: DeliveryRecord) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return record => {
    switch (record.kind) {
      case 'change': {
        const id =
          record.number === undefined
            ? shortSha(record.sha ?? '')
            : t('records.name.number', { number: String(record.number) });
        return record.title ? `${id} ${record.title}` : id;
      }
      case 'run': {
        const words = {
          workflow: fileName(record.workflow ?? record.repo),
          run: record.runId,
        };
        return record.attempt > 1
          ? t('records.name.runAttempt', {
              ...words,
              attempt: String(record.attempt),
            })
          : t('records.name.run', words);
      }
      case 'job':
        return record.workflow
          ? t('records.name.job', {
              job: record.name ?? record.jobId,
              workflow: fileName(record.workflow),
            })
          : record.name ?? record.jobId;
      case 'deployment':
        return t('records.name.deployment', {
          version: shortSha(record.sha ?? record.externalId),
          environment: record.environment ?? record.tier ?? record.repo,
        });
      case 'approval':
        return t('records.name.approval', {
          environment: record.environment ?? record.approvalId,
        });
      case 'incident':
        return record.title ?? record.externalId;
      case 'alert':
        return record.name ?? record.fingerprint;
      case 'test':
        return `${record.suite} › ${record.case}`;
      default:
        return t('records.name.link', { from: record.from, to: record.to });
    }
  };
}
