import type { ConcernText } from './concern-text.ts';

const yes = (when: string, words: string): ConcernText => ({ safe: 'yes', when, words });
const unsure = (when: string, words: string): ConcernText => ({ safe: 'not-sure', when, words });

/** What staff of a primary school notice in a term, written by hand. */
export const textsAtBrackenfold: readonly ConcernText[] = [
  yes(
    'at the gate',
    '{name} was brought by [a neighbour|an older cousin|a man I did not know] who said that Mum was “poorly again”. {name} said, “She’s in bed with the curtains shut.” It is the second time [this week|this month|since half-term].',
  ),
  yes(
    'carpet time',
    '[During carpet time|At milk time|In the reading corner] {name} told [the group|the others|everybody], “We hide behind the sofa when the man knocks.” {He} said it as a game. Nobody else knew what to say, so I moved on and spoke with {him} after.',
  ),
  yes(
    'lunch',
    '{name} asked for thirds and put [bread|a satsuma|two biscuits] in {his} pocket. {He} said, “It’s for later.” The lunch staff say it has been so since [Monday|last week|half-term].',
  ),
  unsure(
    'just now',
    '{name} said {he} did not want to go to [Dad’s|the other house|Nanny’s] this weekend because “it’s too shouty”. {He} then said that {he} was only being silly. Pick-up is at a quarter past three.',
  ),
  yes(
    'home time',
    'Nobody came for {name} until [ten to four|five past four|a quarter to four]; it is the [third|fourth] time. {He} said, “They forget because of the baby.” Mum was sorry and in a hurry.',
  ),
  yes(
    'getting changed',
    '{name} needed help with {his} [shoes|plimsolls|wellingtons], which are much too small. “My toes live bent,” {he} told us. We lent {him} a pair from lost property.',
  ),
  yes(
    'free play',
    'In the home corner {name} put all the dolls in a cupboard and told them, “Be quiet or he’ll wake up.” I asked who was asleep and {he} said, “The [big one|dad one|angry one].”',
  ),
  yes(
    'first thing',
    '{name} was very tired and told me that {he} had watched “the zombie film” with {his} brother. {He} is [six|seven|five]. {He} has asked three times today whether the door is locked.',
  ),
  yes(
    'lunch',
    '[A midday supervisor|A Year 6 helper|The sports coach] tells me that {name} flinched and covered {his} head when a [ball|hoop|frisbee] came over. {He} said, “I thought it was a hand.” {He} then went off to play.',
  ),
  yes(
    'circle time',
    '{name} said, “We’ve got no beds now, we’ve got [a camping|blankets|cushions].” {He} thinks it is an adventure. I would like somebody to ask how things are at home.',
  ),
  yes(
    'reading',
    '{name} read to me and stopped at the word “home”. {He} said, “I’ve got [two|three] and I don’t like one.” {He} would not say which.',
  ),
  unsure(
    'this morning',
    '{name} had a mark on {his} [forearm|cheek|shin] that was not there yesterday and told one adult that {he} fell, and another that [the dog did it|it was {his} brother|{he} did not know]. I did not ask further. It is on a body map in the office.',
  ),
  yes(
    'after assembly',
    '{name} cried in assembly at the story of the lost lamb and said, “They didn’t look for me.” {He} told me that {he} had been at the [park|shops|swings] by {him}self until it was dark. Mum says that it was ten minutes.',
  ),
  yes(
    'PE',
    '{name} came without PE kit again, and the clothes {he} wore had [not been washed for some days|a strong smell of smoke|damp patches]. Other children moved away. {He} said, “It’s not my fault it stinks.”',
  ),
  yes(
    'snack time',
    '{name} told us that {his} tooth has hurt since [the summer|half-term|ages ago] and {he} cannot chew on one side. “Mummy says it’ll fall out,” {he} said. No dentist has been seen.',
  ),
  yes(
    'home time',
    'Dad shouted at {name} across the playground because {he} had lost {his} [hat|jumper|reading book]. Other parents looked. {name} said to me, “Don’t tell him I cried.”',
  ),
  yes(
    'drawing',
    '{name} drew {his} family with one person crossed out very hard. {He} said, “That’s [Gary|Lee|Steve], he isn’t coming back, he promised Mummy.” The drawing is in {his} tray.',
  ),
  yes(
    'forest school',
    '{name} would not take {his} gloves off and then showed me that {his} hands are very sore and cracked. {He} said, “I do the washing up, I’m the best at it.” {He} is [seven|eight|nine].',
  ),
  yes(
    'just now',
    '{name} says that {he} sleeps in Mummy’s bed “because of the noises”, and that the police came “with the blue light” on [Saturday|Sunday|Friday]. {He} wanted to know if they will come again.',
  ),
  yes(
    'breakfast club',
    '{name} has been at breakfast club from half past seven every day and ate [three|four] bowls. The worker says that {he} hums and rocks when the others are loud. {He} told her, “It’s quiet here.”',
  ),
];
