// From one figure to another, a bar for each step: what it added or took off. Names stand at the left, the later the lower.
import { axis, base, css, lines, score, tip } from './theme.js';

const signed = v => `${v > 0 ? '+' : v < 0 ? '−' : ''}${Math.abs(v).toFixed(2)}`;

const floor5 = v => Math.floor(v / 5) * 5;

export function waterfall(d, width) {
  let at = d.first;
  const steps = d.steps.map(s => { const from = at; at += s.by; return { name: s.name, low: Math.min(from, at), by: s.by, to: at, href: s.href }; });
  const names = [d.firstName, ...steps.map(s => s.name), d.lastName];
  const ends = [d.first, d.last, ...steps.flatMap(s => [s.low, s.low + Math.abs(s.by)])];
  const room = Math.max(.5, (Math.max(...ends) - Math.min(...ends)) * .15);
  const left = Math.min(200, width * .36);
  const text = (label, colour) => ({ show: true, position: 'right', formatter: label, color: css(colour), fontSize: 12 });
  return { ...base(), grid: { left, right: 52, top: 8, bottom: 26 },
    tooltip: tip({ trigger: 'axis', axisPointer: { type: 'none' }, formatter: ps => {
      const i = ps[0].dataIndex, s = steps[i - 1];
      return s ? lines(s.name, `${signed(s.by)}　累计 ${s.to.toFixed(2)}`) : lines(names[i], score(i ? d.last : d.first));
    } }),
    xAxis: axis({ type: 'value', min: Math.max(0, floor5(Math.min(...ends) - room)), max: -floor5(-Math.max(...ends) - room), splitNumber: width < 500 ? 3 : 6 }),
    yAxis: axis({ type: 'category', inverse: true, data: names, splitLine: { show: false }, axisLabel: { color: css('--y-text'), fontSize: 12, width: left - 10, overflow: 'truncate', interval: 0 } }),
    series: [
      { type: 'bar', stack: 'step', silent: true, barWidth: '62%', itemStyle: { color: 'transparent' }, data: [0, ...steps.map(s => s.low), 0] },
      { type: 'bar', stack: 'step', barWidth: '62%', data: names.map((_, i) => {
        const s = steps[i - 1], whole = i === 0 ? d.first : d.last;
        return s ? { value: Math.abs(s.by), href: s.href, itemStyle: { color: css(s.by < 0 ? '--y-orange' : '--y-biz') }, label: text(signed(s.by), '--y-text') }
          : { value: whole, href: i ? d.lastHref : d.firstHref, itemStyle: { color: css('--y-text-3') }, label: text(score(whole), '--y-text') };
      }) }] };
}
