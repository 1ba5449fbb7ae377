import {
  FactSourceStatus,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';

export const FACTS: KnownFact[] = [
  {
    id: 'ownership.ownerHasMembers',
    type: 'boolean',
    title: 'Owner has members',
    description: 'The owner is a group with members, directly or below.',
    sources: ['catalog'],
    declared: true,
  },
  {
    id: 'delivery.ci.feedback.p90',
    type: 'duration',
    unit: 'min',
    title: 'Build feedback, p90',
    description: 'Nine of ten builds answer within this time.',
    sources: ['ci'],
    declared: true,
  },
  {
    id: 'runbooks.alerts.uncovered',
    type: 'number',
    unit: 'count',
    title: 'Alerts without a runbook',
    description: 'Alerts that fired and have no runbook.',
    sources: ['ci'],
    declared: true,
  },
  {
    id: 'docs.lastRead',
    type: 'date',
    title: 'Documentation last read',
    description: 'When somebody last opened the documentation.',
    sources: ['docs-reader'],
    declared: true,
  },
  {
    id: 'security.imagesSigned',
    type: 'boolean',
    title: 'Images are signed',
    description: 'All images in production carry a signature.',
    sources: [],
    declared: true,
  },
];

export const SOURCES: FactSourceStatus[] = [
  {
    id: 'catalog',
    title: 'Catalog',
    facts: ['ownership.ownerHasMembers'],
    lastStartedAt: '2026-11-20T15:00:00.000Z',
    lastFinishedAt: '2026-11-20T15:00:02.000Z',
    lastOutcome: 'success',
    entitiesInError: 0,
    entities: 2000,
  },
  {
    id: 'ci',
    title: 'Continuous integration',
    facts: [
      'delivery.ci.feedback.p90',
      'runbooks.alerts.uncovered',
      'ci.unused',
    ],
    lastStartedAt: '2026-11-20T14:00:00.000Z',
    lastFinishedAt: '2026-11-20T14:05:00.000Z',
    lastOutcome: 'partial',
    lastError: '503 Service Unavailable for 12 repositories',
    entitiesInError: 12,
    entities: 1988,
  },
  {
    id: 'elsewhere',
    title: 'Of no use here',
    facts: ['other.fact.value'],
    lastStartedAt: null,
    lastFinishedAt: null,
    lastOutcome: null,
    entitiesInError: 0,
    entities: 0,
  },
];
