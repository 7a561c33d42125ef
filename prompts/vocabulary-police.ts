/** The asked action of “打 122 报警了吗？”: see `about` in yes-no.ts. */
export const aboutPolice =
  /报(?:了|过|完|的)?警|(?<!\d)(?:122|110)(?!\d)|交警|警察|公安|派出所|(?<![a-z])(?:police(?:man|men)?|cops?)(?![a-z])/;
