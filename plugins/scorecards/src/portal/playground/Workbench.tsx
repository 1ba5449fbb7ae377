import {
  createFactDirectory,
  parseScorecardYaml,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useRef, useState } from 'react';
import { useFacts } from '../../api/queries';
import { ErrorPanel } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { Choice } from '../Choice';
import { Comparison } from './comparison/Comparison';
import { ProblemList } from './editor/ProblemList';
import { EditorHandle, ScorecardEditor } from './editor/ScorecardEditor';
import { tellProblems } from './editor/tellProblems';
import { EditorActions } from './EditorActions';
import { FindingList } from './findings/FindingList';
import { useFindings } from './findings/useFindings';
import { PreviewPanel } from './preview/PreviewPanel';
import { usePreview } from './preview/usePreview';
import { ProposeDefinition } from './proposal/ProposeDefinition';
import { useDraft } from './useDraft';
import { useLastGood } from './useLastGood';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(3),
      marginTop: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'FairleadWorkbench' },
);

/** The version in force of the scorecard that is worked on. */
export interface LiveDefinition {
  yaml: string;
  version: number;
  scorecardRef: string;
  title: string;
  /** The address of the file that it comes from, if it is at a host. */
  file: string | undefined;
}

/** The text on one side, what it would change on the other. */
export function Workbench(props: {
  draftKey: string;
  /** The text to begin with; undefined when it could not be loaded. */
  original: string | undefined;
  live: LiveDefinition | undefined;
  loadError: Error | null;
}) {
  const { draftKey, original, live, loadError } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const editor = useRef<EditorHandle>(null);
  const [view, setView] = useState<'effect' | 'comparison'>('effect');
  const { text, isChanged, setText, discard } = useDraft(draftKey, original);
  const knownFacts = useFacts();
  const facts = useMemo(
    () => knownFacts.data && createFactDirectory(knownFacts.data),
    [knownFacts.data],
  );
  const parsed = useMemo(
    () => parseScorecardYaml(text ?? '', { facts }),
    [text, facts],
  );
  const definition = useLastGood(parsed.entity);
  const preview = usePreview(text ?? '', {
    enabled: text !== undefined && parsed.problems.length === 0,
  });

  const lint = useFindings(parsed.entity, facts);
  const findings = useMemo(
    () =>
      lint.map(finding => ({
        ...finding,
        range: parsed.positions.rangeOf(finding.path),
      })),
    [lint, parsed],
  );
  const found = preview.problems;
  const told = useMemo(
    () =>
      tellProblems(
        parsed.problems.length > 0
          ? parsed.problems
          : found.map(problem => ({
              ...problem,
              range: parsed.positions.rangeOf(problem.path),
            })),
      ),
    [parsed, found],
  );

  if (text === undefined) {
    return loadError && <ErrorPanel error={loadError} />;
  }
  return (
    <div className={classes.root}>
      <div>
        {loadError && (
          <Typography variant="body2" role="alert" gutterBottom>
            {t('portal.playground.loadFailed', { message: loadError.message })}
          </Typography>
        )}
        <ScorecardEditor
          handle={editor}
          text={text}
          onChange={setText}
          problems={told.problems}
          findings={findings}
          facts={facts}
        />
        <EditorActions
          text={text}
          name={parsed.entity?.metadata.name}
          isChanged={isChanged && original !== undefined}
          onDiscard={discard}
        >
          {live && (
            <ProposeDefinition
              proposed={{
                ...live,
                live: live.yaml,
                text,
                totals: preview.isOutdated ? undefined : preview.first?.totals,
              }}
              isDisabled={!isChanged || told.problems.length > 0}
            />
          )}
        </EditorActions>
      </div>
      <div>
        <ProblemList
          told={told}
          onOpen={range => editor.current?.select(range)}
        />
        <FindingList
          findings={findings}
          onOpen={range => editor.current?.select(range)}
        />
        <Choice
          label={t('portal.playground.views')}
          value={view}
          options={(['effect', 'comparison'] as const).map(value => ({
            value,
            label: t(`portal.playground.views.${value}`),
          }))}
          onChange={setView}
        />
        {view === 'effect' ? (
          <PreviewPanel
            preview={preview}
            definition={definition}
            problemCount={told.problems.length}
          />
        ) : (
          <Comparison live={live} text={text} />
        )}
      </div>
    </div>
  );
}
