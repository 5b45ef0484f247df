// One chart. Java sends ECharts options as JSON in the property `options`; a colour is written "token:ink" and read from the
// page's custom properties, so that the chart follows the theme. The finding stands in aria-label; the table stands beside it.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  SVGRenderer
]);

type Options = Record<string, unknown>;

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--mk-${name}`).trim();

const coloured = (value: unknown): unknown => {
  if (typeof value === 'string') {
    return value.startsWith('token:') ? token(value.slice(6)) : value;
  }
  if (Array.isArray(value)) {
    return value.map(coloured);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, coloured(inner)]));
  }
  return value;
};

const axis = (own: Options): Options => ({
  axisTick: { show: false },
  axisLine: { lineStyle: { color: token('line-strong') } },
  splitLine: { lineStyle: { color: token('line') } },
  ...own,
  axisLabel: { color: token('ink-3'), fontSize: 12, hideOverlap: true, ...((own.axisLabel as Options) ?? {}) }
});

const axes = (own: unknown): unknown =>
  Array.isArray(own) ? own.map((a) => axis(a as Options)) : own ? axis(own as Options) : own;

class Chart extends HTMLElement {
  private chart?: echarts.ECharts;
  private given: Options = {};
  private patterns = false;
  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private readonly themed = new MutationObserver(() => this.draw());

  set options(value: Options) {
    this.given = value;
    this.draw();
  }

  set decals(value: boolean) {
    this.patterns = value;
    this.draw();
  }

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.chart = echarts.init(this, null, { renderer: 'svg' });
    this.resized.observe(this);
    this.themed.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
    void document.fonts.ready.then(() => this.draw());
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.themed.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw() {
    if (!this.chart || !this.given.series) {
      return;
    }
    const own = coloured(this.given) as Options;
    this.chart.setOption(
      {
        animation: false,
        textStyle: { fontFamily: token('font'), color: token('ink-3'), fontSize: 12 },
        aria: { enabled: true, label: { enabled: false }, decal: { show: this.patterns } },
        tooltip: {
          trigger: 'axis',
          backgroundColor: token('surface'),
          borderColor: token('line-strong'),
          textStyle: { color: token('ink'), fontSize: 13 },
          valueFormatter: (value: unknown) =>
            value == null
              ? '–'
              : `${this.dataset.unit ?? ''}${Number(value).toLocaleString('en', { maximumFractionDigits: 4 })}`
        },
        ...own,
        xAxis: axes(own.xAxis),
        yAxis: axes(own.yAxis)
      },
      true
    );
  }
}

customElements.define('mk-chart', Chart);
