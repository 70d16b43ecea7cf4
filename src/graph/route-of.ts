/** The words of Graph's own addresses; whatever else stands between two slashes is somebody's. */
const words: ReadonlySet<string> = new Set(
  `sites lists items columns contentTypes views fields versions delta drive drives root children content permissions
   createUploadSession $batch subscriptions users groups transitiveMembers education schools classes members teachers me organization servicePrincipals
   calendar calendarView events cancel getSchedule onlineMeetings transcripts`.split(/\s+/),
);
const most = 12;

/**
 * The shape of an address, without anybody's id, name or word: `/sites/{}/lists/{}/items/{}`.
 * @param path as a GraphRequest has it, or a link that Graph gave
 */
export function routeOf(path: string): string {
  const [address = ''] = path.replace(/^https:\/\/[^/]+\/v1\.0/, '').split('?');
  const parts = address.split('/').slice(1, most + 1);
  return `/${parts.map((part) => (words.has(part) ? part : '{}')).join('/')}`;
}
