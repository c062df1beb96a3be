// Party score across, business score up; the diagonal is balance, the bands are the gaps that light yellow and orange.
import { axis, base, bounds, css, lines, score, symbols, tip } from './theme.js';

const loud = level => level === 'orange' || level === 'red';

function band(from, to, fill) {
  const far = 1000; // party minus business lies between from and to, along the whole diagonal
  return { type: 'custom', silent: true, clip: true, z: 0, data: [0], renderItem(_, api) {
    const at = (x, gap) => api.coord([x, x - gap]);
    return { type: 'polygon', shape: { points: [at(-far, from), at(far, from), at(far, to), at(-far, to)] }, style: { fill } };
  } };
}

function points(level, data, width) {
  const many = data.points.length > 150;
  const size = (level === 'green' ? 8 : 12) * (many ? .75 : 1);
  return { type: 'scatter', z: 3, symbol: symbols[level], symbolSize: size, cursor: 'pointer',
    data: data.points.filter(p => p.level === level).map(p => ({ value: [p.party, p.business], name: p.name, href: p.href })),
    itemStyle: { color: css(`--y-${level}`), borderColor: css(level === 'yellow' ? '--y-yellow-text' : '--y-surface'), borderWidth: 1, opacity: level === 'green' ? .85 : 1 },
    label: { show: loud(level) && width > 400, formatter: p => p.name, position: 'right', color: css('--y-text'), fontSize: 12, textBorderColor: css('--y-surface'), textBorderWidth: 2 },
    labelLayout: { hideOverlap: true } };
}

const note = (x, y, align, text) => ({ type: 'scatter', silent: true, z: 2, symbolSize: 0, data: [[x, y]], tooltip: { show: false },
  label: { show: true, formatter: text, position: align, color: css('--y-text-2'), fontSize: 12 } });

export function scatter(data, width) {
  const [lo, hi] = bounds(data.points.flatMap(p => [p.party, p.business]), 1);
  const [near, far] = data.gaps;
  const yellow = css('--y-yellow-soft'), orange = css('--y-orange-soft'), x = (name, gap) => axis({ type: 'value', min: lo, max: hi, interval: 10, name, nameLocation: 'middle', nameGap: gap });
  const edge = (hi - lo) * .04;
  return { ...base(), grid: { left: 46, right: 22, top: 14, bottom: 46 },
    tooltip: tip({ formatter: p => p.name ? lines(p.name, `党建 ${score(p.value[0])}　业务 ${score(p.value[1])}`, `差 ${score(Math.abs(p.value[0] - p.value[1]))}`) : '' }),
    xAxis: x('党建得分', 28), yAxis: x('业务得分', 30),
    series: [band(far, 1000, orange), band(-1000, -far, orange), band(near, far, yellow), band(-far, -near, yellow),
      { type: 'line', silent: true, symbol: 'none', z: 1, data: [[lo, lo], [hi, hi]], tooltip: { show: false }, lineStyle: { color: css('--y-text-3'), width: 1.2 } },
      ...Object.keys(symbols).map(level => points(level, data, width)),
      note(hi, lo + edge, 'left', '党建高、业务低'), note(lo, hi - edge, 'right', '业务高、党建低')] };
}
