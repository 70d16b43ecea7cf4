const withoutMs = 20_000;
const withMs = 120_000;

let followed = false;

/**
 * How often a screen that is being looked at asks by itself. Each asking is journalled as a look, so not more often than need
 * be: seldom while the server tells of changes, oftener while it cannot be heard.
 */
export const pace = {
  ms: () => (followed ? withMs : withoutMs),
  /** Whether the server can be heard. */
  follow: (heard: boolean) => {
    followed = heard;
  },
};
