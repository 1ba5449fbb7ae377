import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CampaignDraft,
  CampaignTarget,
  compileCampaignFilter,
  tryParseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import { DateTime } from 'luxon';
import { parse } from 'yaml';

/** What stands in the form of a draft. */
export interface CampaignForm {
  title: string;
  why: string;
  ownerRef: string;
  scorecardRef: string;
  askFor: 'level' | 'checks';
  level: string;
  checks: string[];
  /** YAML. */
  appliesTo: string;
  /** `YYYY-MM-DD`. */
  startsAt: string;
  deadline: string;
  reminders: string;
  kind: string;
}

/** An empty form that begins today and ends in a quarter. */
export function emptyForm(now: DateTime = DateTime.now()): CampaignForm {
  return {
    title: '',
    why: '',
    ownerRef: '',
    scorecardRef: '',
    askFor: 'level',
    level: '',
    checks: [],
    appliesTo: '',
    startsAt: now.toISODate() ?? '',
    deadline: now.plus({ days: 90 }).toISODate() ?? '',
    reminders: '14d, 3d',
    kind: '',
  };
}

/** What the form asks for; undefined while that is open. */
export function readTarget(form: CampaignForm): CampaignTarget | undefined {
  if (form.askFor === 'level') {
    return form.level ? { level: form.level } : undefined;
  }
  return form.checks.length > 0 ? { checks: form.checks } : undefined;
}

/** The filter, undefined for none, or `'wrong'` for a text that is none. */
export function readFilter(
  text: string,
): FilterPredicate | undefined | 'wrong' {
  if (text.trim() === '') {
    return undefined;
  }
  try {
    const filter = parse(text);
    compileCampaignFilter(filter);
    return filter;
  } catch {
    return 'wrong';
  }
}

/** The draft that a form comes to; undefined while something lacks or is wrong. */
export function toDraft(form: CampaignForm): CampaignDraft | undefined {
  const target = readTarget(form);
  const appliesTo = readFilter(form.appliesTo);
  const reminders = readReminders(form.reminders);
  const isFilled = [
    form.title,
    form.why,
    form.ownerRef,
    form.scorecardRef,
  ].every(text => text.trim() !== '');
  if (
    !target ||
    !reminders ||
    !isFilled ||
    appliesTo === 'wrong' ||
    !isDeadlineGood(form)
  ) {
    return undefined;
  }
  const kind = form.kind.trim();
  return {
    title: form.title.trim(),
    why: form.why.trim(),
    ownerRef: form.ownerRef,
    scorecardRef: form.scorecardRef,
    target,
    ...(appliesTo !== undefined && { appliesTo }),
    ...(kind !== '' && { kind }),
    startsAt: toTime(DateTime.fromISO(form.startsAt).startOf('day')),
    deadline: toTime(DateTime.fromISO(form.deadline).endOf('day')),
    reminders,
  };
}

/** Whether the deadline lies ahead and after the start, by a year at most. */
export function isDeadlineGood({
  startsAt,
  deadline,
}: Pick<CampaignForm, 'startsAt' | 'deadline'>): boolean {
  const start = DateTime.fromISO(startsAt);
  const end = DateTime.fromISO(deadline);
  return (
    start.isValid &&
    end.isValid &&
    end > start &&
    end <= start.plus({ years: 1 }) &&
    end.endOf('day') > DateTime.now()
  );
}

function readReminders(text: string): string[] | undefined {
  const reminders = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  return reminders.every(part => tryParseDuration(part))
    ? reminders
    : undefined;
}

function toTime(time: DateTime): string {
  return time.toUTC().toISO() ?? '';
}
