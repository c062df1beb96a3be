// Any few figures over time; lines differ by dash as well as by colour and carry their names at the end.
import { axis, base, bounds, css, led, lines, periods, score, tip } from './theme.js';

const styles = [['--y-link', 'solid', 'circle'], ['--y-text', [6, 3], 'emptyCircle'], ['--y-text-3', [2, 3], 'rect'], ['--y-biz', [10, 4, 2, 4], 'emptyRect']];

export function trend(d, width) {
  const all = d.series.flatMap(s => s.values);
  const points = d.unit === '分';
  const [min, max] = points ? bounds(all) : [undefined, undefined];
  const label = d.series.length > 1;
  return { ...base(), grid: { left: 44, right: label ? Math.min(112, width * .32) : 40, top: 14, bottom: 26 },
    tooltip: tip({ trigger: 'axis', formatter: ps => { const i = ps[0].dataIndex; return lines(d.x[i], ...d.series.map(s => `${s.name} ${score(s.values[i])}${s.values[i] === null ? '' : ` ${d.unit}`}`)); } }),
    xAxis: { ...periods(d), boundaryGap: false }, yAxis: axis({ type: 'value', min, max, scale: !points && Math.min(...all.filter(v => v !== null)) > 0, splitNumber: 4 }),
    series: d.series.map((s, i) => {
      const [colour, type, symbol] = styles[i % styles.length];
      return { type: 'line', name: s.name, data: led(s.values, d.links), symbol, symbolSize: 6, connectNulls: false, lineStyle: { color: css(colour), width: 2, type }, itemStyle: { color: css(colour) },
        endLabel: { show: true, formatter: p => label ? `${s.name} ${score(p.value)}` : score(p.value), color: css(colour), fontSize: 12, fontWeight: 600, lineHeight: 17 }, labelLayout: { moveOverlap: 'shiftY' } };
    }) };
}
