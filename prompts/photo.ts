/** Photos and other files: the answer is the ids of what was sent; “没有” and “稍后” answer with none. */
import { saysUnsure } from './answers-nothing.ts';
import { type Input, type Kind, problem, type Read, value } from './kind.ts';
import { bare } from './normal.ts';

const NONE =
  /^(?:我?(?:现在|目前|暂时|这会儿?)?(?:没有?|没拍|没得|冇|无)(?:照片|图片|相片|拍照?|图|现场照片|视频|了|呢|啊|的)*|(?:先)?(?:跳过|略过|不发|不传|不拍|不用|不需要|不了|不要|算了)(?:了|吧|照片)*|(?:我)?(?:等会儿?|等一?下|待会儿?|稍后|晚点|晚些|以后|回头|过会儿?|改天|明天)(?:再|补|发|传|拍|说|给|上传|来|吧|你们?)*|no(?:ne|pe|thing)?(?: photos?| pictures?)?|(?:i )?(?:have no|don't have)(?: any)?(?: photos?| pictures?)?|skip(?: this)?|later|not now|no thanks)$/;

export function photo(): Kind<readonly string[]> {
  return {
    kind: 'photo',
    find: () => [],
    read: ({ text, files }: Input): Read<readonly string[]> => {
      if (files.length > 0) return value(files.map((file) => file.id));
      return NONE.test(bare(text).slice(0, 40)) || saysUnsure(text) ? value([]) : problem('noPhoto');
    },
    accepts: (v): v is readonly string[] => Array.isArray(v) && v.every((id) => typeof id === 'string' && id !== ''),
    choices: ['later'],
  };
}
