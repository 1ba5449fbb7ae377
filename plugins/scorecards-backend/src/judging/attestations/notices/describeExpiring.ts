import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { DbAttestationRow } from '../../../database/tables';
import { about } from './about';

/** What a team is told some time before its answers about an entity expire; `rows` are at least one. */
export function describeExpiring(
  rows: readonly DbAttestationRow[],
): NotificationPayload {
  const [{ entity_ref: entityRef, team_ref: teamRef, question }] = rows;
  const { name } = parseEntityRef(entityRef);
  const first = Math.min(...rows.map(row => Number(row.expires_at)));
  const day = new Date(first).toISOString().slice(0, 10);
  return {
    title:
      rows.length === 1
        ? isolated`Your answer about ${name} expires on ${day}: “${question}”`
        : isolated`${rows.length} of your answers about ${name} expire from ${day}`,
    description:
      'Look whether they still hold, and answer again. What has expired does not pass.',
    ...about(entityRef, teamRef),
  };
}
