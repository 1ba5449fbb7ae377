import { renderBadge } from './renderBadge';

const scorecardRef = 'scorecard:default/production-readiness';
const levels = ['bronze', '<gold> & "more"'];

describe('renderBadge', () => {
  it.each([
    [undefined, 'production readiness: unknown'],
    [{ level: null, levels }, 'production readiness: no level'],
    [{ level: 'bronze', levels }, 'production readiness: bronze'],
    [
      { level: levels[1], levels },
      'production readiness: &#60;gold&#62; &#38; &#34;more&#34;',
    ],
    [{ level: '金', levels: ['金'] }, 'production readiness: 金'],
  ])('says %j in text that holds no markup', (standing, title) => {
    const svg = renderBadge({ scorecardRef, standing });
    expect(svg).toContain(`<title>${title}</title>`);
  });
});
