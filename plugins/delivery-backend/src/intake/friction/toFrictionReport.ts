import {
  FrictionReport,
  localDay,
} from '@fairlead/backstage-plugin-delivery-common';
import { isoTime } from '../../database/isoTime';
import { DbFrictionReportRow } from '../../database/tables';

/**
 * A report as it is told, without who wrote it.
 *
 * @param options - `reader` is the ref of the user who reads it; days are counted in `zone`
 */
export function toFrictionReport(
  row: DbFrictionReportRow,
  options: { reader: string; zone: string },
): FrictionReport {
  const reportedAt = isoTime(row.reported_at);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind as FrictionReport['kind'],
    ...(row.note !== null && { note: row.note }),
    minutes: row.minutes,
    day: localDay(reportedAt, options.zone),
    isOwn: row.reported_by === options.reader,
  };
}
