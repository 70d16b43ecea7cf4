import type { ConcernText } from './concern-text.ts';

const yes = (when: string, words: string): ConcernText => ({ safe: 'yes', when, words });
const unsure = (when: string, words: string): ConcernText => ({ safe: 'not-sure', when, words });

/** What staff of a secondary school notice in a term, written by hand. */
export const textsAtHarrowmere: readonly ConcernText[] = [
  yes(
    'tutor time',
    '{name} came in [without a coat|in trainers with a hole in them|with no bag] again and said {he} had [been up since five|slept at a cousin’s|not been home]. When I asked who was at home {he} said, “It’s just me till Mum gets in.” I gave {him} [toast|cereal|a banana and some juice] and let {him} warm up.',
  ),
  yes(
    'break time',
    'I found {name} sitting [behind the sports hall|on the back stairs|in the library corridor] on {his} own for the [third|second|fourth] break this week. {He} said, “They’ve made a group and I’m not in it.” {He} did not want me to speak to anybody yet.',
  ),
  yes(
    'period 2',
    '{name} fell asleep in [maths|science|French] and was hard to wake. {He} said, “The baby cries and I do the bottles.” {He} was cheerful about it, which worried me more.',
  ),
  unsure(
    'just now',
    '{name} asked me whether [a teacher|the school|you] “has to tell” if somebody says something about home. I explained that I would, and why. {He} went quiet and said, “[Forget it|Another time|It’s nothing, then].”',
  ),
  yes(
    'lunch',
    '{name} had no money on {his} account for the [second|third|fourth] day and would not take a meal at first. “Don’t ring them,” {he} said, “[Dad’s between jobs|it’s not pay day|there’s a lot going on].” The canteen has been asked to serve {him} anyway.',
  ),
  yes(
    'period 4',
    'In a piece of [English|drama|RE] writing {name} described a house where “nobody shouts if you stay in your room”. I asked about it gently afterwards and {he} said it was made up. The writing is in {his} book and I have kept a copy.',
  ),
  yes(
    'after school',
    '{name} did not want to leave at the end of [homework club|rehearsal|detention] and asked twice if there was anything {he} could tidy. I asked if something was wrong at home. {He} said, “It’s better when my sister’s back.” She works until [seven|six|half past six].',
  ),
  unsure(
    'yesterday',
    'A friend of {name} told me that {name} has been meeting somebody [older|from the park|who drives] after school. She said, “He buys {him} food and stuff.” I have not spoken to {name}.',
  ),
  yes(
    'tutor time',
    '{name} has a new telephone, the [second|third] this term, and could not say where it came from. “A mate didn’t want it,” {he} told me. {He} turned it over each time it buzzed.',
  ),
  yes(
    'period 1',
    '{name} arrived [forty minutes|an hour|half an hour] late and had walked from [the other side of the ring road|{his} nan’s|Fenwick Street]. {He} said, “We had to go quick last night.” {He} had no books and was still in yesterday’s shirt.',
  ),
  yes(
    'PE',
    '{name} would not get changed for PE, for the [third|second|fifth] lesson running, and had no note. {He} said, “I just don’t want people looking.” I let {him} help with the equipment and said I would tell somebody who can listen properly.',
  ),
  yes(
    'just now',
    'In our session {name} said, “I can’t be bothered with being here any more,” and then quickly, “I mean school.” I asked directly what {he} meant and {he} said {he} was tired. {He} agreed that I would tell [Mrs Raman|Mr Whitlock|the safeguarding team] today.',
  ),
  unsure(
    'this morning',
    '{name} told me that messages about {him} are going round [the year group|a group chat|two forms]. “Everyone’s seen it,” {he} said, and would not say what it was. {He} has asked to go home.',
  ),
  yes(
    'lunch',
    'I overheard {name} tell a friend, “[Dad|Mum’s boyfriend|My stepdad] says I’ll be out when I’m sixteen.” {His} friend laughed and {name} did not. I said that my door is open.',
  ),
  yes(
    'period 3',
    '{name} snapped at a support assistant, which is unlike {him}, then cried in the corridor. {He} said, “Nan’s in hospital and nobody tells me anything.” I rang home and {his} aunt confirmed that [she went in on Sunday|it has been a week|they are waiting for news].',
  ),
  yes(
    'break time',
    '{name} was counting [notes|a lot of coins|money out of an envelope] in the toilets, another pupil told me. When I asked, {he} said, “It’s my cousin’s, I’m minding it.” {He} left without {his} coat.',
  ),
  unsure(
    'just now',
    '{name} said that {he} is not going home tonight because “it kicks off on a [Friday|Monday|Thursday]”. {He} would not say who is there. I told {him} I had to pass this on and {he} said, “Good.”',
  ),
  yes(
    'tutor time',
    '{name} has missed [four|five|three] Mondays since September and the note is always in the same handwriting. Today {he} told me, “I have to wait in for the man about the heating.” There has been no call from home.',
  ),
  yes(
    'after school',
    'Mum came to collect {name} and could not stand steadily at [the gate|reception|the car]. {name} took the keys from her and said, “We’ll walk.” They live [ten|fifteen|twenty] minutes away and set off together.',
  ),
  yes(
    'period 5',
    '{name} wrote the same [initials|name|word] over and over on {his} folder and then scribbled it out. I asked if that was somebody {he} knew and {he} said, “Someone I used to be allowed to see.” {He} seemed more sad than frightened.',
  ),
  yes(
    'first aid',
    '{name} came to first aid with a [sore wrist|bruised shin|graze on the elbow] and said it was from football. There was no football [today|this week]. {He} said, “Please just put it down as that.” The mark is noted on the first aid sheet.',
  ),
  yes(
    'lunch',
    '{name} moves food around the tray and throws it away; three of us have now seen it [this week|since half-term|in a fortnight]. I asked how {he} was. “I eat at home,” {he} said, and at home they think {he} eats here.',
  ),
  unsure(
    'over the weekend',
    '{name} sent a message to the homework account at [two|one|half past three] in the morning that said “sorry for everything miss”. I only saw it today. {He} is in school and says that {he} was “being stupid”.',
  ),
  yes(
    'period 2',
    'In [a lesson about online safety|PSHE|tutor time, after the film about phones,] {name} asked what happens “if you already sent it”. I said that there are people who help to take things down and that nobody would be angry. {He} nodded and asked me not to look at {him}.',
  ),
  yes(
    'tutor time',
    '{name} said that {he} shares a room with [two cousins and an uncle|three brothers|Mum and the twins] since they moved. “It’s only till the council rings,” {he} said. {He} does {his} homework in the [bathroom|hall|stairwell].',
  ),
  yes(
    'just now',
    '{name} asked if {he} could keep a bag in my room. It had [clothes|a toothbrush and a jumper|a sleeping bag] in it. “In case,” {he} said. I said yes and that I would have to tell somebody why.',
  ),
  yes(
    'break time',
    'Two Year [10|9|11] pupils made fun of the way {name} speaks and one of them did the voice. {name} said, “I’m used to it,” and laughed with them. I have dealt with the two; I am writing because {he} should not be used to it.',
  ),
  yes(
    'period 4',
    '{name} told the class that {he} had been “out with the big lads” until [late|one in the morning|the buses stopped]. The others were impressed. Afterwards {he} asked me whether somebody can be arrested for just standing there.',
  ),
  unsure(
    'yesterday evening',
    'I saw {name} at [the retail park|the bus station|the chip shop on Hale Road] at about [ten|half past nine|eleven] with two adults I do not know. {He} saw me and looked away. Today {he} said, “You didn’t see me, sir.”',
  ),
  yes(
    'tutor time',
    '{name} said that {his} [older brother|uncle|stepbrother] is “back now” and asked to change {his} lunch hour so that {he} could walk home earlier. I asked if that was a good thing. {He} said, “It’s a thing.”',
  ),
  yes(
    'parents’ evening',
    'At parents’ evening [Dad|Mum] answered every question that I put to {name} and spoke of {him} as “a waste of a chair”. {name} looked at the table throughout. I told {him} today that {his} work is good, and {he} said, “Don’t tell them I said thanks.”',
  ),
  yes(
    'period 1',
    '{name} flinched when I [dropped a book|shut the door|called across the room], and then apologised. {He} said, “It’s just a habit.” I have seen it twice before this half-term.',
  ),
  yes(
    'lunch',
    '{name} told the librarian that {he} is “the translator” at home and had spent the morning at [the surgery|the bank|the housing office] with Mum. It is the [third|fourth|second] time. {He} was proud of it and very tired.',
  ),
  unsure(
    'just now',
    '{name} says that a boy in [another school|Year 11|{his} old school] will put a picture online “if I don’t talk to him”. {He} has blocked him twice. {He} asked me to make it stop and not to tell Mum.',
  ),
  yes(
    'break time',
    '{name} gave away {his} [headphones|watch|good pens] to a friend this morning and said, “You have them, I won’t need them.” When I asked, {he} said that {he} was having a clear-out. I would like somebody to talk with {him} today.',
  ),
  yes(
    'period 3',
    '{name} said in front of the group that “people like that should be sent back, my [dad|brother|uncle] knows people who’ll do it”. I challenged it. {He} told me about a channel {he} watches every night with older men who “tell you the truth”.',
  ),
  yes(
    'after school',
    '{name}’s [grandad|nan] collected {him} and told me that she has had {him} since [Saturday|the weekend|last week] because “they are sorting themselves out”. {name} had not told us. {He} says {he} likes it there.',
  ),
  yes(
    'tutor time',
    '{name} has {his} sleeves pulled over {his} hands with the heating on and will not take off {his} jumper. I asked if {he} was all right and {he} said, “Ask me tomorrow.” I said that I would, and that I would tell [Miss Marsh|Mrs Raman|Mr Whitlock] too.',
  ),
  yes(
    'bus duty',
    'A car waited for {name} at the bus stop, [grey|dark blue|silver], the driver perhaps twenty. {name} said, “He’s my lift.” {He} got on the bus when I stayed and the car drove off.',
  ),
  yes(
    'period 5',
    '{name} could not see the board and has had no glasses since [September|half-term|the summer]. “Mum says when there’s money,” {he} said. I have moved {him} to the front; a letter home had no answer.',
  ),
  unsure(
    'this morning',
    '{name} said, “Mum’s not got up since [Saturday|Sunday|the weekend],” and then that she was fine. {He} has been getting the little ones to school. I gave {him} breakfast and asked the office to ring.',
  ),
  yes(
    'lunch',
    '[Three girls|Two of the netball team|Friends from primary school] told me they are worried for {name} because {he} “does not eat and does not sleep and says weird stuff”. I have thanked them. {name} says that {he} is fine and that they are drama.',
  ),
  yes(
    'just now',
    '{name} asked me to read a letter from the [hospital|court|council] because nobody at home can. It is addressed to {his} parents. {He} said, “I need to know if we’re moving again.” I did not read it aloud and said who could help.',
  ),
  yes(
    'period 2',
    '{name} came back after [three|four|two] days away and said that they had been “staying at a hotel because of Dad”. {He} was glad to be back. {He} asked twice whether we tell people which school {he} goes to.',
  ),
  yes(
    'tutor time',
    '{name} laughed when the class spoke of [birthdays|Sunday dinners|the holidays] and said, “We don’t do that, we do arguing.” A few laughed too. I kept {him} back and {he} said {he} was joking, but {he} stayed until the bell.',
  ),
  yes(
    'break time',
    '{name} was sick after drinking something that another pupil gave {him} and said it was [an energy drink|just squash|a dare]. {He} would not say who. {He} was better after an hour and home was told.',
  ),
  yes(
    'period 4',
    '{name} cannot settle since [the fire alarm|the supply lesson|Tuesday] and keeps asking who will be at the gate. “He’s not allowed, but he comes,” {he} told me. I do not know who is meant.',
  ),
  yes(
    'lunch',
    '{name} has been selling [crisps|sweets|vapes, another pupil says] and told me that {he} needs “[thirty|forty|fifty] quid by Friday”. I asked what for and {he} said, “So it’s finished.” {He} looked over {his} shoulder as {he} said it.',
  ),
  unsure(
    'just now',
    'I asked {name} about a missed homework and {he} said, “There’s been no electric since [Friday|Sunday|the weekend].” There is a baby in the house. {He} was worried that I would think badly of Mum.',
  ),
  yes(
    'after school',
    '{name} stayed after the [music|art|chess] club and said that {he} hates {his} [body|face|voice] and “can’t go on looking like this”. We talked for ten minutes and {he} seemed lighter. {He} knows that I am writing this down.',
  ),
];
