import { saveFile, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import useCopyToClipboard from 'react-use/lib/useCopyToClipboard';
import { scorecardsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'FairleadEditorActions' },
);

/** What can be done with the text. */
export function EditorActions(props: {
  text: string;
  /** The scorecard's name, while the text has one that is good. */
  name: string | undefined;
  isChanged: boolean;
  onDiscard: () => void;
  /** Further things to do, those that matter most. */
  children?: ReactNode;
}) {
  const { text, name = 'scorecard', isChanged, onDiscard } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [copied, copy] = useCopyToClipboard();
  return (
    <div className={classes.root}>
      {props.children}
      <Button size="small" variant="outlined" onClick={() => copy(text)}>
        {copied.value === text
          ? t('portal.playground.copied')
          : t('portal.playground.copy')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        onClick={() =>
          saveFile(
            `${name}.yaml`,
            new Blob([text], { type: 'application/yaml' }),
          )
        }
      >
        {t('portal.playground.download')}
      </Button>
      <Button size="small" disabled={!isChanged} onClick={onDiscard}>
        {t('portal.playground.discard')}
      </Button>
    </div>
  );
}
