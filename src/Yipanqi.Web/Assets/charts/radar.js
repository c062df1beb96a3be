// One organ against the median of its peers; further out is better.
import { base, css, lines, score, tip } from './theme.js';

export function radar(d) {
  const own = css('--y-link'), peer = css('--y-text-3');
  return { ...base(), tooltip: tip({ formatter: p => lines(p.name, ...d.axes.map((name, i) => `${name.replace('\n', '')} ${score(p.value[i])}`)) }),
    radar: { indicator: d.axes.map(name => ({ name, max: 100 })), radius: '64%', center: ['50%', '53%'], splitNumber: 4, axisName: { color: css('--y-text'), fontSize: 12, lineHeight: 16 },
      splitArea: { show: false }, splitLine: { lineStyle: { color: css('--y-line-2') } }, axisLine: { lineStyle: { color: css('--y-line') } } },
    series: [{ type: 'radar', symbolSize: 5, data: [
      { name: d.peerName, value: d.peer, lineStyle: { color: peer, type: [5, 4], width: 1.4 }, itemStyle: { color: peer }, symbol: 'none' },
      { name: d.ownName, value: d.own, lineStyle: { color: own, width: 2 }, itemStyle: { color: own }, areaStyle: { color: own, opacity: .1 } }] }] };
}
