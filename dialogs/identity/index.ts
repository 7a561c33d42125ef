/**
 * Who is asking. Three short conversations, since what lies between them has effects and belongs to the turn: what was typed
 * finds a claim, a code is sent, a guess is counted (bots/identity). None of them learns whether such a claim exists.
 */
import { choice, code as codeKind, pick, reference } from '../../prompts/index.ts';
import { asWhom } from '../../prompts/vocabulary-kin.ts';
import { ask, type Flow } from '../flow.ts';

export type AsWhom = (typeof asWhom.options)[number];

/** `lacks`: what is still needed before a code can be sent; `named`: what was typed before. */
export const identity: Flow<{ readonly said: string }> = {
  name: 'identity',
  *script({ params }) {
    return { said: yield* ask('reference', reference(), { variant: String(params.lacks ?? 'phone') }) };
  },
};

export const kin: Flow<{ readonly as: AsWhom }> = {
  name: 'kin',
  *script() {
    return { as: yield* ask('as', choice(asWhom)) };
  },
};

/** `phone`: where the code went. */
export const code: Flow<{ readonly digits: string }> = {
  name: 'code',
  *script({ params }) {
    const phone = { kind: 'phone', answer: String(params.phone ?? '') };
    return {
      digits: yield* ask('digits', codeKind(), {
        values: { phone },
        ...(params.again === true ? { variant: 'again' } : {}),
      }),
    };
  },
};

/** Several claims: which? `claims`: their ids and numbers. */
export const whichClaim: Flow<{ readonly n: number }> = {
  name: 'whichClaim',
  *script({ params }) {
    const numbers = Array.isArray(params.claims) ? params.claims : [];
    const values = { claims: { kind: 'numbers', answer: numbers } };
    return { n: yield* ask('which', pick(numbers.length), { values }) };
  },
};
