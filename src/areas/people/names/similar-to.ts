import { editDistance } from './edit-distance.ts';
import { joined } from '../match-child.ts';
import { soundOf } from './sound-of.ts';

/** Below this length one letter makes too much of a name for a slip of it to say anything. */
const shortest = 4;
/** From this length on two slips are one person's typing. */
const long = 8;

/** Words that stand beside names and are none. */
const ordinary = new Set(
  (
    'and the with from her his him who year form class girl boy child pupil sister brother friend twin new known unknown not ' +
    'sure name given their they this that some also lad kid mum dad'
  ).split(' '),
);

/**
 * Whether a word of a name is close to one of these words without being it: a slip or two of the keyboard, or the same sound.
 * @param words as `fold` gives them; neighbours may be one name
 */
export function similarTo(words: readonly string[]): (name: string) => boolean {
  const names = words.filter((word) => !ordinary.has(word));
  const typed = [...joined(names)].filter((word) => word.length > 2);
  const sounds = typed.map(soundOf);
  return (name) => {
    if (name.length < shortest - 1) return false;
    const sound = soundOf(name);
    return typed.some((word, i) => {
      if (word === name) return false;
      const slips = Math.max(word.length, name.length) >= long ? 2 : 1;
      if (Math.min(word.length, name.length) >= shortest && editDistance(word, name, slips) <= slips) return true;
      if (sound === '' || sounds[i] !== sound) return false;
      // Of a short name little more than its first letter can be heard: Mia and Mya, but not Leo and Lou-Ann.
      return sound.length > 1 || editDistance(word, name, 1) <= 1;
    });
  };
}
