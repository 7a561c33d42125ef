/** Every fact that a colleague sees of a report that was sent, as a question: what she puts right is read like an answer to it. */
import { casualties, choice, name, orUnknown, phone, text } from '../../prompts/index.ts';
import { type Input, type Kind, type Now, problem, type Read, value } from '../../prompts/kind.ts';
import { sceneStatus } from '../../prompts/vocabulary.ts';
import { correctableFields } from './index.ts';

/** By labels: `report.when`. A person corrects fewer of them in words. */
const MORE: Readonly<Record<string, () => Kind<unknown>>> = {
  'report.injured': () => casualties(),
  'report.scene': () => orUnknown(choice(sceneStatus)),
  'details.policy': () => orUnknown(text({ min: 4, max: 60 })),
  'details.otherPhone': () => orUnknown(phone()),
  'details.patientNames': () => names(),
};

export function factKind(field: string): Kind<unknown> | undefined {
  const own = MORE[field];
  if (own) return own();
  const [part, question = ''] = field.split('.');
  return part === 'report' ? correctableFields[question]?.() : undefined;
}

const BETWEEN = /[、,，;；\n]+/;

/** “张三、李四”: as many as there are patients; the caller counts them. */
function names(): Kind<string[]> {
  const one = name();
  const accepts = (v: unknown): v is string[] => Array.isArray(v) && v.length > 0 && v.every(one.accepts);
  const read = (input: Input, now: Now): Read<string[]> => {
    const told = input.text.split(BETWEEN).filter((part) => part.trim() !== '');
    const read = told.map((part) => one.read({ ...input, text: part }, now));
    const known = read.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
    return known.length === read.length && known.length > 0 ? value(known) : problem('notAName');
  };
  return { kind: 'name', find: () => [], read, accepts };
}
