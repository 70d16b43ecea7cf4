/**
 * Names that are also words. Written small they are taken for the word: "the school will write". With a capital they are taken for
 * the name, also where a sentence begins: better a sentence that reads badly than a child who is named.
 */
export const ordinary: ReadonlySet<string> = new Set(
  (
    'will may mark grace rose hope faith joy art bill rob sue pat dawn summer april june august amber ivy lily daisy heath young ' +
    'king brown white black green grey gray long short day lane hill wood woods field fields cook baker price rich grant ford ' +
    'best love little bell ball banks west north east south page read reed ray penny chance iris violet holly olive robin jay ' +
    'drew chase hunter mason carter parker taylor miller smith walker turner hall park rivers stone street waters wells winter ' +
    'bush case church cross fox wolf frost major marsh moon noble pope power sharp star swan wise an so do to my he her me be ' +
    'in on no or at as us it is if we up am ben kit max guy don earl dale glen cliff frank ernest victor miles bishop knight ' +
    'duke prince law laws mills pool rice salt root roots sage clay coral crystal dean eve fern gene hazel jack jean jet josh ' +
    'lane lea lark leaf lord love low mercy merry mills moss nick oak pearl peace pike poppy porter pride ramsey reason river ' +
    'rock rose royal rowan ruby rush sandy sky skye spring storm sunny tan tiger true trinity van wade ward warren way zen ' +
    'child children boy girl mother father home house school head year form class care plan cole bird barber butler fisher ' +
    'foster gardner potter shepherd singer tanner weaver wheeler carpenter chambers close coats cotton crane currie dance ' +
    // Made of a short name and a letter: Sam E., Tim E., Jo B.
    'same time done all less path wind bend bent robe rays hall half arts via vice kite lend lens lent loud mate nice pipe sale ' +
    'side vale bear beat even ever job deep lead lean leap add tell zoo ' +
    'dark english french german welsh scott ireland england holland paris london kent berry cherry'
  ).split(' '),
);
