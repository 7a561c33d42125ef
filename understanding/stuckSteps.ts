/** Where whoever is asked for money gets stuck on the way to the insurer's: no notice from the police, no list from the hospital. */
const POLICE = '(?:交警|交管|事故科|交警队|民警|警察)';
const WONT =
  '(?:不(?:给|肯|愿意?|管|开|发|同意|理)|没(?:给|开|发)|不归|不关|说(?:没有|不用|要等|等|不)|拖着|推|让我?(?:等|找)|开不了|(?:找|联系)不(?:到|上))';
const LIST = '(?:清单|明细|费用单|账单)';
/** “交警说不管这个”, “通知书开不出来”. */
export const NO_NOTICE = new RegExp(
  `${POLICE}[^。]{0,10}${WONT}|通知书?[^,，。]{0,8}(?:不给开|开不出|不开|没开|要不到|拿不到)|police[^.]{0,20}(?:won.t|refuse|will not)`,
);
/** “医院说清单要家属才能打”. */
export const NO_LIST = new RegExp(
  `医院[^,，。]{0,6}(?:不(?:给|肯|让)|要家属|说要)[^,，。]{0,8}(?:打|开|${LIST})|${LIST}[^,，。]{0,8}(?:打不(?:了|到|出)|拿不到|要不到|不给打|开不(?:了|出))|hospital[^.]{0,20}(?:won.t|refuse|will not)[^.]{0,20}list`,
);
/** “家属不肯给清单”. */
export const LIST_HELD = new RegExp(
  `${LIST}[^,，。]{0,4}(?:他们?|她们?|家属|对方|人家)[^,，。]{0,4}(?:不|没)(?:给|肯|愿意?|拍|发)|(?:他们?|她们?|家属|对方|人家)[^,，。]{0,6}(?:不|没)(?:给|肯|愿意?)[^,，。]{0,4}(?:看|拍|发)?[^,，。]{0,3}${LIST}`,
);
