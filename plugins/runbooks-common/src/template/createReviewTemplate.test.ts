import { readRunbookOutline } from '../markdown';
import { createReviewTemplate } from '.';

describe('createReviewTemplate', () => {
  it('writes down what is known, and says of the rest that it is not', () => {
    const text = createReviewTemplate({
      title: 'Shop <b>down</b>',
      severity: 'SEV1',
      url: 'https://incidents.example/1',
      entityRefs: ['component:default/shop'],
      alerts: ['ShopDown'],
      moments: { detected: '2026-03-01T10:00:00Z' },
      runbooks: [
        {
          title: 'Shop',
          url: 'https://x.example/runbooks/shop',
          outcome: 'misled',
        },
      ],
    });
    expect(text).toContain('# Review: Shop \\<b\\>down\\</b\\>\n');
    expect(text).toContain(
      '- Incident: [Shop \\<b\\>down\\</b\\>](<https://incidents.example/1>)\n- Severity: SEV1\n',
    );
    expect(text).toContain('| 2026-03-01T10:00:00Z | It was detected |');
    expect(text).toContain('| unknown | The harm was over |');
    expect(text).toContain(
      '- Runbook [Shop](<https://x.example/runbooks/shop>): misled',
    );
  });

  it('asks for a change or for a reason why there is none, and for no names', () => {
    const text = createReviewTemplate({ title: 'Shop down' });
    const [{ sections }] = readRunbookOutline(text).sections;
    expect(sections.map(section => section.text)).toEqual([
      'What happened',
      'Impact',
      'Timeline',
      'How it came about',
      'What helped, and what was in the way',
      'What we change',
    ]);
    expect(text).toContain('or say why there is nothing to change');
    expect(text).toContain('names roles instead of people');
  });
});
