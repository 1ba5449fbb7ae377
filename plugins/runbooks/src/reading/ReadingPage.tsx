/** Follows. */
export const ReadingPage = () => <></>;
