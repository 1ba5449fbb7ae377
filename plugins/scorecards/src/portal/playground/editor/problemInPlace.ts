import { StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  DecorationSet,
  EditorView,
  WidgetType,
} from '@codemirror/view';
import { SourceProblem } from '@fairlead/backstage-plugin-scorecards-common';

/** Sets the problem that is told where it is; none when there is nothing to tell. */
export const tellInPlace = StateEffect.define<SourceProblem | undefined>();

class ProblemLine extends WidgetType {
  readonly #message: string;

  constructor(message: string) {
    super();
    this.#message = message;
  }

  eq(other: ProblemLine) {
    return other.#message === this.#message;
  }

  toDOM() {
    const line = document.createElement('div');
    line.className = 'cm-fairleadProblem';
    // The list of problems says it to those who cannot see it.
    line.setAttribute('aria-hidden', 'true');
    line.textContent = this.#message;
    return line;
  }
}

const told = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    let decorations = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(tellInPlace)) {
        const { value: problem } = effect;
        const { doc } = transaction.state;
        decorations = problem?.range
          ? Decoration.set(
              Decoration.widget({
                widget: new ProblemLine(problem.message),
                block: true,
                side: 1,
              }).range(doc.lineAt(Math.min(problem.range.from, doc.length)).to),
            )
          : Decoration.none;
      }
    }
    return decorations;
  },
  provide: field => EditorView.decorations.from(field),
});

/** Tells the first problem below the line that it is on. */
export function problemInPlace(color: string) {
  return [
    told,
    EditorView.theme({
      '.cm-fairleadProblem': {
        // In view however far the text is scrolled sideways.
        position: 'sticky',
        left: 0,
        width: 'fit-content',
        maxWidth: 'min(60ch, 70vw)',
        borderLeft: `3px solid ${color}`,
        color,
        padding: '2px 8px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        fontFamily: 'sans-serif',
      },
    }),
  ];
}
