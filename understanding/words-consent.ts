/** Words that ask what was agreed to, and that take it back. Before those that take back a report: “撤回同意” is none. */
import { list } from '../prompts/choice.ts';

export const consentWishes = {
  consents: {
    whole: list(`
  我之前同意了什么, 我同意了什么, 我同意过什么, 之前同意了什么, 我都同意了什么, 看看我同意了什么, 我的同意, 查看我的同意, 我授权了什么, 我授权过什么, 我之前授权了什么, 同意记录,
  what did i agree to, what have i agreed to, what did i consent to, my consents, show my consents`),
    within: list(`之前同意了什么, 同意过什么, 都同意了什么, 授权了什么, what i agreed to, what did i consent`),
  },
  withdrawConsent: {
    whole: list(`
  撤回同意, 撤回我的同意, 撤销同意, 取消同意, 收回同意, 撤回授权, 取消授权, 收回授权, 撤销授权, 我要撤回同意, 我不同意你们用了, 不同意记了, withdraw consent, withdraw my consent,
  take back my consent, revoke consent, revoke my consent`),
    within: list(`
  撤回同意, 撤回我的同意, 撤回之前的同意, 撤销同意, 取消同意, 收回同意, 撤回授权, 取消授权, 收回授权, 撤销授权, withdraw consent, withdraw my consent, take back my consent, revoke my consent`),
  },
} as const;
