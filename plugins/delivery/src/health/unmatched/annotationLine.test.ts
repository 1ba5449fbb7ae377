import { annotationLine } from './annotationLine';

describe('annotationLine', () => {
  it.each([
    ['acme/checkout-web', 'github.com/project-slug: acme/checkout-web'],
    ['4711', 'github.com/project-slug: "4711"'],
    ['yes', 'github.com/project-slug: "yes"'],
    ['url:https://x.test/a', 'github.com/project-slug: "url:https://x.test/a"'],
    ['a "b"', 'github.com/project-slug: "a \\"b\\""'],
  ])('claims %s', (value, line) => {
    expect(
      annotationLine({ annotation: 'github.com/project-slug', value }),
    ).toBe(line);
  });
});
