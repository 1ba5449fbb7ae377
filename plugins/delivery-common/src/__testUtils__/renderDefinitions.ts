import {
  Aggregation,
  EXCLUSION_REASONS,
  INSUFFICIENT_REASONS,
  MEASURE_DEFINITIONS,
  MeasureDefinition,
  MeasureUnit,
} from '../measures';

const VALUES: Record<Aggregation, string> = {
  percentiles: 'median, with the 75th and 90th percentile',
  ratio: 'share',
  weeklyRate: 'number for each week',
  sum: 'sum',
};

const UNITS: Record<MeasureUnit, string> = {
  ms: 'milliseconds',
  ratio: '0 to 1',
  perWeek: 'times a week',
};

function renderDefinition(definition: MeasureDefinition): string {
  const { title, id, aggregation, unit, direction, source } = definition;
  const sourceText = source.url
    ? `[${source.title}](${source.url})`
    : source.title;
  return [
    `### ${title}`,
    definition.definition,
    [
      `- id: \`${id}\``,
      `- value: ${VALUES[aggregation]}, in ${UNITS[unit]}`,
      `- ${direction.replace(/-/g, ' ')}`,
      `- definition by: ${sourceText}`,
    ].join('\n'),
  ].join('\n\n');
}

const renderReasons = (reasons: Record<string, string>) =>
  Object.entries(reasons)
    .map(([reason, text]) => `- \`${reason}\`: ${text}`)
    .join('\n');

/** The part of the page on measures that follows from the registry of definitions. */
export function renderDefinitions(): string {
  return [
    '## The measures',
    ...MEASURE_DEFINITIONS.map(renderDefinition),
    '## Why a record was left out',
    renderReasons(EXCLUSION_REASONS),
    '## Why a measure has no value',
    renderReasons(INSUFFICIENT_REASONS),
  ].join('\n\n');
}
