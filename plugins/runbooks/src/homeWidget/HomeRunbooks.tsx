/** Follows. */
export const HomeRunbooks = () => <></>;
