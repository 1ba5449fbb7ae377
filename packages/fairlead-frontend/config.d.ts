export interface Config {
  fairlead?: {
    /**
     * The families that are shown, as for the backend; all of them when left out.
     *
     * @deepVisibility frontend
     */
    families?: Array<'scorecards' | 'delivery' | 'runbooks' | 'onboarding'>;
  };
}
