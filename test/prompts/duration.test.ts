import { expect } from 'chai';
import { duration } from '../../prompts/index.ts';
import { at } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const told = (text: string): string =>
  duration()
    .find(text, now)
    .map(({ value: { purpose, days } }) => `${purpose} ${days}`)
    .join(', ');

const found: Record<string, string> = {
  住院32天: 'inpatient 32',
  住了半个月院: 'inpatient 15',
  住了二十三天: 'inpatient 23',
  一共住院一个月零五天: 'inpatient 35',
  在市一院住了俩礼拜: 'inpatient 14',
  在ICU待了6天: 'inpatient 6',
  住了十来天: 'inpatient 10',
  住院四十多天: 'inpatient 40',
  '住院，前后加起来45天': 'inpatient 45',
  '住院时间：18天': 'inpatient 18',
  十九天住院: 'inpatient 19',
  住院１２日: 'inpatient 12',
  留院观察了三天: 'inpatient 3',
  住了仨月院: 'inpatient 90',
  误工90天: 'work 90',
  三个月没上班: 'work 90',
  我两个多月没法干活: 'work 60',
  '误工期120日，护理期60日，营养期60日': 'work 120, care 60, nutrition 60',
  '误工期、护理期、营养期分别为180日、90日、60日': 'work 180, care 90, nutrition 60',
  护理期和营养期各60天: 'care 60, nutrition 60',
  请了两周假: 'work 14',
  耽误上班20天: 'work 20',
  停工一个半月: 'work 45',
  四十天没出车: 'work 40',
  俩月没跑车了: 'work 60',
  三個月冇開工: 'work 90',
  护工请了15天: 'care 15',
  我老婆照顾了我一个月: 'care 30',
  '60天护理期': 'care 60',
  陪护了整整三周: 'care 21',
  医生让全休三个月: 'rest 90',
  建议休息两周: 'rest 14',
  在家养了半年: 'rest 180',
  卧床休养一个半月: 'rest 45',
  开了一个月的病假条: 'rest 30',
  出院后在家休息了40天: 'rest 40',
  加强营养30天: 'nutrition 30',
  营养费按60天算: 'nutrition 60',
  '住院26天，休息三个月': 'inpatient 26, rest 90',
  住院30天护理30天: 'inpatient 30, care 30',
};
const none = [
  '三个月前的事',
  '护理费一天多少钱',
  '误工费每天150',
  '等了20天还没结果',
  '酒驾拘留15天',
  '住院第三天',
  '10天内答复',
  '11月20日住院',
  '在城里住了三年',
  '车停了两个月',
  '前两天住院了',
  '鉴定要等三十天',
  '保险还有三个月到期',
  '过两天出院',
  '这几天没上班',
  '一天两百',
  '还要多少天',
  '',
];

describe('prompts: duration', () => {
  for (const [text, expected] of Object.entries(found)) it(`“${text}”`, () => expect(told(text)).to.equal(expected));
  for (const text of none) it(`none in “${text}”`, () => expect(told(text)).to.equal(''));
});
