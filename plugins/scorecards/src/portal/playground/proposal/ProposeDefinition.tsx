import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useScm } from '../../../fixes/scm';
import { scorecardsTranslationRef } from '../../../translation';
import { ProposalDialog, ProposedDefinition } from './ProposalDialog';

/** Opens a pull request for a changed definition. Nothing where its file is at no host that takes them. */
export function ProposeDefinition(props: {
  proposed: Omit<ProposedDefinition, 'file'> & { file: string | undefined };
  isDisabled: boolean;
}) {
  const { proposed, isDisabled } = props;
  const { file } = proposed;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const scm = useScm();
  const [isOpen, setOpen] = useState(false);
  if (file === undefined || !scm?.findHost(file)) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="contained"
        color="primary"
        disabled={isDisabled}
        onClick={() => setOpen(true)}
      >
        {t('playground.proposal.open')}
      </Button>
      {isOpen && (
        <ProposalDialog
          proposed={{ ...proposed, file }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
