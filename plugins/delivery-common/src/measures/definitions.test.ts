import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderDefinitions } from '../__testUtils__/renderDefinitions';
import { WAIT_KINDS } from '../waits';
import { COLLECTORS } from './collect/collectors';
import { HEADLINE_MEASURES, MEASURE_DEFINITIONS } from './definitions';

const page = readFileSync(
  resolve(__dirname, '../../../../docs/delivery-measures.md'),
  'utf8',
);

describe('the definitions of measures', () => {
  it('stand in the guide word for word', () => {
    const [, written] = page.split(/<!-- (?:end of )?definitions[^>]*-->/);
    expect(written.trim()).toBe(renderDefinitions());
  });

  it('cover every measure that is collected, each once', () => {
    expect(MEASURE_DEFINITIONS.map(({ id }) => id).sort()).toEqual(
      Object.keys(COLLECTORS).sort(),
    );
  });

  it('put at most five on a card', () => {
    expect(HEADLINE_MEASURES.length).toBeLessThanOrEqual(5);
  });

  it.each(WAIT_KINDS)('say in the guide what %s is', kind => {
    expect(page).toContain(`- \`${kind}\`: `);
  });
});
