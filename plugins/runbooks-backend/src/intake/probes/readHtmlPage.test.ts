import { readRunbookOutline } from '@fairlead/backstage-plugin-runbooks-common';
import fc from 'fast-check';
import { readHtmlPage } from './readHtmlPage';

const URL_READ = 'https://wiki.example.com/ops/disk';

const read = (html: string) => readHtmlPage(html, URL_READ);

describe('readHtmlPage', () => {
  it('keeps what a reader needs, and no script and no address that runs one', () => {
    const { markdown } = read(`<body><script>steal()</script>
      <p onclick="steal()">Look at <a href="javascript:steal()">this</a>,
      <a href="../x y.html">that</a> and <img src="data:x" alt="d"><img src="/i.png" alt="i"></p>
      <p>1. is no list, * is no star and {{ $labels.pod_name }} stays.</p></body>`);
    expect(markdown).toBe(
      `Look at this, [that](https://wiki.example.com/x%20y.html) and ![i](https://wiki.example.com/i.png)

1\\. is no list, \\* is no star and {{ $labels.pod_name }} stays.
`,
    );
  });

  it('keeps code as it is, also where it stands beside numbers or holds fences', () => {
    const { markdown } = read(`<table class="highlighttable"><tr>
      <td class="linenos">1 2</td><td class="code"><pre class="language-sh"><code>a <span>&lt;b&gt;</span>
  \`\`\`
</code></pre></td></tr></table><p>Run <code>kubectl get *</code>.</p>`);
    expect(markdown).toBe(
      '````sh\na <b>\n  ```\n````\n\nRun `kubectl get *`.\n',
    );
  });

  it('knows where a page sends its readers', () => {
    expect(
      read('<meta http-equiv="Refresh" content="0; url=/login?x">').sendsTo,
    ).toBe('https://wiki.example.com/login?x');
    expect(read('<p>no').sendsTo).toBeUndefined();
  });

  it('finds the tasks and the headings again that it wrote', () => {
    const { markdown } = read(`<main><h1>Disk</h1><h2>Mitigation</h2>
      <ol><li><p>Stop it</p><p>at once</p></li><li>Start it</li></ol>
      <ul><li><input type="checkbox" checked> Tell all that are on call today</li></ul></main>`);
    const outline = readRunbookOutline(markdown);
    expect(outline.title?.text).toBe('Disk');
    expect(outline.steps.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Stop it/),
      'Start it',
      'Tell all that are on call today',
    ]);
  });

  it.each([
    ['tags that nest', '<ul><li>'.repeat(50_000)],
    ['tables that nest', '<table><tr><td>'.repeat(30_000)],
    ['tags that nobody opened', '</div>'.repeat(100_000)],
    ['marks', '<b>x'.repeat(100_000)],
    ['brackets', '<'.repeat(500_000)],
    ['attributes', `<a ${'x=1 '.repeat(100_000)}>`],
    ['backticks', `<pre>${'`'.repeat(500_000)}</pre>`],
  ])('takes %s without end', (_, html) => {
    expect(read(html).isHtml).toBe(true);
  });

  it('takes any text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...'<p>|</p>|<ul>|<li>|</ul>|<ol>|<pre>|</pre>|<code>|</code>|<a href=x>|</a>|<table>|<tr>|<td>|</table>|<h2>|</h2>|<svg><title>|<title>|</title>|<main>|</main>|<br>|<!--'.split(
          '|',
        ),
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        expect(typeof read(parts.join('')).markdown).toBe('string');
      }),
    );
  });
});
