// How many stand at each level, period by period; no data is a layer of its own.
import { axis, base, css, led, lines, periods, tip } from './theme.js';

const layers = [['red', '红色'], ['orange', '橙色'], ['yellow', '黄色'], ['green', '绿色'], ['none', '无数据']];

export function levels(d) {
  const totals = d.x.map((_, i) => layers.reduce((sum, [level]) => sum + d[level][i], 0));
  const most = Math.max(...totals, 1);
  return { ...base(), grid: { left: 36, right: 8, top: 12, bottom: 26 },
    tooltip: tip({ trigger: 'axis', formatter: ps => { const i = ps[0].dataIndex; return lines(`${d.x[i]}　共 ${totals[i]}`, ...layers.map(([level, word]) => `${word} ${d[level][i]}`)); } }),
    xAxis: periods(d), yAxis: axis({ type: 'value', minInterval: 1, splitNumber: 3 }),
    series: layers.map(([level, word]) => ({ type: 'bar', name: word, stack: 'all', barWidth: '62%', data: led(d[level], d.links),
      itemStyle: { color: css(level === 'none' ? '--y-none-soft' : `--y-${level}`), borderColor: css(level === 'none' ? '--y-none-edge' : '--y-surface'), borderWidth: 1 },
      label: { show: true, formatter: p => p.value > most * .09 ? p.value : '', fontSize: 12, color: css({ orange: '--y-on-orange-text', none: '--y-none-text' }[level] ?? `--y-on-${level}`) } })) };
}
