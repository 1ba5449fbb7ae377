/** How large the widget begins, in cells of the home page's grid. */
export const homeRunbooksLayout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 5 },
};
