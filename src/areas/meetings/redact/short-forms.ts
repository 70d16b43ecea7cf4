/**
 * Short forms of given names, as people in England use them: who is on the roll as Eleanor is Ellie in the minutes. One line a name,
 * the short forms behind it.
 */
const table = `
abigail abi abbie abby gail
adam ad
alan al
albert al bert bertie albie
alexander alex al xander sandy lex
alexandra alex lexi lexie sandra ali
alfred alf alfie fred freddie
alice ali
alison ali
amanda mandy
amelia amy millie mia milly
andrew andy drew
angela angie ange
anna annie ann
anthony tony ant
arthur art artie
barbara barb babs
beatrice bea bee trixie
benjamin ben benji benny
bernard bernie
bradley brad
bridget biddy
cameron cam
caroline carrie caz
catherine cathy kate katie cat cath kit kitty
charles charlie chas chaz chuck
charlotte charlie lottie lotte char
chloe clo
christian chris
christina chris tina chrissie
christine chris tina chrissie
christopher chris kit topher
clara clare
constance connie
daniel dan danny
danielle dani danny
david dave davey davy
deborah debbie deb debs
dominic dom
dorothy dot dottie dolly
dylan dyl
edward ed eddie ted teddy ned
eleanor ellie nell nellie elle nora ella
elizabeth liz lizzie beth betty eliza bess libby lily elsie betsy
ellen ellie nell
emily em emmy millie
emma em emmy
ethan eth
evangeline eva evie
evelyn eve evie
florence flo florrie flossie
frances fran frankie
francis frank frankie fran
frederick fred freddie
gabriel gabe
gabriella gabby gabi ella
geoffrey geoff
george georgie
georgia georgie
georgina georgie gina
gerald gerry
gillian gill jill
grace gracie
gregory greg
hannah han
harold harry hal
harriet hattie harri
harrison harry
harvey harv
henry harry hal hank
imogen immy immie
isaac ike zac
isabel izzy bella belle issy
isabella izzy bella belle issy
isabelle izzy bella belle issy
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie jem
jane janey
janet jan
jasmine jas jazz
jeffrey jeff
jennifer jen jenny jenna
jeremy jem jez
jessica jess jessie
joanna jo joey
joanne jo
john jack johnny jon
jonathan jon jonny nathan
joseph joe joey jo
josephine jo josie fifi
joshua josh
judith judy jude
julia jules
julian jules
juliet jules
katharine kate katie kathy kat kath kit kitty
katherine kate katie kathy kat kath kit kitty
kathleen kath kathy
kenneth ken kenny
kimberley kim kimmy
laura laurie
lauren loz laurie
lawrence larry laurie loz
leonard len lenny leo
leonardo leo
lewis lew
lillian lily lil
louis lou louie
louisa lou lulu
louise lou
lucy luce
lydia lyddie
madeleine maddie maddy
madeline maddie maddy
madison maddie maddy
margaret maggie meg peggy marge greta daisy
maria mia
martin marty
mary molly polly may
mathew matt matty
matilda tilly mattie tilda
matthew matt matty
maximilian max
maxwell max
megan meg
melanie mel
melissa mel lissa
michael mike mick micky mikey
michelle shelly shell
mohamed mo
mohammad mo
mohammed mo
muhammad mo
natalie nat
natasha tash tasha nat
nathan nat nate
nathaniel nat nate nathan
nicholas nick nicky nico
nicola nicky nic nikki
oliver ollie olly noll
olivia liv livvy ollie
oscar oz
pamela pam
patricia pat trish patsy tricia
patrick pat paddy rick
penelope penny
peter pete
philip phil pip
phillip phil pip
philippa pip pippa
phoebe phebs
rachel rach
raymond ray
rebecca becky becca bex
reginald reg reggie
richard rich richie rick ricky dick
robert rob robbie bob bobby bert
roberta bobbie
ronald ron ronnie
rosalind ros
rose rosie
rosemary rosie rose
rupert rup
russell russ
ryan ry
samantha sam sammy
samuel sam sammy
sarah sally sadie
scarlett scar
sebastian seb
sophia soph sophie
sophie soph
stanley stan
stephanie steph
stephen steve stevie
steven steve stevie
susan sue susie suzie
susannah sue susie
suzanne sue suzie
sylvia syl
tabitha tabby
terence terry tel
thaddeus tad
theodore theo ted teddy
theresa terri tess tessa
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa ness
veronica ronnie
victoria vicky tori vic
vincent vince vinny
violet vi
virginia ginny
walter wally walt
wilfred wilf fred
wilhelmina mina billie
william will bill billy liam willy
winifred winnie freda
xavier xav
yasmin yas
zachary zac zach zack
zoe zo
`;

/** Given name, folded -> its short forms. */
export const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...forms] = line.split(' ');
      return [name, forms] as const;
    }),
);
