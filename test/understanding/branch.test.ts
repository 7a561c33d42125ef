import { expect } from 'chai';
import { type Branch, seesBranch } from '../../claims/branches.ts';
import { branchOf } from '../../understanding/branch.ts';

const BRANCHES: readonly Branch[] = [
  { id: 'hunan', name: '湖南分公司', places: ['湖南', '长沙', '株洲', 'Changsha'], plates: ['湘'] },
  { id: 'liuyang', name: '浏阳支公司', places: ['浏阳', '长沙县'], plates: ['湘A9'] },
  { id: 'guangdong', name: '广东分公司', places: ['广东', '广州', 'Guangzhou'], plates: ['粤'] },
  { id: 'beijing', name: '北京分公司', places: ['北京', 'Beijing'], plates: ['京'] },
  { id: 'shanghai', name: '上海分公司', places: ['上海'], plates: ['沪'] },
];
const placed = (place: string): string | null => branchOf({ place }, BRANCHES);

describe('a report belongs to a branch', () => {
  it('by the name of a place in it', () => {
    expect(placed('长沙市岳麓区梧桐路')).to.equal('hunan');
    expect(placed('株洲高速出口')).to.equal('hunan');
    expect(placed('on Furong Road, changsha')).to.equal('hunan');
    expect(placed('G4 京港澳高速')).to.equal(null);
  });

  it('the largest first, and the longest of several that begin together', () => {
    expect(placed('湖南省长沙县星沙街道')).to.equal('hunan');
    expect(placed('长沙县星沙街道')).to.equal('liuyang');
    expect(placed('广东省内往湖南方向')).to.equal('guangdong');
  });

  it('not by the name of a road, which lies anywhere', () => {
    expect(placed('广州市北京路')).to.equal('guangdong');
    expect(placed('北京路步行街，广州')).to.equal('guangdong');
    expect(placed('上海西路与湖南大道路口')).to.equal(null);
    expect(placed('near Beijing Road, Guangzhou')).to.equal('guangdong');
    expect(placed('上海街道办门口')).to.equal('shanghai');
  });

  it('else by the plate: the longest beginning counts', () => {
    expect(branchOf({ plate: '湘B12345' }, BRANCHES)).to.equal('hunan');
    expect(branchOf({ plate: '湘A·9K2T6' }, BRANCHES)).to.equal('liuyang');
    expect(branchOf({ place: '梧桐路口', plate: '粤B12345' }, BRANCHES)).to.equal('guangdong');
    expect(branchOf({ place: '长沙', plate: '粤B12345' }, BRANCHES), 'the place tells more').to.equal('hunan');
  });

  it('or to none, seen by all', () => {
    expect(branchOf({}, BRANCHES)).to.equal(null);
    expect(branchOf({ place: '', plate: '' }, BRANCHES)).to.equal(null);
    expect(branchOf({ place: '长沙', plate: '湘A12345' }, [])).to.equal(null);
    expect(seesBranch({ branch: 'hunan' }, null)).to.equal(true);
    expect(seesBranch({ branch: null }, 'hunan')).to.equal(true);
    expect(seesBranch({ branch: 'hubei' }, 'hunan')).to.equal(false);
  });

  it('is looked for in no more than a place can be, however long the words', () => {
    const before = performance.now();
    expect(placed('北京路'.repeat(100_000))).to.equal(null);
    expect(performance.now() - before).to.be.lessThan(500);
  });
});
