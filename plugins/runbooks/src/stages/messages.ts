/** The five stages of an incident. */
export const stagesMessages = {
  label: 'Stages of {{title}}',
  stage: {
    detection: 'Detection',
    response: 'Response',
    mitigation: 'Mitigation',
    recovery: 'Recovery',
    learning: 'Learning',
  },
  open: 'open for {{duration}}',
  openNow: 'open',
  unknown: 'not told',
  notAsked: 'not asked for',
} as const;
