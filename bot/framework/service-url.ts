/** The one host that Teams in the public cloud is answered at. Never its parent: anybody may register a name below `trafficmanager.net`. */
export const connectorHost = 'smba.trafficmanager.net';

// Read as text, so that no two parsers can differ about it: no port, user, query, fragment, escape, dot or backslash fits.
const serviceUrl = /^https:\/\/smba\.trafficmanager\.net(?:\/[A-Za-z0-9_-]+)*\/?$/;

/**
 * Whether Lantern may answer at this address. Asked when an activity comes in, and again before each message goes out:
 * the bot's own access token travels with every message.
 */
export const isServiceUrl = (text: string): boolean => serviceUrl.test(text);
