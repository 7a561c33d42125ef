/** The commonest surnames of China (in simplified characters), to tell a name from other words in running text. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由';
const DOUBLE = [
  '欧阳',
  '上官',
  '皇甫',
  '令狐',
  '诸葛',
  '司徒',
  '司马',
  '夏侯',
  '慕容',
  '尉迟',
  '长孙',
  '端木',
  '东方',
  '独孤',
  '南宫',
  '宇文',
  '轩辕',
  '公孙',
  '第五',
  '呼延',
  '申屠',
  '太史',
  '拓跋',
  '百里',
  '澹台',
  '单于',
  '完颜',
  '纳兰',
];

/** Length of the surname that a text begins with, 0 for none. */
export function surnameLength(text: string): number {
  if (DOUBLE.includes(text.slice(0, 2))) return 2;
  return text !== '' && SINGLE.includes(text.charAt(0)) ? 1 : 0;
}
