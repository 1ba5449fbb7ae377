import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button, { ButtonProps } from '@material-ui/core/Button';
import CheckIcon from '@material-ui/icons/Check';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import { runbooksTranslationRef } from '../translation';

/** Copies a text exactly, and says that it did. */
export function CopyButton(props: {
  text: string;
  /** What is copied, for those who do not see what stands around the button. */
  label: string;
  className?: string;
  variant?: ButtonProps['variant'];
}) {
  const { text, label, className, variant } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      alertApi.post({ message: t('copy.failed'), severity: 'error' });
    }
  }

  return (
    <Button
      size="small"
      variant={variant}
      className={className}
      onClick={copy}
      startIcon={
        isCopied ? (
          <CheckIcon fontSize="small" />
        ) : (
          <FileCopyIcon fontSize="small" />
        )
      }
      aria-label={`${t(isCopied ? 'copy.copied' : 'copy.copy')}: ${label}`}
    >
      {t(isCopied ? 'copy.copied' : 'copy.copy')}
    </Button>
  );
}
