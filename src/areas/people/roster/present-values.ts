type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The values that there are: an empty cell says nothing. */
export const presentValues = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Given<T>;
