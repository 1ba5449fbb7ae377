import { parseEntityRef } from '@backstage/catalog-model';
import { isolated } from '@fairlead/bidi-text';
import { TrackProblem } from './types';

/** What is wrong with a reference; nothing of what the schema refuses. */
export function checkRef(
  path: string,
  ref: unknown,
  options: {
    defaultKind: string;
    /** All when left out. */
    kinds?: readonly string[];
    /** Words that stand for entities. */
    words?: readonly string[];
  },
): TrackProblem[] {
  const { defaultKind, kinds, words = [] } = options;
  if (typeof ref !== 'string' || ref === '' || words.includes(ref)) {
    return [];
  }
  const orWords = words.length > 0 ? `${words.join(', ')} or ` : '';
  try {
    const { kind } = parseEntityRef(ref, { defaultKind });
    return /\s/.test(ref) || (kinds && !kinds.some(one => isSame(one, kind)))
      ? [
          {
            path,
            message: isolated`takes ${orWords}an entity${
              kinds ? ` of the kind ${kinds.join(', ')}` : ''
            }, not '${ref}'`,
          },
        ]
      : [];
  } catch {
    return [
      {
        path,
        message: isolated`takes ${orWords}an entity reference such as ${defaultKind}:default/booking, not '${ref}'`,
      },
    ];
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
