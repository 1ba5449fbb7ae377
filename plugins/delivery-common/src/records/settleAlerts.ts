import { Alert } from './alert';

/** While no end of it was told, it must have been told while it fired. */
const wasSeenFiring = ({ seenFiring, endsAt }: Alert) =>
  seenFiring || endsAt === undefined;

/**
 * Brings ends that are told with another start together with what they end: some senders put the end into the start of
 * a notification that an alert is resolved. One that was never told while it fires ends what was firing last under the
 * same fingerprint, unless that had an end of its own by then.
 *
 * @param alerts - all that are known of the fingerprints concerned
 * @returns by the key of each alert, the alert as it is to be shown: itself, or the one of which it is but the end, which
 *   then names it among its former keys
 * @public
 */
export function settleAlerts(alerts: readonly Alert[]): Map<string, Alert> {
  const settled = new Map(alerts.map(alert => [alert.key, alert]));
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const name = JSON.stringify([alert.source, alert.fingerprint]);
    groups.set(name, [...(groups.get(name) ?? []), alert]);
  }
  for (const group of groups.values()) {
    const firing = group
      .filter(wasSeenFiring)
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    const endings = new Map<Alert, Alert[]>();
    for (const end of group.filter(alert => !wasSeenFiring(alert))) {
      const ended = firing
        .filter(({ startsAt }) => startsAt < end.endsAt!)
        .at(-1);
      if (ended && (!ended.endsAt || end.startsAt <= ended.endsAt)) {
        endings.set(ended, [...(endings.get(ended) ?? []), end]);
      }
    }
    for (const [ended, ends] of endings) {
      const whole = endAlert(ended, ends);
      [ended, ...ends].forEach(({ key }) => settled.set(key, whole));
    }
  }
  return settled;
}

function endAlert(alert: Alert, ends: readonly Alert[]): Alert {
  const all = [alert, ...ends];
  const keys = new Set(
    all.flatMap(one => [one.key, ...(one.formerKeys ?? [])]),
  );
  keys.delete(alert.key);
  return {
    ...alert,
    endsAt: all.flatMap(({ endsAt }) => endsAt ?? []).sort()[0],
    occurredAt: all.map(({ occurredAt }) => occurredAt).sort()[all.length - 1],
    formerKeys: [...keys].sort(),
  };
}
