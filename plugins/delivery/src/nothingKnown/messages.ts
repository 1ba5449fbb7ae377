/** What to do where nothing is known. */
export const nothingKnownMessages = {
  noRecordsTitle: 'No delivery data yet',
  noValuesTitle: 'Not enough delivery data yet',
  problems: 'What its catalog file says is not understood:',
  noSubject:
    'Nothing says which repository or service this is. Add one of these annotations to its catalog file:',
  edit: 'Edit the catalog file',
  listening: 'It would be known by:',
  waiting:
    'On, but nothing of it has arrived: {{sources}}. Check that its repository sends webhooks to this portal, or ask for the last 90 days.',
  owners: 'Those who look after it can bring the data: {{owners}}.',
  providedBy: 'An API is delivered with what provides it: {{providers}}.',
  providedByNothing:
    'An API is delivered with what provides it, and the catalog knows of nothing that does.',
  noEntities:
    'Nothing that you may see belongs to it. Once components do, their delivery is summed here.',
  empty_one: 'The one entity it holds has no delivery data.',
  empty_other:
    'None of the {{count, number}} entities it holds has delivery data.',
  seen_one: '{{count, number}} record was seen, the latest {{age}}.',
  seen_other: '{{count, number}} records were seen, the latest {{age}}.',
  health: 'How the sources are doing',
} as const;
