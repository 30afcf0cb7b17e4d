/* Line charts and bands, as vector drawings that print well. */

const SVG_SPACE = document.querySelector('svg').namespaceURI;

function svg(name, attributes = {}, text) {
  const node = document.createElementNS(SVG_SPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

/* Round steps that give about `count` ticks. */
function ticks(low, high, count) {
  const rough = (high - low) / Math.max(1, count) || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((m) => m >= rough * 0.999);
  const list = [];
  for (let v = Math.ceil(low / step - 1e-9) * step; v <= high + step * 1e-9; v += step) list.push(Number(v.toPrecision(12)));
  return list;
}

function clockTicks(low, high, width) {
  const steps = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];
  const step = steps.find((s) => (high - low) / s <= width / 70) || 21600;
  const list = [];
  for (let v = Math.ceil(low / step) * step; v <= high; v += step) list.push(v);
  return list;
}

/*
 * One chart: series {label, color, dash, points: [[x, y]]}; x and y are {low, high, ticks(width), format}.
 * It is drawn anew at every size, so that letters keep theirs.
 */
class LineChart {
  constructor(host, describe) {
    this.host = host;
    this.describe = describe;
    onRefresh(() => this.draw());
    new ResizeObserver(() => this.draw()).observe(host);
  }

  draw() {
    const width = this.host.clientWidth;
    if (!width) return;
    const chart = this.describe();
    const height = chart.height || Math.max(220, Math.min(320, width * 0.42));
    this.frame = { left: 58, right: width - 26, top: 12, bottom: height - 30 };
    this.chart = chart;
    this.x = (v) => this.frame.left + ((v - chart.x.low) / (chart.x.high - chart.x.low || 1)) * (this.frame.right - this.frame.left);
    this.y = (v) => this.frame.bottom - ((v - chart.y.low) / (chart.y.high - chart.y.low || 1)) * (this.frame.bottom - this.frame.top);
    const drawing = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': chart.label, tabindex: 0 });
    this.axes(drawing);
    chart.series.forEach((series) => this.line(drawing, series));
    this.pointer(drawing);
    this.host.replaceChildren(this.legend(), drawing, this.readout);
  }

  axes(drawing) {
    const { left, right, top, bottom } = this.frame;
    for (const v of this.chart.y.ticks(bottom - top)) {
      drawing.append(svg('line', { x1: left, x2: right, y1: this.y(v), y2: this.y(v), class: 'grid' }));
      drawing.append(svg('text', { x: left - 8, y: this.y(v) + 4, class: 'tick end' }, this.chart.y.format(v)));
    }
    for (const v of this.chart.x.ticks(right - left)) {
      drawing.append(svg('line', { x1: this.x(v), x2: this.x(v), y1: bottom, y2: bottom + 4, class: 'axis' }));
      drawing.append(svg('text', { x: this.x(v), y: bottom + 19, class: 'tick middle' }, this.chart.x.format(v)));
    }
    drawing.append(svg('line', { x1: left, x2: right, y1: bottom, y2: bottom, class: 'axis' }));
  }

  line(drawing, series) {
    const path = series.points
      .filter(([, y]) => Number.isFinite(y))
      .map(([x, y], i) => `${i ? 'L' : 'M'}${this.x(x).toFixed(1)} ${this.y(y).toFixed(1)}`);
    const attributes = { d: path.join(''), fill: 'none', stroke: series.color, 'stroke-width': series.width || 2, 'stroke-linejoin': 'round' };
    if (series.dash) attributes['stroke-dasharray'] = series.dash;
    drawing.append(svg('path', attributes));
  }

  legend() {
    const entries = this.chart.series.map((series) => {
      const sample = svg('svg', { width: 26, height: 10, 'aria-hidden': 'true' });
      const line = { x1: 1, x2: 25, y1: 5, y2: 5, stroke: series.color, 'stroke-width': series.width || 2 };
      if (series.dash) line['stroke-dasharray'] = series.dash;
      sample.append(svg('line', line));
      return element('span', { class: 'swatch' }, sample, series.label);
    });
    return element('div', { class: 'legend' }, element('span', { class: 'legend-title' }, this.chart.unit), ...entries);
  }

  /* A cross hair with the values, by mouse, finger or arrow keys. */
  pointer(drawing) {
    this.readout = element('div', { class: 'readout', 'aria-live': 'polite' }, '\u00a0');
    const hair = svg('line', { y1: this.frame.top, y2: this.frame.bottom, class: 'hair', visibility: 'hidden' });
    drawing.append(hair);
    const points = this.chart.series[0].points;
    let index = -1;
    const show = (i) => {
      index = Math.max(0, Math.min(points.length - 1, i));
      const x = this.x(points[index][0]);
      hair.setAttribute('x1', x);
      hair.setAttribute('x2', x);
      hair.setAttribute('visibility', 'visible');
      const values = this.chart.series.map((s) => `${s.label} ${this.chart.y.format(s.points[index]?.[1])}`);
      this.readout.textContent = `${this.chart.x.format(points[index][0])}: ${values.join(' · ')}`;
    };
    drawing.addEventListener('pointermove', (e) => {
      const px = e.clientX - drawing.getBoundingClientRect().left;
      const value = this.chart.x.low + ((px - this.frame.left) / (this.frame.right - this.frame.left)) * (this.chart.x.high - this.chart.x.low);
      show(points.reduce((best, p, i) => (Math.abs(p[0] - value) < Math.abs(points[best][0] - value) ? i : best), 0));
    });
    drawing.addEventListener('keydown', (e) => {
      if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return;
      e.preventDefault();
      show(index + (e.key === 'ArrowRight' ? 1 : -1));
    });
  }
}

function linearAxis(values, format, fromZero) {
  const finite = values.filter(Number.isFinite);
  let low = fromZero ? 0 : Math.min(...finite);
  let high = Math.max(...finite);
  if (!(high > low)) high = low + 1;
  const margin = fromZero ? 0 : (high - low) * 0.08;
  low -= margin;
  high += (high - low) * 0.05;
  return { low, high, ticks: (size) => ticks(low, high, size / 38), format };
}

function timeAxis(low, high) {
  return { low, high, ticks: (size) => clockTicks(low, high, size), format: (v) => clock(v) };
}

/* Departures and arrivals, and what lies between them. */
function drawCurves() {
  const curve = content.curve;
  const rows = { wanted: unpack(curve.wanted), entered: unpack(curve.entered), arrived: unpack(curve.arrived) };
  const at = (i) => curve.start + i * curve.interval;
  const high = at(rows.wanted.length - 1);
  const points = (value) => Array.from(rows.wanted, (_, i) => [at(i), value(i)]);
  const chart = (label, series) => ({
    label, unit: word('unit.vehicles'), series, x: timeAxis(curve.start, high),
    y: linearAxis(series.flatMap((s) => s.points.map((p) => p[1])), (v) => number(v), true),
  });
  new LineChart(document.getElementById('curve-total'), () => chart(word('curve.total'), [
    { label: word('curve.wanted'), color: palette().series[2], dash: '2 4', points: points((i) => rows.wanted[i]) },
    { label: word('curve.entered'), color: palette().series[1], dash: '7 4', points: points((i) => rows.entered[i]) },
    { label: word('curve.arrived'), color: palette().series[0], width: 2.5, points: points((i) => rows.arrived[i]) },
  ]));
  new LineChart(document.getElementById('curve-between'), () => chart(word('curve.between'), [
    { label: word('curve.enRoute'), color: palette().series[0], width: 2.5, points: points((i) => rows.entered[i] - rows.arrived[i]) },
    { label: word('curve.outside'), color: palette().series[1], dash: '7 4', points: points((i) => rows.wanted[i] - rows.entered[i]) },
  ]));
}

function drawConvergence() {
  const rows = content.convergence;
  const points = (key) => rows.map((r) => [r.iteration, r[key] ?? NaN]);
  const axis = {
    low: rows[0].iteration, high: Math.max(rows[rows.length - 1].iteration, rows[0].iteration + 1),
    ticks: (size) => ticks(rows[0].iteration, rows[rows.length - 1].iteration, size / 80).filter(Number.isInteger), format: (v) => number(v),
  };
  new LineChart(document.getElementById('scores'), () => {
    const s = palette().series;
    const series = [
      { label: word('score.best'), color: s[3], dash: '2 4', points: points('best') },
      { label: word('score.executed'), color: s[0], width: 2.5, points: points('executed') },
      { label: word('score.average'), color: s[2], dash: '7 4', points: points('average') },
      { label: word('score.worst'), color: s[1], dash: '9 3 2 3', points: points('worst') },
    ];
    return { label: word('convergence.scores'), unit: word('unit.utils'), series, x: axis,
      y: linearAxis(series.flatMap((q) => q.points.map((p) => p[1])), (v) => amount(v)) };
  });
  const gap = points('relativeGap');
  const known = gap.some(([, v]) => Number.isFinite(v));
  document.getElementById('gap').parentElement.hidden = !known;
  if (known) {
    new LineChart(document.getElementById('gap'), () => ({
      label: word('convergence.gap'), unit: word('unit.percent'), x: axis,
      series: [{ label: word('convergence.gap'), color: palette().series[0], width: 2.5, points: gap.map(([x, y]) => [x, y * 100]) }],
      y: linearAxis(gap.map(([, y]) => y * 100), (v) => amount(v), true),
    }));
  }
}
