/** False for text that PostgreSQL does not take: NUL characters, and halves of surrogate pairs. @public */
export function isStorableText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}
