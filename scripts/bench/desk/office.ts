export const SECRET = 'a-secret-of-the-benchmark';

/** Open day and night; nobody is reminded or given up while it lasts. */
export const OFFICE = {
  ...{ OFFICE_DAYS: '0,1,2,3,4,5,6', OFFICE_HOURS: '00:00-23:59', TRUST_PROXY: '1' },
  ...{ DIRECTLINE_SECRET: SECRET, DESK_WAIT_MINUTES: '900', DESK_SILENCE_MINUTES: '90' },
};
