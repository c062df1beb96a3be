// The chart module: loaded only by pages that show a chart.
import { BarChart, CustomChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { levels } from './charts/levels.js';
import { radar } from './charts/radar.js';
import { scatter } from './charts/scatter.js';
import { tracks } from './charts/tracks.js';
import { trend } from './charts/trend.js';
import { waterfall } from './charts/waterfall.js';

use([BarChart, CustomChart, LineChart, RadarChart, ScatterChart, GridComponent, RadarComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const kinds = { scatter, tracks, levels, radar, trend, waterfall };

export function draw(plot, kind, data, visit) {
  const chart = init(plot, null, { renderer: 'svg' });
  const redraw = () => chart.setOption(kinds[kind](data, plot.clientWidth), true);
  redraw();
  // A point leads to where its figures come from, and so does its name on the axis.
  chart.on('click', p => {
    const href = p.data?.href ?? (/Axis$/.test(p.componentType) ? data.links?.[data.x.indexOf(p.value)] : null);
    if (href) visit(href);
  });
  return { redraw, resize() { chart.resize(); redraw(); }, dispose() { chart.dispose(); } };
}
