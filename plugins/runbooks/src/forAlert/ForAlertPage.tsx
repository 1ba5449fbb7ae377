/** Follows. */
export const ForAlertPage = () => <></>;
