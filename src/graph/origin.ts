/** Where Graph lives. Paths are relative to it, and a link of Graph's own begins with it. */
export const graphOrigin = 'https://graph.microsoft.com/v1.0';
