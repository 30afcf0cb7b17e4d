/* The map of figures by quarter of an hour. */

const figures = {
  meanSpeed: unpack(content.figures.meanSpeed),
  delay: unpack(content.figures.delay),
  flow: unpack(content.figures.flow),
};

const emissions = content.emissions.intervals ? { co2: unpack(content.emissions.co2), nox: unpack(content.emissions.nox) } : null;

/* What a link emitted in the hour of an interval, or over the whole run. */
function emissionOf(metric, link, interval) {
  const { start, interval: hour, intervals } = content.emissions;
  const values = (i) => emissions[metric][i * links.length + link.index];
  if (interval >= 0) return values(Math.min(intervals - 1, Math.max(0, Math.floor((content.figures.start + interval * content.figures.interval - start) / hour + 1e-6))));
  return Array.from({ length: intervals }, (_, i) => values(i)).reduce((sum, v) => sum + v, 0) / intervals;
}

/* The figure of a link in an interval; interval -1 is the whole run. */
function figureOf(metric, link, interval) {
  if (metric === 'co2' || metric === 'nox') return emissionOf(metric, link, interval);
  if (interval < 0) return meanOfIntervals(metric, link);
  const at = interval * links.length + link.index;
  if (metric === 'flow') return figures.flow[at];
  if (metric === 'delay') return figures.delay[at];
  return figures.meanSpeed[at] / link.freeSpeed;
}

/* Over the whole run every vehicle counts alike, so quiet intervals weigh little. */
function meanOfIntervals(metric, link) {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < content.figures.intervals; i++) {
    const flow = figures.flow[i * links.length + link.index];
    const value = figureOf(metric, link, i);
    if (metric === 'flow') {
      sum += flow;
      weight++;
    } else if (flow > 0 && Number.isFinite(value)) {
      sum += metric === 'speed' ? flow / Math.max(0.01, value) : flow * value;
      weight += flow;
    }
  }
  if (!weight) return NaN;
  return metric === 'speed' ? weight / sum : sum / weight;
}

class FlowMap {
  constructor() {
    this.section = document.getElementById('map');
    this.metric = 'speed';
    this.slider = this.section.querySelector('input[type=range]');
    this.slider.max = content.figures.intervals - 1;
    this.interval = this.firstShown();
    this.slider.value = this.interval;
    this.whole = this.section.querySelector('#whole-run');
    this.view = new MapView(this.section.querySelector('.map'), (ctx, camera) => this.draw(ctx, camera));
    this.view.onHover = (point) => this.hover(point);
    this.view.onTap = (point) => this.hover(point, 16);
    this.listen();
    onRefresh(() => this.refresh());
  }

  /* Opens on the time of the film, else when most vehicles were on the move. */
  firstShown() {
    const { start, interval, intervals } = content.figures;
    const filmed = Math.floor((content.film.start - start) / interval);
    if (content.film.frames && filmed >= 0 && filmed < intervals) return filmed;
    const sums = Array.from({ length: content.figures.intervals }, (_, i) =>
      figures.flow.subarray(i * links.length, (i + 1) * links.length).reduce((s, v) => s + (v || 0), 0));
    return Math.max(0, sums.indexOf(Math.max(...sums)));
  }

  listen() {
    ['co2', 'nox'].forEach((metric) => { this.section.querySelector(`[data-metric=${metric}]`).hidden = !emissions; });
    this.section.querySelectorAll('[data-metric]').forEach((b) => b.addEventListener('click', () => {
      this.metric = b.dataset.metric;
      this.refresh();
    }));
    this.slider.addEventListener('input', () => {
      this.interval = Number(this.slider.value);
      this.whole.checked = false;
      this.refresh();
    });
    this.whole.addEventListener('change', () => {
      this.interval = this.whole.checked ? -1 : Number(this.slider.value);
      this.refresh();
    });
  }

  refresh() {
    this.section.querySelectorAll('[data-metric]').forEach((b) =>
      b.setAttribute('aria-pressed', String(b.dataset.metric === this.metric)));
    const text = this.intervalText();
    this.section.querySelector('.when').textContent = text;
    this.slider.setAttribute('aria-valuetext', text);
    this.view.canvas.setAttribute('aria-label', `${word(`metric.${this.metric}`)}, ${text}. ${word('map.keys')}`);
    this.drawLegend();
    this.view.showTip(null);
    this.view.redraw();
  }

  intervalText() {
    const { start, interval, intervals } = content.figures;
    if (this.interval < 0) return `${clock(start)}–${clock(start + interval * intervals)}`;
    return `${clock(start + this.interval * interval)}–${clock(start + (this.interval + 1) * interval)}`;
  }

  drawLegend() {
    const metric = METRICS[this.metric];
    const last = metric.limits.length;
    const order = [...Array(last + 1).keys()];
    if (metric.reversed) order.reverse();
    const steps = order.map((step) => {
      const low = step ? metric.format(metric.limits[step - 1]) : null;
      const high = step < last ? metric.format(metric.limits[step]) : null;
      const range = low === null ? `< ${high}` : high === null ? `≥ ${low}` : `${low}–${high}`;
      const text = range + metric.suffix;
      const middle = step ? metric.limits[step - 1] : metric.limits[0] / 2;
      return this.swatch(colorOf(this.metric, middle), text);
    });
    steps.push(this.swatch(palette().unknown, word('legend.noTraffic')));
    const title = element('span', { class: 'legend-title' }, `${word(`metric.${this.metric}`)} (${word(metric.unit)})`);
    this.section.querySelector('.legend').replaceChildren(title, ...steps);
  }

  swatch(color, text) {
    const box = element('i', {});
    box.style.background = color;
    return element('span', { class: 'swatch' }, box, text);
  }

  draw(ctx, camera) {
    drawRoads(ctx, camera, (link) => colorOf(this.metric, figureOf(this.metric, link, this.interval)));
    if (this.marked) this.drawMark(ctx, camera);
    drawStreetNames(ctx, camera);
  }

  drawMark(ctx, camera) {
    ctx.strokeStyle = palette().accent;
    ctx.lineWidth = 3;
    ctx.beginPath();
    ctx.arc(camera.px(this.marked.x), camera.py(this.marked.y), 22, 0, 2 * Math.PI);
    ctx.stroke();
  }

  hover(point, reach) {
    const link = point && linkAt(point.x, point.y, this.view.camera, reach);
    this.view.canvas.style.cursor = link ? 'pointer' : '';
    this.view.showTip(link ? point : null, link ? this.tipOf(link) : []);
  }

  tipOf(link) {
    const speed = figureOf('speed', link, this.interval);
    const rows = [
      [word('metric.flow'), `${number(figureOf('flow', link, this.interval))} ${word('unit.vehiclesPerHour')}`],
      [word('column.meanSpeed'), `${number(speed * link.freeSpeed * 3.6, 1)} km/h (${Number.isFinite(speed) ? percent(speed) : '–'})`],
      [word('metric.delay'), `${number(figureOf('delay', link, this.interval))} ${word('unit.secondsPerVehicle')}`],
      ...(emissions ? [[word('metric.co2'), `${number(figureOf('co2', link, this.interval))} ${word('unit.kilogramsPerKmAndHour')}`]] : []),
      [word('column.lanes'), number(link.laneCount)],
      [word('map.road'), `${number(link.length)} m, ${number(link.freeSpeed * 3.6)} km/h`],
    ];
    const list = element('dl', {}, ...rows.flatMap(([k, v]) => [element('dt', {}, k), element('dd', {}, v)]));
    const towards = element('p', { class: 'quiet' }, word('map.towards', { place: content.network.junctionNames[link.to] }));
    return [element('strong', {}, link.name), towards, list, this.sparkline(link)];
  }

  /* The chosen figure of this link over the run. */
  sparkline(link) {
    const n = content.figures.intervals;
    const values = Array.from({ length: n }, (_, i) => figureOf(this.metric, link, i));
    const most = Math.max(...values.filter(Number.isFinite), this.metric === 'speed' ? 1 : 1e-9);
    const chart = svg('svg', { viewBox: `0 0 ${n * 10} 36`, class: 'spark', preserveAspectRatio: 'none' });
    values.forEach((value, i) => {
      const height = Number.isFinite(value) ? Math.max(1, (value / most) * 34) : 1;
      const bar = { x: i * 10 + 1, y: 36 - height, width: 8, height, fill: colorOf(this.metric, value) };
      chart.append(svg('rect', bar));
      if (i === this.interval) chart.append(svg('rect', { x: i * 10, y: 0, width: 10, height: 36, class: 'now' }));
    });
    return chart;
  }

  /* Called from the tables. */
  showPlace(x, y) {
    this.marked = { x, y };
    this.view.show(x, y, 0.6);
    this.section.scrollIntoView({ behavior: 'smooth' });
  }
}
