// The two tracks over time with the gap between them in grey.
import { axis, base, bounds, css, led, lines, periods, score, tip } from './theme.js';

const named = (name, colour) => ({ show: true, formatter: p => `${name} ${score(p.value)}`, color: css(colour), fontSize: 13, lineHeight: 18, fontWeight: 600 });

const under = (data, extra) => ({ type: 'line', stack: 'gap', silent: true, symbol: 'none', lineStyle: { width: 0 }, data, ...extra });

export function tracks(d) {
  const both = i => d.party[i] !== null && d.business[i] !== null;
  const low = d.x.map((_, i) => both(i) ? Math.min(d.party[i], d.business[i]) : null);
  const gap = d.x.map((_, i) => both(i) ? +Math.abs(d.party[i] - d.business[i]).toFixed(1) : null);
  const [min, max] = bounds([...d.party, ...d.business]);
  return { ...base(), grid: { left: 36, right: 88, top: 12, bottom: 26 },
    tooltip: tip({ trigger: 'axis', formatter: ps => { const i = ps[0].dataIndex; return lines(d.x[i], `党建 ${score(d.party[i])}`, `业务 ${score(d.business[i])}`, `差 ${score(gap[i])}`); } }),
    xAxis: { ...periods(d), boundaryGap: false }, yAxis: axis({ type: 'value', min, max, interval: 10 }),
    series: [under(low), under(gap, { areaStyle: { color: css('--y-sunken'), opacity: 1 } }),
      { type: 'line', data: led(d.party, d.links), symbol: 'circle', symbolSize: 6, lineStyle: { color: css('--y-party'), width: 2 }, itemStyle: { color: css('--y-party') }, endLabel: named('党建', '--y-party'), labelLayout: { moveOverlap: 'shiftY' } },
      { type: 'line', data: led(d.business, d.links), symbol: 'emptyCircle', symbolSize: 6, lineStyle: { color: css('--y-biz'), width: 2, type: [6, 3] }, itemStyle: { color: css('--y-biz') }, endLabel: named('业务', '--y-biz'), labelLayout: { moveOverlap: 'shiftY' } }] };
}
