const beyond = /[^\x20-\x7e]/g;

/**
 * An entry's text for a page: JSON that says the same in ASCII only, so that SharePoint has nothing to replace or to trim.
 * @param text canonical
 */
export const pageLine = (text: string): string =>
  text.replace(beyond, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
