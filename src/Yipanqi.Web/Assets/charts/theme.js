// What all charts share: colours from the tokens, axes, the tooltip.
export const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const symbols = { green: 'circle', yellow: 'triangle', orange: 'diamond', red: 'path://M3,0 L7,0 L10,3 L10,7 L7,10 L3,10 L0,7 L0,3 Z' };

export const base = () => ({ animation: false, textStyle: { fontFamily: css('--y-sans'), fontSize: 12, color: css('--y-text-2') } });

// Lines of text as a node: markup in a name stays text, and no inline style is needed.
export function lines(...texts) {
  const box = document.createElement('div');
  for (const text of texts) box.appendChild(document.createElement('div')).textContent = text;
  return box;
}

export const tip = o => ({ backgroundColor: css('--y-surface'), borderColor: css('--y-line-2'), textStyle: { color: css('--y-text'), fontSize: 13 }, padding: [6, 10], confine: true, transitionDuration: 0, ...o });

export const axis = (o = {}) => ({
  axisLine: { lineStyle: { color: css('--y-line-2') } }, axisTick: { show: false }, splitLine: { lineStyle: { color: css('--y-line') } },
  axisLabel: { color: css('--y-text-2'), fontSize: 12, hideOverlap: true }, nameTextStyle: { color: css('--y-text-2'), fontSize: 12 }, ...o,
});

// The round bounds, in steps of 10, that hold all values with a little room.
export function bounds(values, room = 2) {
  const known = values.filter(v => v !== null && v !== undefined);
  if (!known.length) return [0, 100];
  const lo = Math.max(0, Math.floor((Math.min(...known) - room) / 10) * 10);
  const hi = Math.max(lo + 20, Math.ceil((Math.max(...known) + room) / 10) * 10);
  return Math.max(...known) <= 100 ? [Math.min(lo, 80), Math.min(hi, 100)] : [lo, hi];
}

// Values with the address that each leads to; the axis of periods leads there too.
export const led = (values, links) => values.map((value, i) => ({ value, href: links?.[i] ?? undefined }));

export const periods = d => axis({ type: 'category', data: d.x, triggerEvent: Boolean(d.links), splitLine: { show: false } });

// Scores keep one decimal, also when it is 0; no data is said, never shown as 0.
export const score = v => typeof v !== 'number' || Number.isNaN(v) ? '无数据' : v.toFixed(1).replace('-', '−');
