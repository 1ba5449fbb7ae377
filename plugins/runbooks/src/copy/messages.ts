/** Copying a text. */
export const copyMessages = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'The browser did not let it be copied. Select the text and copy it.',
} as const;
