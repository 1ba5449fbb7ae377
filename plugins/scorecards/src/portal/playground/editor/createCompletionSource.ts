import {
  Completion,
  CompletionContext,
  CompletionSource,
} from '@codemirror/autocomplete';
import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { FactDirectory } from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardsTranslationRef } from '../../../translation';
import { readLevels } from './readLevels';
import { suggest, Suggestion } from './suggest';
import { readYamlContext } from './yamlContext';

type Translate = TranslationFunction<typeof scorecardsTranslationRef.T>;

const WORD = /[\w.$@/-]*$/;

/** Completes what can stand where somebody is writing in a scorecard. */
export function createCompletionSource(options: {
  facts: FactDirectory | undefined;
  t: Translate;
}): CompletionSource {
  const facts = [...(options.facts?.values() ?? [])];
  return (context: CompletionContext) => {
    const { doc } = context.state;
    const line = doc.lineAt(context.pos);
    const typed = line.text.slice(0, context.pos - line.from);
    const word = WORD.exec(typed)![0];
    if (word === '' && !context.explicit && !typed.endsWith('- ')) {
      return null;
    }
    const before = doc.sliceString(0, context.pos - word.length);
    const yamlContext = readYamlContext(before.split('\n'));
    if (!yamlContext) {
      return null;
    }
    const suggestions = suggest(yamlContext, {
      facts,
      levels: readLevels(doc.toString()),
    });
    return {
      from: context.pos - word.length,
      options: suggestions.map(suggestion =>
        toCompletion(suggestion, options.t),
      ),
      validFor: /^[\w.$@/-]*$/,
    };
  };
}

function toCompletion(suggestion: Suggestion, t: Translate): Completion {
  const { label, insert, fact, help } = suggestion;
  if (fact) {
    return {
      label,
      apply: insert,
      type: 'variable',
      detail: [fact.title, fact.unit && `(${fact.unit})`]
        .filter(Boolean)
        .join(' '),
      info: fact.description,
    };
  }
  return {
    label,
    apply: insert,
    type: label.startsWith('$') ? 'keyword' : 'property',
    info: help && t(help),
  };
}
