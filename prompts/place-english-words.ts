/** English words in and around the name of a place. */

/** Nouns that a place is called by, in any case. */
export const NOUN =
  /^(?:road|rd|street|st|avenue|ave|lane|highway|expressway|motorway|bridge|junction|crossing|intersection|crossroads?|corner|square|stations?|tunnel|temple|church|mosque|mall|plaza|park|market|supermarket|store|school|university|college|kindergarten|gate|tower|building|centre|center|airport|metro|subway|hotel|gardens?|village|roundabout|overpass|flyover|interchange|museum|library|stadium|gym|bank|pier|port|harbour|exit|factory|estate|cinema|theatre|zoo|lake|river|hill|mansion|hall|monument)$/;
/** Words that make nothing a name: “the big supermarket”, “a traffic light”. */
export const PLAIN =
  /^(?:the|same|next|first|second|third|last|other|big|small|large|old|new|local|main|busy|red|green|bus|train|railway|gas|petrol|fire|traffic|shopping|primary|middle|high|office|toll|front|back|side|east|west|north|south|inner|outer|city|town|zebra|pedestrian|level|bike|cycle|bicycle|slip|ring|nearest|nearby)$/;
/** The name may go on behind these. */
export const LINK = /^(?:of|on|near|at|and)$/;
/** Here no name goes on: “near Jing'an Temple when I…”. */
export const BREAK =
  /^(?:an?|this|that|these|those|my|our|his|her|their|your|its|some|any|another|every|no|i|i'm|we|he|she|it|they|you|me|him|us|them|who|which|what|where|when|while|then|there|here|and|or|but|so|because|since|if|as|than|is|was|were|are|be|been|being|has|have|had|do|did|does|go|going|went|get|got|come|came|see|saw|say|said|hit|struck|ran|run|crash(?:ed)?|happened|crossed|turn(?:ed|ing)?|walk(?:ed|ing)?|driv(?:e|ing)|drove|rid(?:e|ing)|rode|stopp?ed|parked|waiting|wait|injured|hurt|taken|took|in|to|from|for|with|by|into|onto|after|before|during|until|about|yesterday|today|tonight|morning|afternoon|evening|night|noon|now|just|around|am|pm|o'clock|please|sorry|thanks|not|very|really|too|least|most|once|all|first|home|work|way|time|phone|foot|board|top)$/;
/** What is named behind a marker and is no place: a time, a vehicle, a person, a company, where somebody is treated. */
export const OTHER =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|christmas|easter|festival|holiday|year|midnight|mr|mrs|ms|miss|dr|doctor|drivers?|taxi|cab|truck|lorry|van|car|suv|ambulance|police|policeman|officer|bmw|audi|benz|mercedes|toyota|honda|tesla|byd|ford|nissan|volkswagen|vw|buick|porsche|didi|uber|picc|cpic|ping|insurance|company|hospital|clinic|icu|emergency|ward|court|lawyer|chinese|english|wechat|alipay)(?:'s)?$/;
