/** Provinces written in pinyin or in full: “Hu A D12345”, “Shanghai A12345”, “上海A12345”. For answers only. */

/** Name and sign of the province; two signs where the pinyin is the same. */
const NAMES = `
  jing 京, jin 津晋, hu 沪, yu 渝豫, ji 冀吉, yun 云, liao 辽, hei 黑, xiang 湘, wan 皖, lu 鲁, xin 新, su 苏, zhe 浙, gan 赣甘,
  e 鄂, gui 桂贵, meng 蒙, shan 陕, shaan 陕, min 闽, yue 粤, qing 青, zang 藏, chuan 川, ning 宁, qiong 琼,
  beijing 京, tianjin 津, shanghai 沪, chongqing 渝, hebei 冀, henan 豫, yunnan 云, liaoning 辽, heilongjiang 黑, hunan 湘,
  anhui 皖, shandong 鲁, xinjiang 新, jiangsu 苏, zhejiang 浙, jiangxi 赣, hubei 鄂, guangxi 桂, gansu 甘, shanxi 晋陕,
  shaanxi 陕, jilin 吉, fujian 闽, guizhou 贵, guangdong 粤, qinghai 青, tibet 藏, sichuan 川, ningxia 宁, hainan 琼, neimenggu 蒙,
  北京 京, 天津 津, 上海 沪, 重庆 渝, 河北 冀, 河南 豫, 云南 云, 辽宁 辽, 黑龙江 黑, 湖南 湘, 安徽 皖, 山东 鲁, 新疆 新, 江苏 苏, 浙江 浙,
  江西 赣, 湖北 鄂, 广西 桂, 甘肃 甘, 山西 晋, 内蒙古 蒙, 内蒙 蒙, 陕西 陕, 吉林 吉, 福建 闽, 贵州 贵, 广东 粤, 青海 青, 西藏 藏, 四川 川,
  宁夏 宁, 海南 琼`;
const SIGNS: ReadonlyMap<string, string> = new Map(
  NAMES.split(',').map((pair) => {
    const [name = '', signs = ''] = pair.trim().split(' ');
    return [name, signs];
  }),
);
const longestFirst = [...SIGNS.keys()].sort((a, b) => b.length - a.length).join('|');
/** “HuAD12345” may stand in one word, but “min” in “mine is…” is no province. */
const NAME = new RegExp(
  `(?<![a-z])(${longestFirst})(?:省|市|自治区)?(?=[ ·.\\-_]{1,2}[a-z][ ·.\\-_a-z]{0,4}\\d|[a-z][ ·.\\-_]{0,2}[a-z]?\\d)`,
  'g',
);

/** The text with signs for names, once for each way to read them; none where no province is named. */
export function withSigns(text: string): readonly string[] {
  const given = text.slice(0, 400);
  const by = (n: number): string =>
    given.replaceAll(NAME, (_, name: string) => SIGNS.get(name)?.charAt(n) || (SIGNS.get(name)?.charAt(0) ?? ''));
  return [...new Set([by(0), by(1)])].filter((read) => read !== given);
}
