import { ScorecardEntitiesPage } from '@fairlead/backstage-plugin-scorecards-common';
import { stringify } from 'csv-stringify';
import { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const COLUMNS = [
  'entityRef',
  'title',
  'owner',
  'system',
  'level',
  'score',
  'pass',
  'total',
];

/** Streams a scorecard's entities as CSV, a column for each check; a page is read when the last one has been sent. */
export async function sendCsv(
  pages: AsyncIterable<ScorecardEntitiesPage>,
  options: { res: Response; fileName: string },
): Promise<void> {
  const { res, fileName } = options;
  res.type('text/csv; charset=utf-8');
  res.attachment(fileName);
  await pipeline(
    Readable.from(readLines(pages)),
    // A title may start with '=': a spreadsheet would run it.
    stringify({ escape_formulas: true, bom: true }),
    res,
  );
}

async function* readLines(pages: AsyncIterable<ScorecardEntitiesPage>) {
  let hasHeader = false;
  for await (const { checkIds, items } of pages) {
    if (!hasHeader) {
      yield [...COLUMNS, ...checkIds];
      hasHeader = true;
    }
    for (const row of items) {
      yield [
        row.entityRef,
        row.title,
        row.owner,
        row.system,
        row.level,
        row.score,
        row.scoreParts.pass,
        row.scoreParts.total,
        ...row.statuses,
      ];
    }
  }
}
