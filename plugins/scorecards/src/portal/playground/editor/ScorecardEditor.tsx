import { autocompletion } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorView, tooltips } from '@codemirror/view';
import {
  FactDirectory,
  SourceProblem,
  SourceRange,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useTheme } from '@material-ui/core/styles';
import CodeMirror, { ReactCodeMirrorRef } from '@uiw/react-codemirror';
import {
  Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { createCompletionSource } from './createCompletionSource';
import { problemInPlace, tellInPlace } from './problemInPlace';
import { toDiagnostics } from './toDiagnostics';

/** What others may do with the editor. */
export interface EditorHandle {
  /** Puts the cursor on a stretch of the text and shows it. */
  select(range: SourceRange): void;
}

/** Where completion may open: from the left edge of the editor on, since the sidebar of the portal would cover it. */
const besideSidebar = tooltips({
  tooltipSpace: view => ({
    top: 0,
    left: view.dom.getBoundingClientRect().left,
    bottom: window.innerHeight,
    right: window.innerWidth,
  }),
});

/** An editor for the YAML of a scorecard: completes names, marks problems in the margin, and tells the first in its place. */
export function ScorecardEditor(props: {
  text: string;
  onChange: (text: string) => void;
  problems: readonly SourceProblem[];
  /** What a valid text had better not say. */
  findings: readonly SourceProblem[];
  facts: FactDirectory | undefined;
  handle: Ref<EditorHandle>;
}) {
  const { text, onChange, problems, findings, facts } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const theme = useTheme();
  const hintId = useId();
  const editor = useRef<ReactCodeMirrorRef>(null);
  const [view, setView] = useState<EditorView>();
  const label = t('portal.playground.editor');
  const problemColor = theme.palette.error.main;

  const extensions = useMemo(
    () => [
      yaml(),
      lintGutter(),
      problemInPlace(problemColor),
      besideSidebar,
      autocompletion({ override: [createCompletionSource({ facts, t })] }),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': hintId,
      }),
    ],
    [facts, t, label, hintId, problemColor],
  );

  useEffect(() => {
    view?.dispatch(
      setDiagnostics(view.state, [
        ...toDiagnostics(problems, view.state.doc.length, 'error'),
        ...toDiagnostics(findings, view.state.doc.length, 'warning'),
      ]),
    );
    view?.dispatch({ effects: tellInPlace.of(problems[0]) });
  }, [view, problems, findings]);

  useImperativeHandle(props.handle, () => ({
    select({ from, to }) {
      const current = editor.current?.view;
      const end = current?.state.doc.length ?? 0;
      current?.dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        scrollIntoView: true,
      });
      current?.focus();
    },
  }));

  return (
    <>
      <CodeMirror
        ref={editor}
        value={text}
        onChange={onChange}
        onCreateEditor={setView}
        extensions={extensions}
        theme={theme.palette.type}
        height="60vh"
        indentWithTab={false}
        style={{ border: `1px solid ${theme.palette.divider}` }}
      />
      <Typography variant="caption" color="textSecondary" id={hintId}>
        {t('portal.playground.editorHint')}
      </Typography>
    </>
  );
}
