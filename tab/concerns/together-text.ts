const list = new Intl.ListFormat('en-GB');

/** The choice that takes all of several children. @param names in the order in which they were written */
export const togetherText = (names: readonly string[]): string =>
  `${names.length === 2 ? 'Both' : 'All'} of these: ${list.format(names)}`;
